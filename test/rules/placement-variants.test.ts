import { dryRun } from '../../lib/dry-run';
import { templateOf } from '../../lib/pages/example-template';
import { parseJson } from '../../lib/template/parse-json';

/** What differs from a service of two tasks on two m5.large in two zones. */
interface Variant {
  readonly container?: object;
  readonly task?: object;
  readonly service?: object;
  readonly group?: object;
  readonly template?: object;
  readonly userData?: string;
  readonly more?: object;
}

const image = 'public.ecr.aws/nginx/nginx:stable';
const daemonOf = (container: object) => ({
  AgentTask: { Type: 'AWS::ECS::TaskDefinition', Properties: { RequiresCompatibilities: ['EC2'], ContainerDefinitions: [{ Name: 'agent', Image: image, ...container }] } },
  Agent: { Type: 'AWS::ECS::Service', DependsOn: 'Group', Properties: { Cluster: { Ref: 'Cluster' }, TaskDefinition: { Ref: 'AgentTask' }, LaunchType: 'EC2', SchedulingStrategy: 'DAEMON' } },
});
const rolling = (minimum: number, maximum = 200) => ({ DeploymentConfiguration: { MinimumHealthyPercent: minimum, MaximumPercent: maximum } });
const only = (expression: string) => ({ PlacementConstraints: [{ Type: 'memberOf', Expression: expression }] });
const joined = 'echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config';

/** The rules that find an error. */
function errors({ container = {}, task = {}, service = {}, group = {}, template = {}, userData, more = {} }: Variant): readonly string[] {
  const user = userData === undefined ? {} : { UserData: { 'Fn::Base64': { 'Fn::Sub': `#!/bin/bash\n${joined}\n${userData}\n` } } };
  const resources = {
    Task: { Properties: { ContainerDefinitions: [{ Name: 'web', Image: image, Memory: 512, PortMappings: [{ ContainerPort: 80 }], ...container }], ...task } },
    Service: { Properties: service }, Group: { Properties: group }, LaunchTemplate: { Properties: { LaunchTemplateData: { ...template, ...user } } }, ...more,
  };
  const document = parseJson('variant.json', JSON.stringify(templateOf({ name: 'variant', over: 'ec2Service', template: JSON.stringify({ Resources: resources }) })));
  return [...new Set(dryRun([[{ name: 'variant', region: 'us-east-1', document }]]).report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))].sort();
}

describe.each<readonly [what: string, rule: string | undefined, variants: Readonly<Record<string, Variant>>]>([
  ['sinks, for want of room', 'task-placement', {
    'three tasks on two instances that take one each': { container: { Memory: 5000 }, service: { DesiredCount: 3 } },
    'a reservation that is too large, whatever the limit': { container: { Memory: 16000, MemoryReservation: 9000 } },
    'two containers that together ask for more CPU than an instance has': { task: { ContainerDefinitions: ['a', 'b'].map(Name => ({ Name, Image: image, Memory: 128, Cpu: 1100 })) } },
    'a task-level size above that of its containers': { container: { Memory: 128 }, task: { Memory: '8192' } },
    'memory that the agent keeps back': { container: { Memory: 7000 }, userData: 'echo ECS_RESERVED_MEMORY=1500 >> /etc/ecs/ecs.config', service: rolling(0) },
    'a daemon that leaves too little': { container: { Memory: 6100 }, more: daemonOf({ Memory: 2048 }), service: rolling(0) },
    'five vCPU on instances of two': { task: { Cpu: '5120', Memory: '1024' } },
    'two GPUs on instances of one, without the driver': { container: { ResourceRequirements: [{ Type: 'GPU', Value: '2' }] }, template: { InstanceType: 'g4dn.xlarge' } },
  }],
  ['sinks, for want of a port', 'task-placement', {
    'a port of the agent': { container: { PortMappings: [{ ContainerPort: 51678, HostPort: 51678 }] }, service: rolling(0) },
    'SSH': { container: { PortMappings: [{ ContainerPort: 22, HostPort: 22 }] }, service: rolling(0) },
    'a port that the user data reserves': { container: { PortMappings: [{ ContainerPort: 80, HostPort: 9000 }] }, userData: "echo 'ECS_RESERVED_PORTS=[22, 2375, 2376, 9000]' >> /etc/ecs/ecs.config", service: rolling(0) },
    'a UDP port three times on two instances': { container: { PortMappings: [{ ContainerPort: 53, HostPort: 53, Protocol: 'udp' }] }, service: { DesiredCount: 3, ...rolling(0) } },
    'the port of a daemon in host mode': { container: { PortMappings: [{ ContainerPort: 80, HostPort: 8125 }] }, service: rolling(0),
      more: (({ AgentTask, Agent }) => ({ Agent, AgentTask: { ...AgentTask, Properties: { ...AgentTask.Properties, NetworkMode: 'host' } } }))(daemonOf({ Memory: 128, PortMappings: [{ ContainerPort: 8125 }] })) },
  }],
  ['sinks, for what instances are not', 'task-placement', {
    'an image for Graviton': { task: { RuntimePlatform: { CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' } } },
    'logs to journald': { container: { LogConfiguration: { LogDriver: 'journald' } } },
    'an instance type that the group does not launch': { service: only('attribute:ecs.instance-type =~ c5.*') },
    'an attribute that the agents do not have': { service: only('attribute:stack == prod') },
    'an attribute of another value': { service: only('attribute:stack == prod'), userData: `echo 'ECS_INSTANCE_ATTRIBUTES={"stack": "test"}' >> /etc/ecs/ecs.config` },
    'the constraint of a task definition': { task: only('attribute:ecs.cpu-architecture == arm64') },
    'neighbours that are not there': { service: only('task:group == service:cache') },
    'distinctInstance and a third task': { service: { DesiredCount: 3, PlacementConstraints: [{ Type: 'distinctInstance' }], ...rolling(0) } },
  }],
  ['sinks at its first update', 'rolling-update-placement', {
    'distinctInstance on every instance': { service: { PlacementConstraints: [{ Type: 'distinctInstance' }] } },
    'a fixed port on every instance': { container: { PortMappings: [{ ContainerPort: 80, HostPort: 80 }] } },
    'half the desired count of one task is one': { container: { Memory: 5000 }, service: { DesiredCount: 2, ...rolling(51) } },
    'its own group is kept away by a constraint': { service: { ServiceName: 'web', ...only('not(task:group == service:web)') } },
    'host mode': { task: { NetworkMode: 'host' } },
  }],
  ['floats', undefined, {
    'a reservation that fits, whatever the limit': { container: { Memory: 16000, MemoryReservation: 500 } },
    'a port of the agent by UDP': { container: { PortMappings: [{ ContainerPort: 22, HostPort: 22, Protocol: 'udp' }] }, service: rolling(0) },
    'a port that the agent takes only for Prometheus': { container: { PortMappings: [{ ContainerPort: 51680, HostPort: 51680 }] }, service: rolling(0) },
    'the attribute that a constraint asks for': { service: only('attribute:stack == prod'), userData: `echo 'ECS_INSTANCE_ATTRIBUTES={"stack": "prod"}' >> /etc/ecs/ecs.config` },
    'an instance type by pattern': { service: only('attribute:ecs.instance-type =~ m5.*') },
    'journald where the agent offers it': { container: { LogConfiguration: { LogDriver: 'journald' } }, userData: `echo 'ECS_AVAILABLE_LOGGING_DRIVERS=["json-file","journald"]' >> /etc/ecs/ecs.config` },
    'distinctInstance with a spare instance': { service: { PlacementConstraints: [{ Type: 'distinctInstance' }] }, group: { MinSize: '3', MaxSize: '3' } },
    'distinctInstance where an old task may stop first': { service: { PlacementConstraints: [{ Type: 'distinctInstance' }], ...rolling(50) } },
    'a daemon and just enough beside it': { container: { Memory: 2500 }, more: daemonOf({ Memory: 1000 }) },
    'a pattern of which nobody knows whether it is to match the whole': { service: only('attribute:ecs.instance-type =~ m5') },
    'an attribute that only the account knows': { service: only('attribute:ecs.subnet-id == subnet-1') },
    'agents that are new enough': { service: only('agentVersion >= 1.50.0') },
    'host mode where an old task may stop first': { task: { NetworkMode: 'host' }, service: rolling(50) },
  }],
])('%s', (_what, rule, variants) => {
  test.each(Object.entries(variants))('%s', (_, variant) => {
    expect(errors(variant)).toEqual(rule === undefined ? [] : [rule]);
  });
});

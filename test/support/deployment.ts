import { extractModel } from '../../lib/model/extract';
import type { Model } from '../../lib/model/model';
import { Deployment, type StackInput } from '../../lib/template/deployment';
import { parseJson } from '../../lib/template/parse-json';

/** An Auto Scaling group of container instances. */
export interface GivenGroup {
  /** By name, or as an override of a mixed instances policy. */
  readonly types?: readonly (string | object)[];
  readonly min?: unknown;
  readonly max?: unknown;
  readonly desired?: unknown;
  /** By name: `a` is us-east-1a. */
  readonly zones?: readonly string[];
  /** Whether a capacity provider of the same name and `Provider` lets it grow. */
  readonly managed?: boolean;
}

/** A service with its task definition. */
export interface GivenService {
  readonly count?: unknown;
  readonly memory?: unknown;
  readonly cpu?: number;
  readonly hostPort?: number;
  readonly awsvpcIn?: readonly string[];
  readonly daemon?: boolean;
  /** By group, base and weight of the strategy; else the launch type EC2. */
  readonly providers?: Readonly<Record<string, readonly [base: number, weight: number]>>;
  /** Minimum and maximum percent. */
  readonly percents?: readonly [minimum: number, maximum: number];
  /** Minimum and maximum capacity of its scaling. */
  readonly scaling?: readonly [minimum: number, maximum: number];
  /** Further properties of the service. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Further properties of the task definition. */
  readonly task?: Readonly<Record<string, unknown>>;
}

/** The model of a cluster with these groups and services. */
export function aCluster(groups: Readonly<Record<string, GivenGroup>>, services: Readonly<Record<string, GivenService>>): Model {
  return extractModel(new Deployment([aStack(groups, services)]));
}

/** A stack `stack` with a cluster, and these groups and services in it, in us-east-1. Parameter `Unknown` has no value. */
export function aStack(groups: Readonly<Record<string, GivenGroup>>, services: Readonly<Record<string, GivenService>>): StackInput {
  const template = {
    Parameters: { Unknown: { Type: 'Number' } },
    Resources: {
      Cluster: { Type: 'AWS::ECS::Cluster' },
      ...Object.fromEntries(['a', 'b', 'c'].map(zone => [`Subnet${zone}`, resource('EC2::Subnet', { AvailabilityZone: `us-east-1${zone}`, CidrBlock: '10.0.0.0/24' })])),
      ...Object.assign({}, ...Object.entries(groups).map(([id, group]) => groupResources(id, group))) as object,
      ...Object.assign({}, ...Object.entries(services).map(([id, service]) => serviceResources(id, service))) as object,
    },
  };
  return { name: 'stack', region: 'us-east-1', document: parseJson('template.json', JSON.stringify(template)) };
}

function resource(type: string, properties: object): object {
  return { Type: `AWS::${type}`, Properties: properties };
}

function groupResources(id: string, { types = ['m5.large'], min = 2, max = min, desired, zones = ['a', 'b'], managed }: GivenGroup): object {
  const template = { LaunchTemplateId: { Ref: `${id}Template` }, Version: '1' };
  return {
    [`${id}Template`]: resource('EC2::LaunchTemplate', { LaunchTemplateData: {
      ImageId: '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}', InstanceType: typeof types[0] === 'string' ? types[0] : 'm5.large',
      UserData: { 'Fn::Base64': { 'Fn::Sub': '#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n' } },
    } }),
    [id]: resource('AutoScaling::AutoScalingGroup', {
      MinSize: min, MaxSize: max, ...(desired === undefined ? {} : { DesiredCapacity: desired }), VPCZoneIdentifier: zones.map(zone => ({ Ref: `Subnet${zone}` })),
      ...(types.length === 1 && typeof types[0] === 'string' ? { LaunchTemplate: template }
        : { MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: template, Overrides: types.map(type => (typeof type === 'string' ? { InstanceType: type } : type)) } } }),
    }),
    ...(managed ? { [`${id}Provider`]: resource('ECS::CapacityProvider', {
      Name: `${id}Provider`, AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: id }, ManagedScaling: { Status: 'ENABLED' } },
    }) } : {}),
  };
}

function serviceResources(id: string, { count = 1, memory = 512, cpu, hostPort, awsvpcIn, daemon, providers, percents, scaling, more, task }: GivenService): object {
  return {
    [`${id}Task`]: resource('ECS::TaskDefinition', {
      ...(awsvpcIn ? { NetworkMode: 'awsvpc' } : {}),
      ContainerDefinitions: [{ Name: 'app', Image: 'app', Memory: memory, ...(cpu === undefined ? {} : { Cpu: cpu }), ...(hostPort === undefined ? {} : { PortMappings: [{ ContainerPort: 80, HostPort: hostPort }] }) }],
      ...task,
    }),
    [id]: resource('ECS::Service', {
      Cluster: { Ref: 'Cluster' }, TaskDefinition: { Ref: `${id}Task` },
      ...(daemon ? { SchedulingStrategy: 'DAEMON' } : { DesiredCount: count }),
      ...(providers ? { CapacityProviderStrategy: Object.entries(providers).map(([group, [Base, Weight]]) => ({ CapacityProvider: { Ref: `${group}Provider` }, Base, Weight })) } : { LaunchType: 'EC2' }),
      ...(awsvpcIn ? { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: awsvpcIn.map(zone => ({ Ref: `Subnet${zone}` })) } } } : {}),
      ...(percents ? { DeploymentConfiguration: { MinimumHealthyPercent: percents[0], MaximumPercent: percents[1] } } : {}),
      ...more,
    }),
    ...(scaling ? { [`${id}Scaling`]: resource('ApplicationAutoScaling::ScalableTarget', {
      ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: scaling[0], MaxCapacity: scaling[1],
      ResourceId: { 'Fn::Sub': `service/\${Cluster}/\${${id}.Name}` },
    }) } : {}),
  };
}

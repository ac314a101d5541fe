import { fact } from './fact';

const config = 'https://github.com/aws/amazon-ecs-agent/blob/master/README.md';

/** The cluster that an agent joins when its configuration names none. */
export const defaultCluster = fact({
  id: 'default-cluster',
  standing: 'documented',
  source: { url: config, read: '2026-11-20', says: 'ECS_CLUSTER: the cluster that the agent checks into; default.' },
  value: 'default',
});

/** TCP ports that the agent registers as taken, unless `ECS_RESERVED_PORTS` gives another list. */
export const reservedPorts = fact<Readonly<Record<'linux' | 'windows', readonly number[]>>>({
  id: 'reserved-ports',
  standing: 'documented',
  source: {
    url: config, read: '2026-11-20',
    says: 'ECS_RESERVED_PORTS: [22, 2375, 2376, 51678, 51679] on Linux, [53, 135, 139, 445, 2375, 2376, 3389, 5985, 5986, 51678, 51679] on Windows. ECS_RESERVED_PORTS_UDP: [].',
  },
  value: {
    linux: [22, 2375, 2376, 51678, 51679],
    windows: [53, 135, 139, 445, 2375, 2376, 3389, 5985, 5986, 51678, 51679],
  },
});

/** Log drivers that the agent registers on ECS's images, unless `ECS_AVAILABLE_LOGGING_DRIVERS` gives another list. `awsfirelens` comes on top of any list. */
export const loggingDrivers = fact<Readonly<Record<'amazonLinux' | 'bottlerocket', readonly string[]>>>({
  id: 'logging-drivers',
  standing: 'documented',
  source: {
    url: 'https://github.com/aws/amazon-ecs-agent/blob/master/ecs-init/docker/docker.go', read: '2026-11-20',
    says: 'ecs-init, which starts the agent on the Amazon Linux images, sets json-file, syslog, awslogs, fluentd and none; Bottlerocket\'s setting ecs.logging-drivers begins as json-file, awslogs and none.',
  },
  value: {
    amazonLinux: ['json-file', 'syslog', 'awslogs', 'fluentd', 'none'],
    bottlerocket: ['json-file', 'awslogs', 'none'],
  },
});

/** Log drivers of Docker that an agent may register. */
export const dockerLogDrivers = fact<readonly string[]>({
  id: 'docker-log-drivers',
  standing: 'documented',
  source: {
    url: 'https://github.com/aws/amazon-ecs-agent/blob/master/agent/dockerclient/logging_drivers.go', read: '2026-11-20',
    says: 'The drivers that the agent knows; it registers those of ECS_AVAILABLE_LOGGING_DRIVERS.',
  },
  value: ['json-file', 'syslog', 'journald', 'gelf', 'fluentd', 'awslogs', 'splunk', 'logentries', 'sumologic', 'none'],
});

/** Attributes that stand for what an agent on one of ECS's Linux images can do, beside its log drivers. Rather too many than too few: what is missing keeps tasks away. */
export const agentCapabilities = fact<readonly string[]>({
  id: 'agent-capabilities',
  standing: 'documented',
  source: {
    url: 'https://github.com/aws/amazon-ecs-agent/blob/master/agent/app/agent_capability.go', read: '2026-11-20',
    says: 'The capabilities that the agent adds to RegisterContainerInstance, agent 1.105.1. Taken are all that need no setting; all Docker API versions count as known.',
  },
  value: [
    ...['ecr-auth', 'logging-driver.awsfirelens', 'selinux', 'apparmor',
      ...Array.from({ length: 28 }, (_, i) => `docker-remote-api.1.${17 + i}`)].map(name => `com.amazonaws.ecs.capability.${name}`),
    ...['task-eni.ipv6', 'task-eni-block-instance-metadata', 'task-eni-trunking', 'cni-plugin-version', 'branch-cni-plugin-version', 'task-cpu-mem-limit',
      'increased-task-cpu-limit', 'docker-plugin.local', 'docker-plugin.amazon-ecs-volume-plugin', 'private-registry-authentication.secretsmanager',
      'secrets.ssm.environment-variables', 'secrets.asm.environment-variables', 'secrets.ssm.bootstrap.log-driver', 'secrets.asm.bootstrap.log-driver',
      'pid-ipc-namespace-sharing', 'ecr-endpoint', 'container-ordering', 'container-health-check', 'execution-role-ecr-pull', 'aws-appmesh',
      'task-eia', 'task-eia.optimized-cpu', 'firelens.fluentd', 'firelens.fluentbit', 'firelens.options.config.file', 'firelens.options.config.s3', 'firelens.non-root-user',
      'full-sync', 'gmsa', 'gmsa-domainless', 'efs', 'efsAuth', 'env-files.s3', 'execute-command', 'service-connect-v1', 'storage.ebs-task-volume-attach',
      'storage.ebsta-non-root-user', 'storage.s3-files', 'container-restart-policy', 'fault-injection', 'ipv6-only', 'network.container-port-range',
    ].map(name => `ecs.capability.${name}`),
  ],
});

/** A variable of the agent that decides whether it registers an attribute. */
export interface AgentSwitch {
  readonly setting: string;
  readonly attribute: string;
  /** Whether the attribute is there when the variable is true; otherwise it is there when it is false. */
  readonly when: boolean;
  /** Whether the attribute is there on the images of ECS where nothing is said of it. */
  readonly unset: Readonly<Record<'amazonLinux' | 'bottlerocket' | 'windows', boolean>>;
}

/** Attributes that the agent registers or not as it is told. */
export const agentSwitches = fact<readonly AgentSwitch[]>({
  id: 'agent-switches',
  standing: 'documented',
  source: {
    url: 'https://github.com/aws/amazon-ecs-agent/blob/master/README.md', read: '2026-11-22',
    says: 'Variables of the agent with their defaults, which on Windows hold as they stand; ECSTools sets them for -EnableTaskIAMRole and -EnableTaskENI, and without these tasks with roles fail on Windows with ATTRIBUTE (aws-cdk issue 36805). On the Amazon Linux images ecs-init sets ' +
      'those of task roles, of task interfaces and of logging by the execution role to true, and Bottlerocket does, too; its settings.ecs.allow-privileged-containers is false by default.',
  },
  value: [
    { setting: 'ECS_DISABLE_PRIVILEGED', attribute: 'com.amazonaws.ecs.capability.privileged-container', when: false, unset: { amazonLinux: true, bottlerocket: false, windows: true } },
    { setting: 'ECS_ENABLE_TASK_IAM_ROLE', attribute: 'com.amazonaws.ecs.capability.task-iam-role', when: true, unset: { amazonLinux: true, bottlerocket: true, windows: false } },
    { setting: 'ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST', attribute: 'com.amazonaws.ecs.capability.task-iam-role-network-host', when: true, unset: { amazonLinux: true, bottlerocket: true, windows: false } },
    { setting: 'ECS_ENABLE_TASK_ENI', attribute: 'ecs.capability.task-eni', when: true, unset: { amazonLinux: true, bottlerocket: true, windows: false } },
    { setting: 'ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE', attribute: 'ecs.capability.execution-role-awslogs', when: true, unset: { amazonLinux: true, bottlerocket: true, windows: false } },
  ],
});

/** Types that take fewer tasks in `awsvpc` mode than they have network interfaces for. */
export const taskEniExceptions = fact<ReadonlyMap<string, number>>({
  id: 'task-eni-exceptions',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html', read: '2026-11-20',
    says: 'A p5.48xlarge takes one task in awsvpc mode.',
  },
  value: new Map([['p5.48xlarge', 1]]),
});

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

/** Attributes that stand for what an agent on one of ECS's Linux images can do, beside its log drivers. Rather too many than too few: what is missing keeps tasks away. */
export const agentCapabilities = fact<readonly string[]>({
  id: 'agent-capabilities',
  standing: 'documented',
  source: {
    url: 'https://github.com/aws/amazon-ecs-agent/blob/master/agent/app/agent_capability.go', read: '2026-11-20',
    says: 'The capabilities that the agent adds to RegisterContainerInstance, agent 1.105.1. Taken are all that need no setting; all Docker API versions count as known.',
  },
  value: [
    ...['privileged-container', 'ecr-auth', 'task-iam-role', 'task-iam-role-network-host', 'logging-driver.awsfirelens', 'selinux', 'apparmor',
      ...Array.from({ length: 28 }, (_, i) => `docker-remote-api.1.${17 + i}`)].map(name => `com.amazonaws.ecs.capability.${name}`),
    ...['task-eni', 'task-eni.ipv6', 'task-eni-block-instance-metadata', 'task-eni-trunking', 'cni-plugin-version', 'branch-cni-plugin-version', 'task-cpu-mem-limit',
      'increased-task-cpu-limit', 'docker-plugin.local', 'docker-plugin.amazon-ecs-volume-plugin', 'private-registry-authentication.secretsmanager',
      'secrets.ssm.environment-variables', 'secrets.asm.environment-variables', 'secrets.ssm.bootstrap.log-driver', 'secrets.asm.bootstrap.log-driver',
      'pid-ipc-namespace-sharing', 'ecr-endpoint', 'container-ordering', 'container-health-check', 'execution-role-ecr-pull', 'execution-role-awslogs', 'aws-appmesh',
      'task-eia', 'task-eia.optimized-cpu', 'firelens.fluentd', 'firelens.fluentbit', 'firelens.options.config.file', 'firelens.options.config.s3', 'firelens.non-root-user',
      'full-sync', 'gmsa', 'gmsa-domainless', 'efs', 'efsAuth', 'env-files.s3', 'execute-command', 'service-connect-v1', 'storage.ebs-task-volume-attach',
      'storage.ebsta-non-root-user', 'storage.s3-files', 'container-restart-policy', 'fault-injection', 'ipv6-only', 'network.container-port-range',
    ].map(name => `ecs.capability.${name}`),
  ],
});

/** Whether ECS's images let containers be privileged where nothing is said of it. */
export const privilegedContainers = fact<Readonly<Record<'amazonLinux' | 'bottlerocket', boolean>>>({
  id: 'privileged-containers',
  standing: 'documented',
  source: {
    url: 'https://bottlerocket.dev/en/os/1.20.x/api/settings/ecs/', read: '2026-11-21',
    says: 'settings.ecs.allow-privileged-containers: if false, privileged containers are not permitted; default: false. It sets ECS_DISABLE_PRIVILEGED, of which the default on the other images is false (README of the agent).',
  },
  value: { amazonLinux: true, bottlerocket: false },
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

import { fact } from './fact';

/** What somebody has to be allowed for one thing that a template asks for. */
export interface Permission {
  /** As IAM writes them. */
  readonly actions: readonly string[];
  /** The page that says so. */
  readonly docs: string;
}

const guide = (page: string): string => `https://docs.aws.amazon.com/AmazonECS/latest/developerguide/${page}.html`;
const executionRole = guide('task_execution_IAM_role'), instanceRole = guide('instance_IAM_role');
const eventsRole = guide('CWE_IAM_role'), infrastructureRole = guide('infrastructure_IAM_role');

/** The permissions that go with the features of tasks, instances, services and schedules. */
export const neededPermissions = fact({
  id: 'needed-permissions',
  standing: 'documented',
  source: {
    url: executionRole,
    read: '2026-11-20',
    says: 'Each row names its page. ecr:BatchCheckLayerAvailability stands on that page too, but a pull does without it: AmazonEC2ContainerRegistryPullOnly has not got it. ' +
      'Streams are asked for by the ARN of the log stream, as the refusals show.',
  },
  value: {
    registryLogin: { actions: ['ecr:GetAuthorizationToken'], docs: executionRole },
    imagePull: { actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], docs: executionRole },
    logStream: { actions: ['logs:CreateLogStream'], docs: executionRole },
    logEvents: { actions: ['logs:PutLogEvents'], docs: executionRole },
    logGroup: { actions: ['logs:CreateLogGroup'], docs: guide('using_awslogs') },
    secret: { actions: ['secretsmanager:GetSecretValue'], docs: guide('secrets-envvar-secrets-manager') },
    parameter: { actions: ['ssm:GetParameters'], docs: guide('secrets-envvar-ssm-paramstore') },
    decrypt: { actions: ['kms:Decrypt'], docs: executionRole },
    file: { actions: ['s3:GetObject'], docs: guide('use-environment-file') },
    bucketLocation: { actions: ['s3:GetBucketLocation'], docs: guide('use-environment-file') },
    exec: {
      actions: ['ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel'],
      docs: guide('ecs-exec'),
    },
    execKey: { actions: ['kms:Decrypt'], docs: guide('ecs-exec-logging') },
    execLog: { actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], docs: guide('ecs-exec-logging') },
    execFile: { actions: ['s3:PutObject'], docs: guide('ecs-exec-logging') },
    mount: { actions: ['elasticfilesystem:ClientMount'], docs: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html' },
    traces: { actions: ['xray:PutTraceSegments'], docs: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html' },
    metrics: { actions: ['cloudwatch:PutMetricData'], docs: guide('cloudwatch-container-insights') },
    mesh: { actions: ['appmesh:StreamAggregatedResources'], docs: 'https://docs.aws.amazon.com/app-mesh/latest/userguide/proxy-authorization.html' },
    routedLog: { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], docs: guide('using_firelens') },
    routedRecords: { actions: ['firehose:PutRecordBatch'], docs: guide('using_firelens') },
    routedStream: { actions: ['kinesis:PutRecords'], docs: guide('using_firelens') },
    pollEndpoint: { actions: ['ecs:DiscoverPollEndpoint'], docs: instanceRole },
    registration: { actions: ['ecs:RegisterContainerInstance'], docs: instanceRole },
    poll: { actions: ['ecs:Poll'], docs: instanceRole },
    runTask: { actions: ['ecs:RunTask'], docs: eventsRole },
    managedRule: { actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], docs: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html' },
    passRole: { actions: ['iam:PassRole'], docs: eventsRole },
    createVolume: { actions: ['ec2:CreateVolume'], docs: infrastructureRole },
    attachVolume: { actions: ['ec2:AttachVolume'], docs: infrastructureRole },
    launchInstances: { actions: ['ec2:CreateFleet'], docs: infrastructureRole },
    launchTemplate: { actions: ['ec2:CreateLaunchTemplate'], docs: infrastructureRole },
    registerTargets: { actions: ['elasticloadbalancing:RegisterTargets'], docs: guide('AmazonECSInfrastructureRolePolicyForLoadBalancers') },
    describeTargets: { actions: ['elasticloadbalancing:DescribeTargetHealth'], docs: guide('AmazonECSInfrastructureRolePolicyForLoadBalancers') },
    invokeHook: { actions: ['lambda:InvokeFunction'], docs: guide('blue-green-permissions') },
    taskSet: { actions: ['ecs:CreateTaskSet', 'ecs:DescribeServices'], docs: guide('codedeploy_IAM_role') },
  } satisfies Readonly<Record<string, Permission>>,
});

/** What a permission is for. */
export type Purpose = keyof typeof neededPermissions.value;

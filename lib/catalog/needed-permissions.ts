import { fact } from './fact';

/** What somebody has to be allowed for one thing that a template asks for. */
export interface Permission {
  /** What it is for, as in "to pull the image". */
  readonly to: string;
  /** As IAM writes them. */
  readonly actions: readonly string[];
  /** What AWS's own policies and pages give with them, and what is done without. */
  readonly also?: readonly string[];
  /** The policy of AWS's own that is there for it: what stands behind `policy/` in its ARN. */
  readonly managedPolicy?: string;
  /** The page that says so. */
  readonly docs: string;
}

const guide = (page: string): string => `https://docs.aws.amazon.com/AmazonECS/latest/developerguide/${page}.html`;
const executionRole = guide('task_execution_IAM_role'), instanceRole = guide('instance_IAM_role'), exec = guide('ecs-exec-logging');
const eventsRole = guide('CWE_IAM_role'), infrastructureRole = guide('infrastructure_IAM_role'), codeDeployRole = guide('codedeploy_IAM_role');
const stepFunctions = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html';
const pipelineRole = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html';
const efs = 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html';

const s3Files = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-security-iam.html';

const forTasks = 'service-role/AmazonECSTaskExecutionRolePolicy', forInstances = 'service-role/AmazonEC2ContainerServiceforEC2Role';
const forVolumes = 'service-role/AmazonECSInfrastructureRolePolicyForVolumes', forManagedInstances = 'AmazonECSInfrastructureRolePolicyForManagedInstances';
const forLoadBalancers = 'AmazonECSInfrastructureRolePolicyForLoadBalancers', forLattice = 'AmazonECSInfrastructureRolePolicyForVpcLattice';
const forCertificates = 'service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity', forCodeDeploy = 'AWSCodeDeployRoleForECS';
const forExpress = 'service-role/AmazonECSInfrastructureRoleforExpressGatewayServices', express = { managedPolicy: forExpress, docs: infrastructureRole };

/** To start a task. */
const ofExecution = {
  registryLogin: { to: 'log in to Amazon ECR', actions: ['ecr:GetAuthorizationToken'], managedPolicy: forTasks, docs: executionRole },
  imagePull: { to: 'pull the image', actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], also: ['ecr:BatchCheckLayerAvailability'], managedPolicy: forTasks, docs: executionRole },
  upstreamImage: {
    to: 'pull the image through the cache the first time', actions: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
    docs: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html',
  },
  logStream: { to: 'open the log stream', actions: ['logs:CreateLogStream'], managedPolicy: forTasks, docs: executionRole },
  logEvents: { to: 'write to the log stream', actions: ['logs:PutLogEvents'], managedPolicy: forTasks, docs: executionRole },
  logGroup: { to: 'create the log group', actions: ['logs:CreateLogGroup'], docs: guide('using_awslogs') },
  secret: { to: 'fetch the secret', actions: ['secretsmanager:GetSecretValue'], also: ['secretsmanager:DescribeSecret'], docs: guide('secrets-envvar-secrets-manager') },
  parameter: {
    to: 'fetch the parameter', actions: ['ssm:GetParameters'], also: ['ssm:DescribeParameters', 'ssm:GetParameter', 'ssm:GetParameterHistory'],
    docs: guide('secrets-envvar-ssm-paramstore'),
  },
  decrypt: { to: 'decrypt it', actions: ['kms:Decrypt'], docs: executionRole },
  file: { to: 'download the file', actions: ['s3:GetObject'], docs: guide('use-environment-file') },
  bucketLocation: { to: 'find the bucket', actions: ['s3:GetBucketLocation'], docs: guide('use-environment-file') },
  windowsShare: { to: 'find the file system', actions: ['fsx:DescribeFileSystems'], docs: guide('wfsx-volumes') },
} satisfies Readonly<Record<string, Permission>>;

/** For what a task definition or a service turns on in the containers. */
const ofTasks = {
  exec: {
    to: 'open the channel of ECS Exec',
    actions: ['ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel'],
    // Where nothing is said of its log, ECS Exec writes to the log group of the container where it may.
    also: ['logs:CreateLogStream', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
    docs: guide('ecs-exec'),
  },
  execKey: { to: 'encrypt what is typed', actions: ['kms:Decrypt'], also: ['kms:GenerateDataKey'], docs: exec },
  execGroups: { to: 'find the log group of ECS Exec', actions: ['logs:DescribeLogGroups'], docs: exec },
  execLog: { to: 'keep what is typed', actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], docs: exec },
  execFile: { to: 'keep what is typed', actions: ['s3:PutObject'], also: ['s3:GetBucketLocation'], docs: exec },
  execBucket: { to: 'see whether the bucket is encrypted', actions: ['s3:GetEncryptionConfiguration'], docs: exec },
  mount: { to: 'mount the file system', actions: ['elasticfilesystem:ClientMount'], also: ['elasticfilesystem:ClientRootAccess'], docs: efs },
  fileWrite: { to: 'write to the file system', actions: ['elasticfilesystem:ClientWrite'], docs: efs },
  s3Mount: { to: 'mount the file system', actions: ['s3files:ClientMount'], also: ['s3files:ClientRootAccess', 's3files:GetAccessPoint', 's3files:ListMountTargets'], docs: s3Files },
  s3Write: { to: 'write to the file system', actions: ['s3files:ClientWrite'], docs: s3Files },
  traces: {
    to: 'send traces', actions: ['xray:PutTraceSegments'],
    also: ['xray:GetSamplingRules', 'xray:GetSamplingStatisticSummaries', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords'],
    managedPolicy: 'AWSXRayDaemonWriteAccess', docs: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html',
  },
  metrics: { to: 'send metrics', actions: ['cloudwatch:PutMetricData'], managedPolicy: 'CloudWatchAgentServerPolicy', docs: guide('cloudwatch-container-insights') },
  embeddedMetrics: {
    to: 'send metrics by way of a log', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], also: ['logs:CreateLogGroup', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:PutRetentionPolicy'],
    docs: guide('application-metrics-cloudwatch'),
  },
  remoteWrite: { to: 'send metrics to Prometheus', actions: ['aps:RemoteWrite'], managedPolicy: 'AmazonPrometheusRemoteWriteAccess', docs: guide('application-metrics-prometheus') },
  mesh: { to: 'hear of the mesh', actions: ['appmesh:StreamAggregatedResources'], managedPolicy: 'AWSAppMeshEnvoyAccess', docs: 'https://docs.aws.amazon.com/app-mesh/latest/userguide/proxy-authorization.html' },
  routedLog: { to: 'send logs to CloudWatch Logs', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], also: ['logs:DescribeLogStreams'], docs: guide('using_firelens') },
  routedGroup: { to: 'create the log group', actions: ['logs:CreateLogGroup'], also: ['logs:PutRetentionPolicy'], docs: guide('using_firelens') },
  routedRecords: { to: 'send logs to Amazon Data Firehose', actions: ['firehose:PutRecordBatch'], docs: guide('using_firelens') },
  routedStream: { to: 'send logs to Kinesis', actions: ['kinesis:PutRecords'], docs: guide('using_firelens') },
  routedFile: { to: 'send logs to S3', actions: ['s3:PutObject'], docs: 'https://docs.fluentbit.io/manual/pipeline/outputs/s3' },
} satisfies Readonly<Record<string, Permission>>;

/** For the agent on a container instance. */
const ofInstances = {
  pollEndpoint: { to: 'find out whom to ask for tasks', actions: ['ecs:DiscoverPollEndpoint'], managedPolicy: forInstances, docs: instanceRole },
  registration: {
    to: 'register the instance', actions: ['ecs:RegisterContainerInstance'],
    also: ['ec2:DescribeTags', 'ecs:CreateCluster', 'ecs:DeregisterContainerInstance', 'ecs:ListTagsForResource', 'ecs:TagResource', 'ecs:UpdateContainerInstancesState'],
    managedPolicy: forInstances, docs: instanceRole,
  },
  poll: { to: 'ask for tasks', actions: ['ecs:Poll'], managedPolicy: forInstances, docs: instanceRole },
  taskState: {
    to: 'tell how tasks are', actions: ['ecs:SubmitTaskStateChange'], also: ['ecs:SubmitAttachmentStateChanges', 'ecs:SubmitContainerStateChange'],
    managedPolicy: forInstances, docs: instanceRole,
  },
  telemetry: { to: 'report what tasks use', actions: ['ecs:StartTelemetrySession'], also: ['ecs:PutSystemLogEvents'], managedPolicy: forInstances, docs: instanceRole },
} satisfies Readonly<Record<string, Permission>>;

/** For whoever starts or replaces tasks. */
const ofLaunchers = {
  runTask: { to: 'start the task', actions: ['ecs:RunTask'], docs: eventsRole },
  taskTags: { to: 'tag the task', actions: ['ecs:TagResource'], docs: eventsRole },
  passRole: { to: 'pass the role on', actions: ['iam:PassRole'], docs: eventsRole },
  deadLetter: { to: 'keep what could not be started', actions: ['sqs:SendMessage'], docs: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html' },
  deadLetterKey: { to: 'encrypt what could not be started', actions: ['kms:Decrypt', 'kms:GenerateDataKey'], docs: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html' },
  managedRule: { to: 'hear of the end of the task', actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], docs: stepFunctions },
  followTask: { to: 'look after the task and stop it', actions: ['ecs:DescribeTasks', 'ecs:StopTask'], docs: stepFunctions },
  taskSet: {
    to: 'replace the tasks', actions: ['ecs:CreateTaskSet', 'ecs:DeleteTaskSet', 'ecs:DescribeServices', 'ecs:UpdateServicePrimaryTaskSet'],
    also: ['lambda:InvokeFunction', 's3:GetObject', 's3:GetObjectVersion'], managedPolicy: forCodeDeploy, docs: codeDeployRole,
  },
  traffic: {
    to: 'move the traffic',
    actions: ['elasticloadbalancing:DescribeListeners', 'elasticloadbalancing:DescribeRules', 'elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:ModifyListener'],
    also: ['elasticloadbalancing:ModifyRule'], managedPolicy: forCodeDeploy, docs: codeDeployRole,
  },
  watchAlarms: { to: 'watch the alarms', actions: ['cloudwatch:DescribeAlarms'], managedPolicy: forCodeDeploy, docs: codeDeployRole },
  notify: { to: 'tell how the deployment goes', actions: ['sns:Publish'], managedPolicy: forCodeDeploy, docs: codeDeployRole },
  updateService: {
    to: 'deploy the service', actions: ['ecs:DescribeServices', 'ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition', 'ecs:UpdateService'],
    also: ['ecs:DescribeTasks', 'ecs:ListTasks', 'ecs:TagResource'], docs: pipelineRole,
  },
  startDeployment: {
    to: 'have CodeDeploy deploy the service',
    actions: ['codedeploy:CreateDeployment', 'codedeploy:GetDeployment', 'codedeploy:GetDeploymentConfig', 'codedeploy:RegisterApplicationRevision', 'ecs:RegisterTaskDefinition'],
    also: ['codedeploy:GetApplication', 'codedeploy:GetApplicationRevision', 'ecs:TagResource'], docs: pipelineRole,
  },
} satisfies Readonly<Record<string, Permission>>;

/** For what ECS manages around tasks with a role of the user's. */
const ofInfrastructure = {
  fargateStorage: {
    to: 'encrypt ephemeral storage', actions: ['kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:CreateGrant'], docs: guide('fargate-create-storage-key'),
  },
  encryptedLog: {
    to: 'encrypt what is logged', actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  },
  scalingVolume: {
    to: 'encrypt the volumes of the instances', actions: ['kms:CreateGrant', 'kms:GenerateDataKeyWithoutPlaintext'],
    docs: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
  },
  createVolume: { to: 'create the volume', actions: ['ec2:CreateVolume'], managedPolicy: forVolumes, docs: infrastructureRole },
  tagVolume: { to: 'mark the volume as its own', actions: ['ec2:CreateTags'], managedPolicy: forVolumes, docs: infrastructureRole },
  attachVolume: { to: 'attach the volume', actions: ['ec2:AttachVolume', 'ec2:DetachVolume'], managedPolicy: forVolumes, docs: infrastructureRole },
  deleteVolume: { to: 'delete the volume', actions: ['ec2:DeleteVolume'], managedPolicy: forVolumes, docs: infrastructureRole },
  describeVolumes: { to: 'look for the volume', actions: ['ec2:DescribeAvailabilityZones', 'ec2:DescribeVolumes'], also: ['ec2:DescribeInstances'], managedPolicy: forVolumes, docs: infrastructureRole },
  volumeKey: { to: 'encrypt the volume', actions: ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'], also: ['kms:DescribeKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'], docs: guide('ebs-kms-encryption') },
  launchTemplate: {
    to: 'create the launch template', actions: ['ec2:CreateLaunchTemplate'], also: ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
    managedPolicy: forManagedInstances, docs: infrastructureRole,
  },
  launchInstances: { to: 'launch instances', actions: ['ec2:CreateFleet'], also: ['iam:CreateServiceLinkedRole'], managedPolicy: forManagedInstances, docs: infrastructureRole },
  runInstances: { to: 'launch instances', actions: ['ec2:RunInstances'], managedPolicy: forManagedInstances, docs: infrastructureRole },
  tagInstances: { to: 'mark the instances as its own', actions: ['ec2:CreateTags'], managedPolicy: forManagedInstances, docs: infrastructureRole },
  describeInstances: {
    to: 'look for instances', actions: ['ec2:DescribeInstanceTypes', 'ec2:DescribeInstances', 'ec2:DescribeLaunchTemplates', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets'],
    also: [
      'cloudformation:DescribeStacks', 'cloudformation:ListStackResources', 'ec2:DescribeAvailabilityZones', 'ec2:DescribeCapacityReservations', 'ec2:DescribeInstanceTypeOfferings',
      'ec2:DescribeNetworkInterfaces', 'ec2:DescribeVpcs', 'resource-groups:ListGroupResources', 'tag:GetResources',
    ],
    managedPolicy: forManagedInstances, docs: infrastructureRole,
  },
  registerTargets: { to: 'register the tasks with the load balancer', actions: ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'], managedPolicy: forLoadBalancers, docs: guide(forLoadBalancers) },
  describeTargets: {
    to: 'look at the load balancer',
    actions: ['elasticloadbalancing:DescribeListeners', 'elasticloadbalancing:DescribeRules', 'elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'],
    managedPolicy: forLoadBalancers, docs: guide(forLoadBalancers),
  },
  moveListener: { to: 'move the traffic', actions: ['elasticloadbalancing:ModifyListener'], managedPolicy: forLoadBalancers, docs: guide(forLoadBalancers) },
  moveRule: { to: 'move the traffic', actions: ['elasticloadbalancing:ModifyRule'], managedPolicy: forLoadBalancers, docs: guide(forLoadBalancers) },
  gatewayTargets: {
    to: 'make target groups for the service', actions: ['elasticloadbalancing:CreateTargetGroup', 'elasticloadbalancing:RegisterTargets'],
    also: ['elasticloadbalancing:AddTags', 'elasticloadbalancing:DeleteTargetGroup', 'elasticloadbalancing:DeregisterTargets'], ...express,
  },
  gatewayRule: {
    to: 'send requests to the service', actions: ['elasticloadbalancing:CreateRule'],
    also: ['elasticloadbalancing:DeleteRule', 'elasticloadbalancing:ModifyListener', 'elasticloadbalancing:ModifyRule'], ...express,
  },
  gatewayLoadBalancer: {
    to: 'make the load balancer', actions: ['elasticloadbalancing:CreateListener', 'elasticloadbalancing:CreateLoadBalancer'],
    also: [
      'elasticloadbalancing:AddListenerCertificates', 'elasticloadbalancing:DeleteListener', 'elasticloadbalancing:DeleteLoadBalancer', 'elasticloadbalancing:RemoveListenerCertificates',
      'iam:CreateServiceLinkedRole',
    ], ...express,
  },
  gatewaySecurityGroup: {
    to: 'make security groups', actions: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:CreateSecurityGroup'],
    also: ['ec2:AuthorizeSecurityGroupEgress', 'ec2:CreateTags', 'ec2:DeleteSecurityGroup', 'ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'], ...express,
  },
  gatewayCertificate: { to: 'have a certificate issued', actions: ['acm:RequestCertificate'], also: ['acm:AddTagsToCertificate', 'acm:DeleteCertificate', 'acm:DescribeCertificate'], ...express },
  gatewayScaling: {
    to: 'scale the service', actions: ['application-autoscaling:PutScalingPolicy', 'application-autoscaling:RegisterScalableTarget'],
    also: [
      'application-autoscaling:DeleteScalingPolicy', 'application-autoscaling:DeregisterScalableTarget', 'application-autoscaling:DescribeScalableTargets',
      'application-autoscaling:DescribeScalingActivities', 'application-autoscaling:DescribeScalingPolicies', 'application-autoscaling:TagResource',
      'cloudwatch:DeleteAlarms', 'cloudwatch:DescribeAlarms', 'cloudwatch:PutMetricAlarm', 'cloudwatch:TagResource',
    ], ...express,
  },
  gatewayDescribe: {
    to: 'look at what is around the service', actions: ['elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeTargetGroups', 'ec2:DescribeSubnets'],
    also: [
      'ec2:DescribeRouteTables', 'ec2:DescribeSecurityGroups', 'ec2:DescribeVpcs', 'elasticloadbalancing:DescribeListeners', 'elasticloadbalancing:DescribeRules',
      'elasticloadbalancing:DescribeTargetHealth', 'logs:CreateLogGroup', 'logs:DescribeLogGroups', 'logs:TagResource',
    ], ...express,
  },
  invokeHook: { to: 'call the hook', actions: ['lambda:InvokeFunction'], docs: guide('blue-green-permissions') },
  certificate: {
    to: 'issue certificates of Service Connect',
    actions: ['acm-pca:DescribeCertificateAuthority', 'acm-pca:GetCertificate', 'acm-pca:GetCertificateAuthorityCertificate', 'acm-pca:IssueCertificate'],
    also: ['secretsmanager:CreateSecret', 'secretsmanager:DeleteSecret', 'secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue', 'secretsmanager:RotateSecret', 'secretsmanager:TagResource', 'secretsmanager:UpdateSecret', 'secretsmanager:UpdateSecretVersionStage'],
    managedPolicy: forCertificates, docs: guide('service-connect-tls'),
  },
  latticeTargets: {
    to: 'register the tasks with VPC Lattice', actions: ['vpc-lattice:DeregisterTargets', 'vpc-lattice:RegisterTargets'],
    also: ['ec2:DescribeInstances', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs', 'vpc-lattice:GetTargetGroup', 'vpc-lattice:ListTargets'], managedPolicy: forLattice, docs: guide('ecs-vpc-lattice'),
  },
  classicTargets: {
    to: 'register the instances with the load balancer',
    actions: ['elasticloadbalancing:DeregisterInstancesFromLoadBalancer', 'elasticloadbalancing:RegisterInstancesWithLoadBalancer'],
    also: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:DescribeInstances', 'elasticloadbalancing:DescribeLoadBalancers'],
    managedPolicy: 'service-role/AmazonEC2ContainerServiceRole', docs: guide('ecs-legacy-iam-roles'),
  },
  legacyTargets: {
    to: 'register the instances with the load balancer', actions: ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'],
    also: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:DescribeInstances', 'elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'],
    managedPolicy: 'service-role/AmazonEC2ContainerServiceRole', docs: guide('ecs-legacy-iam-roles'),
  },
} satisfies Readonly<Record<string, Permission>>;

const permissions = { ...ofExecution, ...ofTasks, ...ofInstances, ...ofLaunchers, ...ofInfrastructure };

/** What a permission is for. */
export type Purpose = keyof typeof permissions;

/** The permissions that go with the features of tasks, instances, services and schedules. */
export const neededPermissions = fact<Readonly<Record<Purpose, Permission>>>({
  id: 'needed-permissions',
  standing: 'documented',
  source: {
    url: executionRole,
    read: '2026-11-20',
    says: 'Each row names its page. ecr:BatchCheckLayerAvailability stands on that page too, but a pull does without it: AmazonEC2ContainerRegistryPullOnly has not got it. ' +
      'Streams are asked for by the ARN of the log stream, as the refusals show. What agents do beside (telemetry, states of attachments) is that of the managed policies.',
  },
  value: permissions,
});

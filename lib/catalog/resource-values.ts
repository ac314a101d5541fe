import { fact } from './fact';
import type { Limit, ValuesTaken } from './property-demand';
import { taskDefinitionLimits } from './task-definition-limits';

const onOrOff = ['ENABLED', 'DISABLED'];
const volumeTypes = ['gp2', 'gp3', 'io1', 'io2', 'sc1', 'st1', 'standard'];
const launchTypes = ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'];
const actions = ['authenticate-cognito', 'authenticate-oidc', 'fixed-response', 'forward', 'jwt-validation', 'redirect'];
const contentTypes = ['application/javascript', 'application/json', 'text/css', 'text/html', 'text/plain'];
const redirects = ['HTTP_301', 'HTTP_302'];
const restDays = ['1', '7', '14', '30', '60', '90', '180', '270', '365'].map(days => `AFTER_${days}_DAY${days === '1' ? '' : 'S'}`);

/** The words that resources around services may hold where they hold one of a few, by resource type. What grows with each year, as instance types and TLS policies, is left out. */
export const resourceValues = fact<Readonly<Record<string, readonly ValuesTaken[]>>>({
  id: 'resource-values',
  standing: 'documented',
  source: {
    url: 'https://github.com/aws-cloudformation/cfn-lint/tree/fe4f513f4015854f5ff36189d4ca5512b48bdcab/src/cfnlint/data/schemas/providers/us_east_1',
    read: '2026-11-22',
    says: 'The enumerations in the schemas of CloudFormation\'s resource types, completed from the models of the APIs. HealthCheckType of an Auto Scaling group names several with commas between them (API CreateAutoScalingGroup). Of the types of parameters CloudFormation does not create SecureString (AWS::SSM::Parameter). The types of fixed responses are those of API FixedResponseActionConfig, the metrics of Express services those of API ExpressGatewayScalingTarget; pidMode and ipcMode of daemons are none and shared (API RegisterDaemonTaskDefinition). ' +
      'Health checks of target groups are not by GENEVE, TLS, UDP or TCP_UDP (API CreateTargetGroup). The words of deployment groups are those of the API of CodeDeploy.',
  },
  value: {
    'AWS::AutoScaling::AutoScalingGroup': [
      { path: 'HealthCheckType', takes: ['EC2', 'EBS', 'ELB', 'VPC_LATTICE'], isListed: true },
      { path: 'MixedInstancesPolicy.InstancesDistribution.OnDemandAllocationStrategy', takes: ['lowest-price', 'prioritized'] },
      { path: 'MixedInstancesPolicy.InstancesDistribution.SpotAllocationStrategy', takes: ['lowest-price', 'capacity-optimized', 'capacity-optimized-prioritized', 'price-capacity-optimized'] },
    ],
    'AWS::AutoScaling::LaunchConfiguration': [
      { path: 'BlockDeviceMappings.*.Ebs.VolumeType', takes: volumeTypes },
      { path: 'MetadataOptions.HttpTokens', takes: ['optional', 'required'] },
    ],
    'AWS::CodeDeploy::DeploymentGroup': [
      { path: 'AutoRollbackConfiguration.Events.*', takes: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'] },
      { path: 'BlueGreenDeploymentConfiguration.DeploymentReadyOption.ActionOnTimeout', takes: ['CONTINUE_DEPLOYMENT', 'STOP_DEPLOYMENT'] },
      { path: 'BlueGreenDeploymentConfiguration.TerminateBlueInstancesOnDeploymentSuccess.Action', takes: ['TERMINATE', 'KEEP_ALIVE'] },
    ],
    'AWS::EC2::LaunchTemplate': [
      { path: 'LaunchTemplateData.BlockDeviceMappings.*.Ebs.VolumeType', takes: volumeTypes },
      { path: 'LaunchTemplateData.MetadataOptions.HttpEndpoint', takes: ['disabled', 'enabled'] },
      { path: 'LaunchTemplateData.MetadataOptions.HttpTokens', takes: ['optional', 'required'] },
    ],
    'AWS::EC2::NatGateway': [{ path: 'ConnectivityType', takes: ['private', 'public'] }],
    'AWS::EC2::VPC': [{ path: 'InstanceTenancy', takes: ['dedicated', 'default', 'host'] }],
    'AWS::EC2::VPCEndpoint': [{ path: 'VpcEndpointType', takes: ['Interface', 'Gateway', 'GatewayLoadBalancer', 'ServiceNetwork', 'Resource'], isExact: true }],
    'AWS::ECR::Repository': [
      { path: 'EncryptionConfiguration.EncryptionType', takes: ['AES256', 'KMS', 'KMS_DSSE'] },
      { path: 'ImageTagMutability', takes: ['MUTABLE', 'IMMUTABLE', 'MUTABLE_WITH_EXCLUSION', 'IMMUTABLE_WITH_EXCLUSION'], isExact: true },
    ],
    'AWS::ECS::DaemonTaskDefinition': [
      { path: 'PidMode', takes: ['none', 'shared'] },
      { path: 'IpcMode', takes: ['none', 'shared'] },
      { path: 'ContainerDefinitions.*.FirelensConfiguration.Type', takes: ['fluentd', 'fluentbit'] },
    ],
    'AWS::ECS::ExpressGatewayService': [{ path: 'ScalingTarget.AutoScalingMetric', takes: ['AVERAGE_CPU', 'AVERAGE_MEMORY', 'REQUEST_COUNT_PER_TARGET'] }],
    'AWS::ECS::TaskSet': [
      { path: 'LaunchType', takes: launchTypes, isExact: true },
      { path: 'NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp', takes: onOrOff, isExact: true },
      { path: 'Scale.Unit', takes: ['PERCENT'], isExact: true },
    ],
    'AWS::EFS::FileSystem': [
      { path: 'BackupPolicy.Status', takes: onOrOff },
      { path: 'LifecyclePolicies.*.TransitionToArchive', takes: restDays },
      { path: 'LifecyclePolicies.*.TransitionToIA', takes: restDays },
      { path: 'LifecyclePolicies.*.TransitionToPrimaryStorageClass', takes: ['AFTER_1_ACCESS'] },
      { path: 'PerformanceMode', takes: ['generalPurpose', 'maxIO'] },
      { path: 'ThroughputMode', takes: ['bursting', 'elastic', 'provisioned'] },
    ],
    'AWS::ElasticLoadBalancingV2::Listener': [
      { path: 'DefaultActions.*.FixedResponseConfig.ContentType', takes: contentTypes },
      { path: 'DefaultActions.*.RedirectConfig.StatusCode', takes: redirects },
      { path: 'DefaultActions.*.Type', takes: actions },
    ],
    'AWS::ElasticLoadBalancingV2::ListenerRule': [
      { path: 'Actions.*.FixedResponseConfig.ContentType', takes: contentTypes },
      { path: 'Actions.*.RedirectConfig.StatusCode', takes: redirects },
      { path: 'Actions.*.Type', takes: actions },
      { path: 'Conditions.*.Field', takes: ['host-header', 'http-header', 'http-request-method', 'path-pattern', 'query-string', 'source-ip'] },
    ],
    'AWS::ElasticLoadBalancingV2::LoadBalancer': [
      { path: 'IpAddressType', takes: ['ipv4', 'dualstack', 'dualstack-without-public-ipv4'] },
      { path: 'Scheme', takes: ['internal', 'internet-facing'] },
      { path: 'Type', takes: ['application', 'network', 'gateway'] },
    ],
    'AWS::ElasticLoadBalancingV2::TargetGroup': [{ path: 'HealthCheckProtocol', takes: ['HTTP', 'HTTPS', 'TCP'] }],
    'AWS::Events::Rule': [
      { path: 'State', takes: ['DISABLED', 'ENABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'], isExact: true },
      { path: 'Targets.*.EcsParameters.LaunchType', takes: launchTypes, isExact: true },
      { path: 'Targets.*.EcsParameters.NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp', takes: onOrOff, isExact: true },
    ],
    'AWS::Logs::LogGroup': [
      { path: 'LogGroupClass', takes: ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'] },
      {
        path: 'RetentionInDays',
        takes: ['1', '3', '5', '7', '14', '30', '60', '90', '120', '150', '180', '365', '400', '545', '731', '1096', '1827', '2192', '2557', '2922', '3288', '3653'],
      },
    ],
    // Not Mode of FlexibleTimeWindow: what the scheduler makes of OFF without quotes, a truth value in YAML, nobody documents.
    'AWS::SSM::Parameter': [{ path: 'Type', takes: ['String', 'StringList'] }],
    'AWS::Scheduler::Schedule': [
      { path: 'State', takes: onOrOff, isExact: true },
      { path: 'Target.EcsParameters.LaunchType', takes: launchTypes, isExact: true },
      { path: 'Target.EcsParameters.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', takes: onOrOff, isExact: true },
    ],
    'AWS::ServiceDiscovery::Service': [
      { path: 'DnsConfig.DnsRecords.*.Type', takes: ['A', 'AAAA', 'CNAME', 'SRV'] },
      { path: 'DnsConfig.RoutingPolicy', takes: ['MULTIVALUE', 'WEIGHTED'] },
    ],
  },
});

const retries = (path: string): readonly Limit[] => [
  { path: `${path}.MaximumEventAgeInSeconds`, measures: 'number', least: 60, most: 86400, unit: 'seconds' },
  { path: `${path}.MaximumRetryAttempts`, measures: 'number', least: 0, most: 185 },
];

const forwards = (path: string): readonly Limit[] => [
  { path: `${path}.*.ForwardConfig.TargetGroups`, measures: 'items', most: 5 },
  { path: `${path}.*.ForwardConfig.TargetGroups.*.Weight`, measures: 'number', least: 0, most: 999 },
];

/** How much resources around services may ask for, by resource type. */
export const resourceLimits = fact<Readonly<Record<string, readonly Limit[]>>>({
  id: 'resource-limits',
  standing: 'documented',
  source: {
    url: 'https://github.com/aws-cloudformation/cfn-lint/tree/fe4f513f4015854f5ff36189d4ca5512b48bdcab/src/cfnlint/data/schemas/providers/us_east_1',
    read: '2026-11-22',
    says: 'Ranges in the schemas of CloudFormation\'s resource types; the highest port is that of TCP and UDP. A daemon drains between 0 and 100 percent (API DaemonDeploymentConfiguration), and its health checks have the ranges of those of tasks. ' +
      'Weights of 0 to 999 and five target groups of a forward action, and 128 characters of a host or a path, are those of the API of Elastic Load Balancing (TargetGroupTuple, RuleCondition); 2880 minutes before old tasks are stopped that of CodeDeploy (BlueInstanceTerminationOption).',
  },
  value: {
    'AWS::AutoScaling::LaunchConfiguration': [{ path: 'MetadataOptions.HttpPutResponseHopLimit', measures: 'number', least: 1, most: 64 }],
    'AWS::CodeDeploy::DeploymentGroup': [
      { path: 'BlueGreenDeploymentConfiguration.TerminateBlueInstancesOnDeploymentSuccess.TerminationWaitTimeInMinutes', measures: 'number', least: 0, most: 2880, unit: 'minutes' },
    ],
    'AWS::EC2::LaunchTemplate': [{ path: 'LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit', measures: 'number', least: 1, most: 64 }],
    'AWS::ECS::Daemon': [{ path: 'DeploymentConfiguration.DrainPercent', measures: 'number', least: 0, most: 100, unit: 'percent' }],
    'AWS::ECS::DaemonTaskDefinition': taskDefinitionLimits.value.filter(({ path }) => path.includes('.HealthCheck.')),
    'AWS::ECS::TaskSet': [
      { path: 'NetworkConfiguration.AwsVpcConfiguration.SecurityGroups', measures: 'items', most: 5 },
      { path: 'NetworkConfiguration.AwsVpcConfiguration.Subnets', measures: 'items', most: 16 },
      { path: 'Scale.Value', measures: 'number', least: 0, most: 100, unit: 'percent' },
    ],
    'AWS::EFS::AccessPoint': [{ path: 'PosixUser.SecondaryGids', measures: 'items', most: 16 }],
    'AWS::ElasticLoadBalancingV2::Listener': [{ path: 'Port', measures: 'number', least: 1, most: 65535 }, ...forwards('DefaultActions')],
    'AWS::ElasticLoadBalancingV2::ListenerRule': [
      ...forwards('Actions'),
      { path: 'Conditions.*.HostHeaderConfig.Values.*', measures: 'characters', most: 128 },
      { path: 'Conditions.*.PathPatternConfig.Values.*', measures: 'characters', most: 128 },
      { path: 'Conditions.*.Values.*', measures: 'characters', most: 128 },
    ],
    'AWS::ElasticLoadBalancingV2::TargetGroup': [{ path: 'Port', measures: 'number', least: 1, most: 65535 }],
    'AWS::Events::Rule': [
      { path: 'Targets', measures: 'items', most: 5 },
      ...retries('Targets.*.RetryPolicy'),
    ],
    'AWS::IAM::InstanceProfile': [{ path: 'Roles', measures: 'items', most: 1 }],
    'AWS::IAM::Role': [{ path: 'MaxSessionDuration', measures: 'number', least: 3600, most: 43200, unit: 'seconds' }],
    'AWS::Scheduler::Schedule': [
      { path: 'FlexibleTimeWindow.MaximumWindowInMinutes', measures: 'number', least: 1, most: 1440, unit: 'minutes' },
      ...retries('Target.RetryPolicy'),
    ],
  },
});

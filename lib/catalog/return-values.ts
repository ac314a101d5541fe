import { fact } from './fact';

/**
 * What CloudFormation returns for a resource of a type. Patterns hold `${name}`, pseudo parameters as `${AWS::Region}`, properties with what
 * holds when they are left out as `${Path=/}`, and as any other word what AWS makes up. A pattern that is a property alone stands for its value.
 */
export interface ReturnValues {
  /** The property that names the resource, where it has one. Without it CloudFormation makes a name up. */
  readonly nameProperty?: string;
  /** What `Ref` gives. */
  readonly ref?: string;
  /** What `Fn::GetAtt` gives, by attribute. */
  readonly attributes?: Readonly<Record<string, string>>;
}

const here = '${AWS::Region}:${AWS::AccountId}';
const arn = (service: string, rest: string): string => `arn:\${AWS::Partition}:${service}:${rest}`;
const masterUserSecret = { 'MasterUserSecret.SecretArn': arn('secretsmanager', `${here}:secret:\${MasterUserSecret}-\${MasterUserSecret.SecretArn.Suffix}`) };

/** How the names and ARNs of resources are made, for the types whose names matter to roles and wiring. */
export const returnValues = fact<ReadonlyMap<string, ReturnValues>>({
  id: 'return-values',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    read: '2026-11-20',
    says: 'The section "Return values" of each resource type; the ARN formats are those of the Service Authorization Reference.',
  },
  value: new Map(Object.entries<ReturnValues>({
    'AWS::AutoScaling::AutoScalingGroup': { nameProperty: 'AutoScalingGroupName', ref: '${name}' },
    'AWS::DynamoDB::Table': { nameProperty: 'TableName', ref: '${name}', attributes: { Arn: arn('dynamodb', `${here}:table/\${name}`) } },
    'AWS::EC2::SecurityGroup': { attributes: { GroupId: '${Ref}', VpcId: '${VpcId=}' } },
    'AWS::EC2::Subnet': { attributes: { AvailabilityZone: '${AvailabilityZone=}', CidrBlock: '${CidrBlock=}', SubnetId: '${Ref}', VpcId: '${VpcId=}' } },
    'AWS::EC2::VPC': { attributes: { CidrBlock: '${CidrBlock=}', VpcId: '${Ref}' } },
    'AWS::ECR::Repository': {
      nameProperty: 'RepositoryName', ref: '${name}',
      attributes: { Arn: arn('ecr', `${here}:repository/\${name}`), RepositoryUri: '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/${name}' },
    },
    'AWS::ECS::CapacityProvider': { nameProperty: 'Name', ref: '${name}' },
    'AWS::ECS::Cluster': { nameProperty: 'ClusterName', ref: '${name}', attributes: { Arn: arn('ecs', `${here}:cluster/\${name}`) } },
    'AWS::ECS::TaskDefinition': { nameProperty: 'Family', ref: arn('ecs', `${here}:task-definition/\${name}:\${Revision}`) },
    'AWS::ECS::Service': { nameProperty: 'ServiceName', attributes: { Name: '${name}' } },
    'AWS::EFS::AccessPoint': { ref: '${name}', attributes: { AccessPointId: '${name}', Arn: arn('elasticfilesystem', `${here}:access-point/\${name}`) } },
    'AWS::EFS::FileSystem': { ref: '${name}', attributes: { FileSystemId: '${name}', Arn: arn('elasticfilesystem', `${here}:file-system/\${name}`) } },
    'AWS::ElasticLoadBalancingV2::LoadBalancer': { nameProperty: 'Name', attributes: { LoadBalancerName: '${name}' } },
    'AWS::ElasticLoadBalancingV2::ListenerRule': { ref: arn('elasticloadbalancing', `${here}:listener-rule/app/\${LoadBalancerName}/\${LoadBalancerId}/\${ListenerId}/\${Id}`) },
    'AWS::ElasticLoadBalancingV2::TargetGroup': {
      nameProperty: 'Name', ref: arn('elasticloadbalancing', `${here}:targetgroup/\${name}/\${Id}`), attributes: { TargetGroupArn: arn('elasticloadbalancing', `${here}:targetgroup/\${name}/\${Id}`), TargetGroupName: '${name}' },
    },
    'AWS::IAM::InstanceProfile': { nameProperty: 'InstanceProfileName', ref: '${name}', attributes: { Arn: arn('iam', ':${AWS::AccountId}:instance-profile${Path=/}${name}') } },
    'AWS::IAM::ManagedPolicy': { nameProperty: 'ManagedPolicyName', ref: arn('iam', ':${AWS::AccountId}:policy${Path=/}${name}') },
    'AWS::IAM::Role': { nameProperty: 'RoleName', ref: '${name}', attributes: { Arn: arn('iam', ':${AWS::AccountId}:role${Path=/}${name}') } },
    'AWS::KMS::Key': { ref: '${name}', attributes: { Arn: arn('kms', `${here}:key/\${name}`) } },
    'AWS::Lambda::Function': { nameProperty: 'FunctionName', ref: '${name}', attributes: { Arn: arn('lambda', `${here}:function:\${name}`) } },
    'AWS::Logs::LogGroup': { nameProperty: 'LogGroupName', ref: '${name}', attributes: { Arn: arn('logs', `${here}:log-group:\${name}:*`) } },
    'AWS::RDS::DBCluster': { attributes: masterUserSecret },
    'AWS::RDS::DBInstance': { attributes: masterUserSecret },
    'AWS::S3::Bucket': { nameProperty: 'BucketName', ref: '${name}', attributes: { Arn: arn('s3', '::${name}') } },
    'AWS::SNS::Topic': { nameProperty: 'TopicName', ref: arn('sns', `${here}:\${name}`), attributes: { TopicArn: arn('sns', `${here}:\${name}`), TopicName: '${name}' } },
    'AWS::SQS::Queue': { nameProperty: 'QueueName', attributes: { Arn: arn('sqs', `${here}:\${name}`), QueueName: '${name}' } },
    'AWS::SSM::Parameter': { nameProperty: 'Name', ref: '${name}', attributes: { Type: '${Type=}', Value: '${Value=}' } },
    'AWS::SecretsManager::Secret': { nameProperty: 'Name', ref: arn('secretsmanager', `${here}:secret:\${name}-\${Suffix}`) },
    'AWS::SecretsManager::SecretTargetAttachment': { ref: '${SecretId=}' },
    'AWS::Serverless::Function': { nameProperty: 'FunctionName', ref: '${name}', attributes: { Arn: arn('lambda', `${here}:function:\${name}`) } },
    'AWS::ServiceDiscovery::Service': { nameProperty: 'Name', attributes: { Name: '${name}' } },
    'AWS::StepFunctions::StateMachine': {
      nameProperty: 'StateMachineName', ref: arn('states', `${here}:stateMachine:\${name}`), attributes: { Arn: arn('states', `${here}:stateMachine:\${name}`), Name: '${name}' },
    },
    'AWS::VpcLattice::TargetGroup': { attributes: { Arn: arn('vpc-lattice', `${here}:targetgroup/\${Id}`) } },
  })),
});

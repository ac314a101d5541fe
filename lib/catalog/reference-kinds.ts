import { fact } from './fact';

/** The attributes by which a resource may be named, `Ref` among them, by its type. */
type Takes = Readonly<Record<string, readonly string[]>>;

const cluster: Takes = { 'AWS::ECS::Cluster': ['Ref', 'Arn'] };
const listener: Takes = { 'AWS::ElasticLoadBalancingV2::Listener': ['Ref', 'ListenerArn'] };
const loadBalancer: Takes = { 'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Ref', 'LoadBalancerArn'] };
const provider: Takes = { 'AWS::ECS::CapacityProvider': ['Ref'] };
const securityGroup: Takes = { 'AWS::EC2::SecurityGroup': ['Ref', 'GroupId', 'Id'], 'AWS::EC2::VPC': ['DefaultSecurityGroup'] };
const subnet: Takes = { 'AWS::EC2::Subnet': ['Ref', 'SubnetId'] };
const targetGroup: Takes = { 'AWS::ElasticLoadBalancingV2::TargetGroup': ['Ref', 'TargetGroupArn'] };
const taskDefinition: Takes = { 'AWS::ECS::TaskDefinition': ['Ref', 'TaskDefinitionArn'] };
const vpc: Takes = { 'AWS::EC2::VPC': ['Ref', 'VpcId'] };

/** What properties refer to, by resource type and path. */
export const referenceKinds = fact<Readonly<Record<string, Readonly<Record<string, Takes>>>>>({
  id: 'reference-kinds',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html',
    read: '2026-11-22',
    says: 'The pages of these types say what each property names, and under Return values what Ref and Fn::GetAtt give.',
  },
  value: {
    'AWS::AutoScaling::AutoScalingGroup': { 'TargetGroupARNs.*': targetGroup, 'VPCZoneIdentifier.*': subnet },
    'AWS::EC2::SecurityGroup': { VpcId: vpc },
    'AWS::EC2::Subnet': { VpcId: vpc },
    'AWS::EC2::VPCEndpoint': { 'SecurityGroupIds.*': securityGroup, 'SubnetIds.*': subnet, VpcId: vpc },
    'AWS::ECS::ClusterCapacityProviderAssociations': { 'CapacityProviders.*': provider, Cluster: cluster },
    'AWS::ECS::Service': {
      'CapacityProviderStrategy.*.CapacityProvider': provider, Cluster: cluster, 'LoadBalancers.*.TargetGroupArn': targetGroup,
      'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.*': securityGroup, 'NetworkConfiguration.AwsvpcConfiguration.Subnets.*': subnet, TaskDefinition: taskDefinition,
    },
    'AWS::EFS::MountTarget': { FileSystemId: { 'AWS::EFS::FileSystem': ['Ref', 'FileSystemId'] }, 'SecurityGroups.*': securityGroup, SubnetId: subnet },
    'AWS::ElasticLoadBalancingV2::Listener': { 'DefaultActions.*.TargetGroupArn': targetGroup, LoadBalancerArn: loadBalancer },
    'AWS::ElasticLoadBalancingV2::ListenerRule': { 'Actions.*.TargetGroupArn': targetGroup, ListenerArn: listener },
    'AWS::ElasticLoadBalancingV2::LoadBalancer': { 'SecurityGroups.*': securityGroup, 'Subnets.*': subnet },
    'AWS::ElasticLoadBalancingV2::TargetGroup': { VpcId: vpc },
  },
});

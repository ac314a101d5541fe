import { fact } from './fact';

/** The attributes by which a resource may be named, `Ref` among them, by its type. */
type Takes = Readonly<Record<string, readonly string[]>>;

const address: Takes = { 'AWS::EC2::EIP': ['AllocationId'] };
const cluster: Takes = { 'AWS::ECS::Cluster': ['Ref', 'Arn'] };
const fileSystem: Takes = { 'AWS::EFS::FileSystem': ['Ref', 'FileSystemId'] };
const internetGateway: Takes = { 'AWS::EC2::InternetGateway': ['Ref', 'InternetGatewayId'] };
const listener: Takes = { 'AWS::ElasticLoadBalancingV2::Listener': ['Ref', 'ListenerArn'] };
const loadBalancer: Takes = { 'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Ref', 'LoadBalancerArn'] };
const namespace: Takes = {
  'AWS::ServiceDiscovery::HttpNamespace': ['Ref', 'Id'], 'AWS::ServiceDiscovery::PrivateDnsNamespace': ['Ref', 'Id'], 'AWS::ServiceDiscovery::PublicDnsNamespace': ['Ref', 'Id'],
};
const networkAcl: Takes = { 'AWS::EC2::NetworkAcl': ['Ref', 'Id'], 'AWS::EC2::VPC': ['DefaultNetworkAcl'] };
const provider: Takes = { 'AWS::ECS::CapacityProvider': ['Ref'] };
const routeTable: Takes = { 'AWS::EC2::RouteTable': ['Ref', 'RouteTableId'] };
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
    'AWS::CodeDeploy::DeploymentGroup': {
      'ECSServices.*.ServiceName': { 'AWS::ECS::Service': ['Name'] },
      'LoadBalancerInfo.TargetGroupPairInfoList.*.ProdTrafficRoute.ListenerArns.*': listener,
      'LoadBalancerInfo.TargetGroupPairInfoList.*.TargetGroups.*.Name': { 'AWS::ElasticLoadBalancingV2::TargetGroup': ['TargetGroupName'] },
      'LoadBalancerInfo.TargetGroupPairInfoList.*.TestTrafficRoute.ListenerArns.*': listener,
    },
    'AWS::EC2::NatGateway': { AllocationId: address, SubnetId: subnet },
    'AWS::EC2::NetworkAclEntry': { NetworkAclId: networkAcl },
    'AWS::EC2::Route': {
      GatewayId: { ...internetGateway, 'AWS::EC2::VPNGateway': ['Ref', 'VPNGatewayId'] }, NatGatewayId: { 'AWS::EC2::NatGateway': ['Ref', 'NatGatewayId'] }, RouteTableId: routeTable,
    },
    'AWS::EC2::SecurityGroup': { 'SecurityGroupEgress.*.DestinationSecurityGroupId': securityGroup, 'SecurityGroupIngress.*.SourceSecurityGroupId': securityGroup, VpcId: vpc },
    'AWS::EC2::SecurityGroupEgress': { DestinationSecurityGroupId: securityGroup, GroupId: securityGroup },
    'AWS::EC2::SecurityGroupIngress': { GroupId: securityGroup, SourceSecurityGroupId: securityGroup },
    'AWS::EC2::Subnet': { VpcId: vpc },
    'AWS::EC2::SubnetNetworkAclAssociation': { NetworkAclId: networkAcl, SubnetId: subnet },
    'AWS::EC2::SubnetRouteTableAssociation': { RouteTableId: routeTable, SubnetId: subnet },
    'AWS::EC2::VPCGatewayAttachment': { InternetGatewayId: internetGateway, VpcId: vpc },
    'AWS::EC2::VPCEndpoint': { 'SecurityGroupIds.*': securityGroup, 'SubnetIds.*': subnet, VpcId: vpc },
    'AWS::ECS::ClusterCapacityProviderAssociations': { 'CapacityProviders.*': provider, Cluster: cluster },
    'AWS::ECS::Service': {
      'CapacityProviderStrategy.*.CapacityProvider': provider, Cluster: cluster, 'LoadBalancers.*.TargetGroupArn': targetGroup,
      'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.*': securityGroup, 'NetworkConfiguration.AwsvpcConfiguration.Subnets.*': subnet, TaskDefinition: taskDefinition,
      'VpcLatticeConfigurations.*.TargetGroupArn': { 'AWS::VpcLattice::TargetGroup': ['Ref', 'Arn'] },
    },
    'AWS::EFS::AccessPoint': { FileSystemId: fileSystem },
    'AWS::EFS::MountTarget': { FileSystemId: fileSystem, 'SecurityGroups.*': securityGroup, SubnetId: subnet },
    'AWS::ElasticLoadBalancingV2::Listener': { 'DefaultActions.*.TargetGroupArn': targetGroup, LoadBalancerArn: loadBalancer },
    'AWS::ElasticLoadBalancingV2::ListenerRule': { 'Actions.*.TargetGroupArn': targetGroup, ListenerArn: listener },
    'AWS::ElasticLoadBalancingV2::LoadBalancer': { 'SecurityGroups.*': securityGroup, 'SubnetMappings.*.AllocationId': address, 'SubnetMappings.*.SubnetId': subnet, 'Subnets.*': subnet },
    'AWS::ElasticLoadBalancingV2::TargetGroup': { VpcId: vpc },
    'AWS::ServiceDiscovery::Service': { NamespaceId: namespace, 'DnsConfig.NamespaceId': namespace },
  },
});

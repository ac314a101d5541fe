import type { Examples } from '../example';

export const referenceKindExamples: Examples = {
  rule: 'reference-kind',
  bad: [
    {
      name: 'the listener in place of the target group',
      over: 'loadBalancedService',
      template: '{ Resources: { Service: { Properties: { LoadBalancers: [{ ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Listener }] } } } }',
      expects: [{ at: 'Service.Properties.LoadBalancers.0.TargetGroupArn', message: 'otherKind' }],
    },
    {
      name: 'the VPC among the subnets',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA, !Ref Vpc] } } } } } }',
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets.1', message: 'otherKind' }],
    },
    {
      name: 'the name of the load balancer in place of its ARN',
      over: 'loadBalancedService',
      template: '{ Resources: { Listener: { Properties: { LoadBalancerArn: !GetAtt LoadBalancer.LoadBalancerName } } } }',
      expects: [{ at: 'Listener.Properties.LoadBalancerArn', message: 'otherAttribute' }],
    },
    {
      name: 'a route that leads to a NAT gateway as if that were an internet gateway',
      over: 'fargateService',
      template: `
        Resources:
          Address: { Type: AWS::EC2::EIP, DependsOn: Attachment }
          Translator: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, AllocationId: !GetAtt Address.AllocationId } }
          Others: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          Out: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Others, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Translator } }
      `,
      expects: [{ at: 'Out.Properties.GatewayId', message: 'otherKind' }],
    },
    {
      name: 'an Elastic IP address by the address',
      over: 'fargateService',
      template: `
        Resources:
          Address: { Type: AWS::EC2::EIP, DependsOn: Attachment }
          Translator: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, AllocationId: !Ref Address } }
      `,
      expects: [{ at: 'Translator.Properties.AllocationId', message: 'otherAttribute' }],
    },
  ],
  good: [
    { name: 'a cluster by its ARN', over: 'fargateService', template: '{ Resources: { Service: { Properties: { Cluster: !GetAtt Cluster.Arn } } } }' },
    {
      name: 'the default security group of the VPC',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { SecurityGroups: [!GetAtt Vpc.DefaultSecurityGroup] } } } } } }',
    },
  ],
};

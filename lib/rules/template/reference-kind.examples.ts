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

import type { Examples } from '../example';

export const resourceNameExamples: Examples = {
  rule: 'resource-name',
  bad: [
    {
      name: 'names with a space, a dot and a slash',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { ClusterName: Shop cluster }
          Service:
            Properties: { ServiceName: shop.web }
          Task:
            Properties: { Family: shop/web }
      `,
      expects: [
        { at: 'Cluster.Properties.ClusterName', message: 'form' },
        { at: 'Service.Properties.ServiceName', message: 'form' },
        { at: 'Task.Properties.Family', message: 'form' },
      ],
    },
    {
      name: 'a long name of a target group, and an underscore in that of a load balancer',
      over: 'loadBalancedService',
      template: `
        Resources:
          Targets: { Properties: { Name: targets-of-the-shop-in-production-west } }
          LoadBalancer: { Properties: { Name: shop_web } }
      `,
      expects: [
        { at: 'Targets.Properties.Name', message: 'form' },
        { at: 'LoadBalancer.Properties.Name', message: 'form' },
      ],
    },
    {
      name: 'a name in which nothing is filled in, for want of Fn::Sub', over: 'loadBalancedService', template: "{ Resources: { Targets: { Properties: { Name: '${Stage}-web' } } } }",
      expects: [{ at: 'Targets.Properties.Name', message: 'form' }],
    },
    {
      name: 'a load balancer that is called as those are that AWS names', over: 'loadBalancedService', template: '{ Resources: { LoadBalancer: { Properties: { Name: internal-shop } } } }',
      expects: [{ at: 'LoadBalancer.Properties.Name', message: 'edge' }],
    },
  ],
  good: [
    { name: 'a name that begins with the name of the stack', over: 'loadBalancedService', template: "{ Resources: { Targets: { Properties: { Name: !Sub '${AWS::StackName}-web' } } } }" },
    { name: 'the name of the stack', over: 'fargateService', template: '{ Resources: { Task: { Properties: { Family: !Ref AWS::StackName } } } }' },
    { name: 'letters, numbers, hyphens and underscores', over: 'fargateService', template: '{ Resources: { Cluster: { Properties: { ClusterName: Shop_cluster-2 } } } }' },
  ],
  unknown: [
    {
      name: 'a name from a parameter without a default',
      over: 'fargateService',
      template: '{ Parameters: { Name: { Type: String } }, Resources: { Service: { Properties: { ServiceName: !Ref Name } } } }',
      expects: [{ at: 'Service.Properties.ServiceName' }],
    },
    {
      name: 'the name of the stack, which may be too long for a target group',
      over: 'loadBalancedService',
      template: '{ Resources: { Targets: { Properties: { Name: !Ref AWS::StackName } } } }',
      expects: [{ at: 'Targets.Properties.Name' }],
    },
  ],
  defaulted: [
    { name: 'no names, for which CloudFormation makes some', over: 'fargateService', template: '' },
  ],
};

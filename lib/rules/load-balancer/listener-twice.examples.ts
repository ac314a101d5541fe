import type { Examples } from '../example';

function listener(id: string, port: number, loadBalancer = 'LoadBalancer', targets = 'Targets'): string {
  return `
          ${id}:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties: { LoadBalancerArn: !Ref ${loadBalancer}, Port: ${port}, Protocol: HTTP, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref ${targets} }] }`;
}

function rule(id: string, priority: number): string {
  return `
          ${id}:
            Type: AWS::ElasticLoadBalancingV2::ListenerRule
            Properties:
              ListenerArn: !Ref Listener
              Priority: ${priority}
              Conditions: [{ Field: path-pattern, Values: [/${id}] }]
              Actions: [{ Type: forward, TargetGroupArn: !Ref Targets }]`;
}

const secondLoadBalancer = `
          Internal:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: { Scheme: internal, Subnets: [!Ref SubnetA, !Ref SubnetB], SecurityGroups: [!Ref LoadBalancerSecurityGroup] }`;

export const listenerTwiceExamples: Examples = {
  rule: 'listener-twice',
  bad: [
    {
      name: 'two listeners on one port',
      over: 'loadBalancedService',
      template: `
        Resources:${listener('Second', 80)}
      `,
      expects: [{ at: 'Second.Properties.Port', message: 'port' }],
    },
    {
      name: 'two rules of one priority',
      over: 'loadBalancedService',
      template: `
        Resources:${rule('Orders', 10)}${rule('Stock', 10)}
      `,
      expects: [{ at: 'Stock.Properties.Priority', message: 'priority' }],
    },
    {
      name: 'one target group behind two load balancers',
      over: 'loadBalancedService',
      template: `
        Resources:${secondLoadBalancer}${listener('Second', 80, 'Internal')}
      `,
      expects: [{ at: 'Second.Properties', message: 'targetGroup' }],
    },
  ],
  good: [
    {
      name: 'two listeners and two rules for one target group',
      over: 'loadBalancedService',
      template: `
        Resources:${listener('Second', 8080)}${rule('Orders', 10)}${rule('Stock', 20)}
      `,
    },
    {
      name: 'the same port on two load balancers',
      over: 'loadBalancedService',
      template: `
        Resources:${secondLoadBalancer}${listener('Second', 80, 'Internal', 'OtherTargets')}
          OtherTargets: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: HTTP, TargetType: ip } }
      `,
    },
  ],
};

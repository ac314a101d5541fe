import type { Examples } from '../example';

const forwards = (weights: readonly [number, number]) =>
  `{ Type: forward, ForwardConfig: { TargetGroups: [{ TargetGroupArn: !Ref Targets, Weight: ${weights[0]} }, { TargetGroupArn: !Ref MoreTargets, Weight: ${weights[1]} }] } }`;

const traffic = (action: string) => `
        Resources:
          MoreTargets:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: HTTP, TargetType: ip }
          Rule:
            Type: AWS::ElasticLoadBalancingV2::ListenerRule
            Properties:
              ListenerArn: !Ref Listener
              Priority: 1
              Conditions: [{ Field: path-pattern, Values: ['*'] }]
              Actions: [${action}]
          TrafficRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }]
              ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers]
`;

const service = (settings: string, strategy = 'BLUE_GREEN', action = forwards([1, 0])) => `${traffic(action)}
          Service:
            DependsOn: [DefaultRoute, Listener, Rule]
            Properties:
              DeploymentConfiguration: { Strategy: ${strategy} }
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Targets${settings} }]
`;

const advanced = ', AdvancedConfiguration: { AlternateTargetGroupArn: !Ref MoreTargets, ProductionListenerRule: !Ref Rule, RoleArn: !GetAtt TrafficRole.Arn }';

const otherRule = '{ Type: AWS::ElasticLoadBalancingV2::ListenerRule, Properties: { ListenerArn: !Ref Listener, Priority: 2, Conditions: [{ Field: path-pattern, Values: [/test] }], Actions: [{ Type: forward, TargetGroupArn: !Ref MoreTargets }] } }';

const at = 'Service.Properties.LoadBalancers.0.AdvancedConfiguration';

export const blueGreenLoadBalancerExamples: Examples = {
  rule: 'blue-green-load-balancer',
  bad: [
    {
      name: 'a load balancer as for a rolling update',
      over: 'loadBalancedService',
      template: service(''),
      expects: [{ at, message: 'leftOut' }],
    },
    {
      name: 'no role',
      over: 'loadBalancedService',
      template: service(', AdvancedConfiguration: { AlternateTargetGroupArn: !Ref MoreTargets, ProductionListenerRule: !Ref Rule }', 'LINEAR'),
      expects: [{ at: `${at}.RoleArn`, message: 'leftOut' }],
    },
    {
      name: 'the same target group twice',
      over: 'loadBalancedService',
      template: service(', AdvancedConfiguration: { AlternateTargetGroupArn: !Ref Targets, ProductionListenerRule: !Ref Rule, RoleArn: !GetAtt TrafficRole.Arn }'),
      expects: [{ at: `${at}.AlternateTargetGroupArn`, message: 'sameGroup' }],
    },
    {
      name: 'a listener in place of a rule',
      over: 'loadBalancedService',
      template: service(', AdvancedConfiguration: { AlternateTargetGroupArn: !Ref MoreTargets, ProductionListenerRule: !Ref Listener, RoleArn: !GetAtt TrafficRole.Arn }'),
      expects: [{ at: `${at}.ProductionListenerRule`, message: 'listener' }],
    },
    {
      name: 'one rule for production and for tests',
      over: 'loadBalancedService',
      template: service(', AdvancedConfiguration: { AlternateTargetGroupArn: !Ref MoreTargets, ProductionListenerRule: !Ref Rule, TestListenerRule: !Ref Rule, RoleArn: !GetAtt TrafficRole.Arn }'),
      expects: [{ at: `${at}.TestListenerRule`, message: 'sameRule' }],
    },
    {
      name: 'a second target group that gets its requests from another rule',
      over: 'loadBalancedService',
      template: `${service(advanced, 'BLUE_GREEN', '{ Type: forward, TargetGroupArn: !Ref Targets }')}
          OtherRule: ${otherRule}`,
      expects: [{ at: `${at}.ProductionListenerRule`, message: 'apart' }],
    },
    {
      name: 'a rule that shares the requests out before there are new tasks',
      over: 'loadBalancedService',
      template: service(advanced, 'BLUE_GREEN', forwards([50, 50])),
      expects: [{ at: 'Rule.Properties', message: 'bothServe' }],
    },
  ],
  good: [
    {
      name: 'all that moving traffic takes',
      over: 'loadBalancedService',
      template: service(advanced, 'CANARY'),
    },
    {
      name: 'a target group of its own for test traffic',
      over: 'loadBalancedService',
      template: `${service(', AdvancedConfiguration: { AlternateTargetGroupArn: !Ref MoreTargets, ProductionListenerRule: !Ref Rule, TestListenerRule: !Ref OtherRule, RoleArn: !GetAtt TrafficRole.Arn }', 'BLUE_GREEN', '{ Type: forward, TargetGroupArn: !Ref Targets }')}
          OtherRule: ${otherRule}`,
    },
    { name: 'a rolling update', over: 'loadBalancedService', template: service('', 'ROLLING') },
    {
      name: 'a service without a load balancer',
      because: 'Its tasks are replaced without moving traffic.',
      over: 'fargateService',
      template: `
        Resources:
          Service: { Properties: { DeploymentConfiguration: { Strategy: BLUE_GREEN } } }
      `,
    },
  ],
  unknown: [
    {
      name: 'load balancers from elsewhere',
      over: 'loadBalancedService',
      template: `
        Parameters:
          Balanced: { Type: String }
        Conditions:
          IsBalanced: !Equals [!Ref Balanced, 'yes']
        Resources:
          Service:
            Properties:
              DeploymentConfiguration: { Strategy: BLUE_GREEN }
              LoadBalancers: !If [IsBalanced, [{ ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Targets }], !Ref AWS::NoValue]
      `,
      expects: [{ at: 'Service.Properties.LoadBalancers' }],
    },
  ],
};

import type { Examples } from '../example';

const traffic = `
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
              Actions:
                - Type: forward
                  ForwardConfig: { TargetGroups: [{ TargetGroupArn: !Ref Targets, Weight: 1 }, { TargetGroupArn: !Ref MoreTargets, Weight: 0 }] }
          TrafficRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }]
              ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers]
`;

const service = (settings: string, strategy = 'BLUE_GREEN') => `${traffic}
          Service:
            DependsOn: [DefaultRoute, Listener, Rule]
            Properties:
              DeploymentConfiguration: { Strategy: ${strategy} }
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Targets${settings} }]
`;

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
  ],
  good: [
    {
      name: 'all that moving traffic takes',
      over: 'loadBalancedService',
      template: service(', AdvancedConfiguration: { AlternateTargetGroupArn: !Ref MoreTargets, ProductionListenerRule: !Ref Rule, RoleArn: !GetAtt TrafficRole.Arn }', 'CANARY'),
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

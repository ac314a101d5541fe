import type { Examples } from '../example';

export const targetGroupListenerExamples: Examples = {
  rule: 'target-group-listener',
  bad: [
    {
      name: 'a target group that no listener knows',
      over: 'loadBalancedService',
      template: `
        Resources:
          Listener:
            Properties:
              DefaultActions: [{ Type: fixed-response, FixedResponseConfig: { StatusCode: '404' } }]
      `,
      expects: [{ at: 'Service.Properties.LoadBalancers.0', message: 'none' }],
    },
    {
      name: 'a service that does not wait for the listener',
      over: 'loadBalancedService',
      template: `
        Resources:
          Service: { DependsOn: DefaultRoute }
      `,
      expects: [{ at: 'Service.Properties', message: 'tooEarly' }],
    },
    {
      name: 'a rule on the listener of a load balancer that is elsewhere, and a service that does not wait for it',
      over: 'loadBalancedService',
      template: `
        Parameters:
          SharedListener: { Type: String, Default: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shared/1/2' }
        Resources:
          Listener: null
          LoadBalancer: null
          Rule:
            Type: AWS::ElasticLoadBalancingV2::ListenerRule
            Properties:
              ListenerArn: !Ref SharedListener
              Priority: 1
              Conditions: [{ Field: path-pattern, Values: ['/*'] }]
              Actions: [{ Type: forward, TargetGroupArn: !Ref Targets }]
          Service: { DependsOn: DefaultRoute }
      `,
      expects: [{ at: 'Service.Properties', message: 'mayBeTooEarly' }],
    },
    {
      name: 'a service that waits for another, and that one for its own load balancer',
      because: 'A warning: until the tasks of the other run, this load balancer is there too.',
      over: 'loadBalancedService',
      template: `
        Resources:
          InnerTargets: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: HTTP, TargetType: ip } }
          InnerBalancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Scheme: internal, Subnets: [!Ref SubnetA, !Ref SubnetB], SecurityGroups: [!Ref LoadBalancerSecurityGroup] } }
          InnerListener: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { LoadBalancerArn: !Ref InnerBalancer, Port: 80, Protocol: HTTP, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref InnerTargets }] } }
          Inner:
            Type: AWS::ECS::Service
            DependsOn: [DefaultRoute, InnerListener]
            Properties:
              Cluster: !Ref Cluster
              TaskDefinition: !Ref Task
              LaunchType: FARGATE
              NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], AssignPublicIp: ENABLED, SecurityGroups: [!Ref TaskSecurityGroup] } }
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref InnerTargets }]
          Service: { DependsOn: [DefaultRoute, Inner] }
      `,
      expects: [{ at: 'Service.Properties', message: 'mayBeTooEarly' }],
    },
    {
      name: 'a second target group for blue/green deployments that no rule has',
      over: 'loadBalancedService',
      template: `
        Resources:
          MoreTargets:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: HTTP, TargetType: ip }
          Service:
            Properties:
              DeploymentConfiguration: { Strategy: BLUE_GREEN, BakeTimeInMinutes: 5 }
              LoadBalancers:
                - ContainerName: web
                  ContainerPort: 80
                  TargetGroupArn: !Ref Targets
                  AdvancedConfiguration:
                    AlternateTargetGroupArn: !Ref MoreTargets
                    ProductionListenerRule: arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/web/1/2/3
                    RoleArn: arn:aws:iam::123456789012:role/traffic
      `,
      expects: [{ at: 'Service.Properties.LoadBalancers.0', message: 'none' }],
    },
  ],
  good: [
    { name: 'a service that waits for the listener', over: 'loadBalancedService', template: '' },
    {
      name: 'a target group in a weighted forward action',
      over: 'loadBalancedService',
      template: `
        Resources:
          Listener:
            Properties:
              DefaultActions: [{ Type: forward, ForwardConfig: { TargetGroups: [{ TargetGroupArn: !Ref Targets, Weight: 1 }] } }]
      `,
    },
    {
      name: 'a target group that is elsewhere',
      over: 'loadBalancedService',
      template: `
        Resources:
          Service:
            Properties:
              LoadBalancers:
                - ContainerName: web
                  ContainerPort: 80
                  TargetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shared/1
      `,
    },
  ],
  unknown: [
    {
      name: 'a nested stack that is handed what a condition decides',
      over: 'loadBalancedService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { Balanced: !Equals [!Ref Stage, balanced] }
        Resources:
          Listener: null
          Balancing:
            Type: AWS::CloudFormation::Stack
            Properties: { TemplateURL: https://s3.amazonaws.com/shop/balancing.yaml, Parameters: { TargetGroup: !If [Balanced, !Ref Targets, ''] } }
      `,
      expects: [{ at: 'Balancing.Properties' }],
    },
    {
      name: 'a target group that is handed to a nested stack',
      over: 'loadBalancedService',
      template: `
        Resources:
          Listener: null
          Balancing:
            Type: AWS::CloudFormation::Stack
            Properties: { TemplateURL: https://s3.amazonaws.com/shop/balancing.yaml, Parameters: { TargetGroup: !Ref Targets } }
      `,
      expects: [{ at: 'Balancing.Properties' }],
    },
    {
      name: 'a listener whose actions depend on an open condition',
      over: 'loadBalancedService',
      template: `
        Parameters:
          Maintenance: { Type: String }
        Conditions:
          IsDown: !Equals [!Ref Maintenance, 'yes']
        Resources:
          Listener:
            Properties:
              DefaultActions: !If [IsDown, [{ Type: fixed-response }], [{ Type: forward, TargetGroupArn: !Ref Targets }]]
      `,
      expects: [{ at: 'Listener.Properties.DefaultActions.0.TargetGroupArn' }],
    },
    {
      name: 'an action that a macro completes',
      over: 'loadBalancedService',
      template: `
        Resources:
          Listener: { Properties: { DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Targets, 'Fn::Transform': { Name: Weights } }] } }
      `,
      expects: [{ at: 'Listener.Properties.DefaultActions.0.TargetGroupArn' }],
    },
  ],
};

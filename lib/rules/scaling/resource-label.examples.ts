import type { Examples } from '../example';

const policy = (label: string, more = '', dependsOn = '') => `
  Resources:
    Target:
      Type: AWS::ApplicationAutoScaling::ScalableTarget
      Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 2, MaxCapacity: 4, ResourceId: !Sub 'service/\${Cluster}/\${Service.Name}' }
    Policy:
      Type: AWS::ApplicationAutoScaling::ScalingPolicy
      ${dependsOn}
      Properties:
        PolicyName: requests
        PolicyType: TargetTrackingScaling
        ScalingTargetId: !Ref Target
        TargetTrackingScalingPolicyConfiguration:
          TargetValue: 1000
          PredefinedMetricSpecification: { PredefinedMetricType: ALBRequestCountPerTarget, ResourceLabel: ${label} }
${more}`;
const at = 'Policy.Properties.TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.ResourceLabel';
const label = "!Sub '${LoadBalancer.LoadBalancerFullName}/${Targets.TargetGroupFullName}'";

export const resourceLabelExamples: Examples = {
  rule: 'resource-label',
  bad: [
    {
      name: 'a target group that nobody sends to',
      over: 'loadBalancedService',
      template: policy("!Sub '${LoadBalancer.LoadBalancerFullName}/${Others.TargetGroupFullName}'", `
    Others:
      Type: AWS::ElasticLoadBalancingV2::TargetGroup
      Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: HTTP, TargetType: ip }
`),
      expects: [{ at, message: 'none' }],
    },
    {
      name: 'a Network Load Balancer',
      over: 'loadBalancedService',
      template: policy("!Sub '${Other.LoadBalancerFullName}/${Targets.TargetGroupFullName}'", `
    Other:
      Type: AWS::ElasticLoadBalancingV2::LoadBalancer
      DependsOn: DefaultRoute
      Properties: { Type: network, Scheme: internal, Subnets: [!Ref SubnetA, !Ref SubnetB] }
`),
      expects: [{ at, message: 'otherKind' }],
    },
    {
      name: 'a policy of a service that is created beside the listener',
      over: 'loadBalancedService',
      template: policy(label, `
    Service: { DependsOn: DefaultRoute }
`),
      expects: [{ at, message: 'tooEarly' }],
    },
    {
      name: 'requests that CodeDeploy moves to another target group',
      over: 'loadBalancedService',
      template: policy(label, `
    Service:
      Properties: { DeploymentController: { Type: CODE_DEPLOY } }
`),
      expects: [{ at, message: 'movedTraffic' }],
    },
  ],
  good: [
    { name: 'a policy behind its service, which waits for the listener', over: 'loadBalancedService', template: policy(label) },
    { name: 'a label in text', over: 'loadBalancedService', template: policy('app/shop/1234567890abcdef/targetgroup/shop/1234567890abcdef') },
  ],
};

import type { Examples } from '../example';

const policy = (what: string, dependsOn = '[]') => `
  Resources:
    Cluster:
      Properties: { ClusterName: prod }
    Service:
      Properties: { ServiceName: orders }
    Target:
      Type: AWS::ApplicationAutoScaling::ScalableTarget
      DependsOn: Service
      Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 2, MaxCapacity: 4, ResourceId: service/prod/orders }
    Policy:
      Type: AWS::ApplicationAutoScaling::ScalingPolicy
      DependsOn: ${dependsOn}
      Properties:
        PolicyName: cpu
        PolicyType: TargetTrackingScaling
        TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageCPUUtilization } }
        ${what}
`;

const byText = "ResourceId: service/prod/orders\n        ScalableDimension: 'ecs:service:DesiredCount'\n        ServiceNamespace: ecs";

export const scalingPolicyTargetExamples: Examples = {
  rule: 'scaling-policy-target',
  bad: [
    {
      name: 'a resource id alone',
      over: 'fargateService',
      template: policy('ResourceId: service/prod/orders'),
      expects: [{ at: 'Policy.Properties.ScalableDimension', message: 'incomplete' }],
    },
    {
      name: 'a target named by text',
      because: 'The target waits for the service, and the policy for nothing.',
      over: 'fargateService',
      template: policy(byText),
      expects: [{ at: 'Policy.Properties.ResourceId', message: 'tooEarly' }],
    },
    {
      name: 'a target named by text, and a policy that waits for the service as well',
      because: 'The policy and the target are made at the same time; usually the target wins.',
      over: 'fargateService',
      template: policy(byText, 'Service'),
      expects: [{ at: 'Policy.Properties.ResourceId', message: 'noOrder' }],
    },
  ],
  good: [
    { name: 'a reference to the target', over: 'fargateService', template: policy('ScalingTargetId: !Ref Target') },
  ],
};

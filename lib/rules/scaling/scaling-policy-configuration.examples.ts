import type { Examples } from '../example';

const policy = (what: string, before = '') => `
  ${before}
  Resources:
    Target:
      Type: AWS::ApplicationAutoScaling::ScalableTarget
      Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 2, MaxCapacity: 4, ResourceId: !Sub 'service/\${Cluster}/\${Service.Name}' }
    Policy:
      Type: AWS::ApplicationAutoScaling::ScalingPolicy
      Properties: { PolicyName: policy, ScalingTargetId: !Ref Target, ${what} }
`;
const tracking = (what: string, before = '') => policy(`PolicyType: TargetTrackingScaling, TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, ${what} }`, before);
const at = (property: string) => `Policy.Properties.${property}`;
const metric = 'TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification';
const step = 'StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }]';

export const scalingPolicyConfigurationExamples: Examples = {
  rule: 'scaling-policy-configuration',
  bad: [
    {
      name: 'steps for target tracking',
      over: 'fargateService',
      template: policy(`PolicyType: TargetTrackingScaling, StepScalingPolicyConfiguration: { AdjustmentType: ChangeInCapacity, ${step} }`),
      expects: [{ at: at('TargetTrackingScalingPolicyConfiguration'), message: 'leftOut' }, { at: at('StepScalingPolicyConfiguration'), message: 'otherType' }],
    },
    { name: 'no metric', over: 'fargateService', template: tracking('ScaleInCooldown: 60'), expects: [{ at: at('TargetTrackingScalingPolicyConfiguration'), message: 'noMetric' }] },
    {
      name: 'two metrics',
      over: 'fargateService',
      template: tracking(`PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageCPUUtilization },
        CustomizedMetricSpecification: { MetricName: Depth, Namespace: Shop, Statistic: Average }`),
      expects: [{ at: at('TargetTrackingScalingPolicyConfiguration'), message: 'twoMetrics' }],
    },
    {
      name: 'requests per target, without the target',
      over: 'loadBalancedService',
      template: tracking('PredefinedMetricSpecification: { PredefinedMetricType: ALBRequestCountPerTarget }'),
      expects: [{ at: at(`${metric}.ResourceLabel`), message: 'noLabel' }],
    },
    {
      name: 'a label for CPU',
      over: 'fargateService',
      template: tracking('PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageCPUUtilization, ResourceLabel: app/shop/1/targetgroup/web/2 }'),
      expects: [{ at: at(`${metric}.ResourceLabel`), message: 'label' }],
    },
    {
      name: 'the ARN of the target group for a label',
      over: 'loadBalancedService',
      template: tracking('PredefinedMetricSpecification: { PredefinedMetricType: ALBRequestCountPerTarget, ResourceLabel: !Ref Targets }'),
      expects: [{ at: at(`${metric}.ResourceLabel`), message: 'labelForm' }],
    },
    {
      name: 'a label with the target group before the load balancer',
      over: 'loadBalancedService',
      template: tracking("PredefinedMetricSpecification: { PredefinedMetricType: ALBRequestCountPerTarget, ResourceLabel: !Sub '${Targets.TargetGroupFullName}/${LoadBalancer.LoadBalancerFullName}' }"),
      expects: [{ at: at(`${metric}.ResourceLabel`), message: 'labelForm' }],
    },
    {
      name: 'a label that is no more than names',
      over: 'fargateService',
      template: tracking('PredefinedMetricSpecification: { PredefinedMetricType: ALBRequestCountPerTarget, ResourceLabel: shop/web }'),
      expects: [{ at: at(`${metric}.ResourceLabel`), message: 'labelForm' }],
    },
    {
      name: 'a metric of another service of AWS',
      over: 'fargateService',
      template: tracking('PredefinedMetricSpecification: { PredefinedMetricType: RDSReaderAverageCPUUtilization }'),
      expects: [{ at: at(`${metric}.PredefinedMetricType`), message: 'metric' }],
    },
    {
      name: 'steps of nothing in particular',
      over: 'fargateService',
      template: policy(`PolicyType: StepScaling, StepScalingPolicyConfiguration: { ${step} }`),
      expects: [{ at: at('StepScalingPolicyConfiguration.AdjustmentType'), message: 'noAdjustmentType' }],
    },
    {
      name: 'a least percentage of tasks that are counted',
      over: 'fargateService',
      template: policy(`PolicyType: StepScaling, StepScalingPolicyConfiguration: { AdjustmentType: ChangeInCapacity, MinAdjustmentMagnitude: 2, ${step} }`),
      expects: [{ at: at('StepScalingPolicyConfiguration.MinAdjustmentMagnitude'), message: 'magnitude' }],
    },
    {
      name: 'the same metric tracked twice',
      over: 'fargateService',
      template: `${tracking('PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageCPUUtilization }').trimEnd()}
    Second:
      Type: AWS::ApplicationAutoScaling::ScalingPolicy
      Properties:
        PolicyName: second
        ScalingTargetId: !Ref Target
        PolicyType: TargetTrackingScaling
        TargetTrackingScalingPolicyConfiguration: { TargetValue: 80, PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageCPUUtilization } }
`,
      expects: [{ at: 'Second.Properties', message: 'twice' }],
    },
    {
      name: 'no target',
      over: 'fargateService',
      template: policy('PolicyType: TargetTrackingScaling, TargetTrackingScalingPolicyConfiguration: { PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageCPUUtilization } }'),
      expects: [{ at: at('TargetTrackingScalingPolicyConfiguration.TargetValue'), message: 'noTarget' }],
    },
    {
      name: 'the words of EC2 Auto Scaling',
      over: 'fargateService',
      template: policy('PolicyType: SimpleScaling'),
      expects: [{ at: at('PolicyType'), message: 'word' }],
    },
    {
      name: 'an adjustment type that there is not',
      over: 'fargateService',
      template: policy(`PolicyType: StepScaling, StepScalingPolicyConfiguration: { AdjustmentType: PercentChange, ${step} }`),
      expects: [{ at: at('StepScalingPolicyConfiguration.AdjustmentType'), message: 'word' }],
    },
  ],
  good: [
    { name: 'CPU', over: 'fargateService', template: tracking('PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageCPUUtilization }') },
    {
      name: 'requests per target',
      over: 'loadBalancedService',
      template: tracking('PredefinedMetricSpecification: { PredefinedMetricType: ALBRequestCountPerTarget, ResourceLabel: !Sub "${LoadBalancer.LoadBalancerFullName}/${Targets.TargetGroupFullName}" }'),
    },
    { name: 'steps', over: 'fargateService', template: policy(`PolicyType: StepScaling, StepScalingPolicyConfiguration: { AdjustmentType: ChangeInCapacity, ${step} }`) },
    {
      name: 'two metrics in two policies',
      over: 'fargateService',
      template: `${tracking('PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageCPUUtilization }').trimEnd()}
    Second:
      Type: AWS::ApplicationAutoScaling::ScalingPolicy
      Properties:
        PolicyName: second
        ScalingTargetId: !Ref Target
        PolicyType: TargetTrackingScaling
        TargetTrackingScalingPolicyConfiguration: { TargetValue: 80, PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageMemoryUtilization } }
`,
    },
  ],
  unknown: [
    {
      name: 'a metric from a parameter without a default', over: 'fargateService',
      template: tracking('PredefinedMetricSpecification: { PredefinedMetricType: !Ref Metric }', 'Parameters: { Metric: { Type: String } }'),
      expects: [{ at: at(`${metric}.PredefinedMetricType`) }],
    },
  ],
};

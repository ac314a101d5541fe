import type { Examples } from '../example';

const alarm = (cluster: string, service: string) => `
  Resources:
    Alarm:
      Type: AWS::CloudWatch::Alarm
      Properties:
        Namespace: AWS/ECS
        MetricName: CPUUtilization
        Statistic: Average
        Period: 60
        EvaluationPeriods: 3
        Threshold: 80
        ComparisonOperator: GreaterThanThreshold
        Dimensions: [{ Name: ClusterName, Value: ${cluster} }, { Name: ServiceName, Value: ${service} }]
`;

export const metricDimensionExamples: Examples = {
  rule: 'metric-dimension',
  bad: [
    {
      name: 'the ARN of the service',
      because: 'Ref of a service is its ARN.',
      over: 'fargateService',
      template: alarm('!Ref Cluster', '!Ref Service'),
      expects: [{ at: 'Alarm.Properties.Dimensions.1.Value', message: 'arn' }],
    },
    {
      name: 'the ARN of the cluster, in target tracking',
      over: 'fargateService',
      template: `
        Resources:
          Target:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 2, MaxCapacity: 4, ResourceId: !Sub 'service/\${Cluster}/\${Service.Name}' }
          Policy:
            Type: AWS::ApplicationAutoScaling::ScalingPolicy
            Properties:
              PolicyName: cpu
              PolicyType: TargetTrackingScaling
              ScalingTargetId: !Ref Target
              TargetTrackingScalingPolicyConfiguration:
                TargetValue: 50
                CustomizedMetricSpecification:
                  Namespace: AWS/ECS
                  MetricName: CPUUtilization
                  Statistic: Maximum
                  Dimensions: [{ Name: ClusterName, Value: !GetAtt Cluster.Arn }, { Name: ServiceName, Value: !GetAtt Service.Name }]
      `,
      expects: [{ at: 'Policy.Properties.TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification.Dimensions.0.Value', message: 'arn' }],
    },
  ],
  good: [
    { name: 'the names of both', over: 'fargateService', template: alarm('!Ref Cluster', '!GetAtt Service.Name') },
  ],
};

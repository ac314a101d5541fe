import type { Examples } from '../example';

const steps = (...bounds: readonly string[]) => `
  Resources:
    Target:
      Type: AWS::ApplicationAutoScaling::ScalableTarget
      Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 2, MaxCapacity: 4, ResourceId: !Sub 'service/\${Cluster}/\${Service.Name}' }
    Policy:
      Type: AWS::ApplicationAutoScaling::ScalingPolicy
      Properties:
        PolicyName: steps
        PolicyType: StepScaling
        ScalingTargetId: !Ref Target
        StepScalingPolicyConfiguration: { AdjustmentType: ChangeInCapacity, StepAdjustments: [${bounds.map(bound => `{ ${bound}, ScalingAdjustment: 1 }`).join()}] }
`;
const low = (bound: number | string) => `MetricIntervalLowerBound: ${bound}`, high = (bound: number) => `MetricIntervalUpperBound: ${bound}`;
const at = (step = '') => `Policy.Properties.StepScalingPolicyConfiguration.StepAdjustments${step}`;

export const stepAdjustmentsExamples: Examples = {
  rule: 'step-adjustments',
  bad: [
    { name: 'steps that end at 40', over: 'fargateService', template: steps(`${low(0)}, ${high(20)}`, `${low(20)}, ${high(40)}`), expects: [{ at: at(), message: 'notOpen' }] },
    { name: 'nothing from 10 to 20', over: 'fargateService', template: steps(`${low(0)}, ${high(10)}`, low(20)), expects: [{ at: at('.1'), message: 'gap' }] },
    { name: '10 to 20 twice', over: 'fargateService', template: steps(`${low(0)}, ${high(20)}`, low(10)), expects: [{ at: at('.1'), message: 'overlap' }] },
    { name: 'two steps open at the top', over: 'fargateService', template: steps(low(0), low(10)), expects: [{ at: at(), message: 'openTwice' }] },
    { name: 'a step without bounds', over: 'fargateService', template: steps('ScalingAdjustment: 2').replace(', ScalingAdjustment: 1', ''), expects: [{ at: at('.0'), message: 'noBound' }] },
    { name: 'no steps', over: 'fargateService', template: steps(), expects: [{ at: at(), message: 'none' }] },
    {
      name: 'twenty-one steps',
      over: 'fargateService',
      template: steps(...Array.from({ length: 20 }, (_, i) => `${low(i)}, ${high(i + 1)}`), low(20)),
      expects: [{ at: at(), message: 'tooMany' }],
    },
  ],
  good: [
    { name: 'up above the threshold', over: 'fargateService', template: steps(`${low(0)}, ${high(20)}`, low(20)) },
    { name: 'down below it', over: 'fargateService', template: steps(`${low(-20)}, ${high(0)}`, high(-20)) },
    { name: 'both', over: 'fargateService', template: steps(low(10), high(-10), `${low(-10)}, ${high(10)}`) },
  ],
  unknown: [
    {
      name: 'a bound from a parameter without a default', over: 'fargateService',
      template: `  Parameters: { Bound: { Type: Number } }${steps(low('!Ref Bound'))}`, expects: [{ at: at('.0.MetricIntervalLowerBound') }],
    },
  ],
};

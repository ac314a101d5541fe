import type { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Cluster, Deployment, FargateService, type ScalingOptions } from '../../lib/index';
import { nginx, only, shop } from '../support/shop';

function scaled(scaling: ScalingOptions): Stack {
  const stack = shop();
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, scaling });
  return stack;
}

const metric = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'OrdersForEachTask' });

test('a metric of one\'s own is a target, at the pace that is given', () => {
  expect(only(scaled({ max: 4, metrics: [{ metric, target: 5 }], scaleInCooldown: '10 minutes' }), 'AWS::ApplicationAutoScaling::ScalingPolicy').Properties).toMatchObject({
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 5, ScaleInCooldown: 600, CustomizedMetricSpecification: { MetricName: 'OrdersForEachTask' } },
  });
});

test('steps go up and down by a metric', () => {
  Template.fromStack(scaled({ max: 4, steps: [{ metric, steps: [{ upper: 1, change: -1 }, { lower: 10, change: 2 }] }] })).resourceCountIs('AWS::ApplicationAutoScaling::ScalingPolicy', 2);
});

test('schedules set other bounds in a time zone, also none', () => {
  expect(only(scaled({ min: 2, max: 4, schedules: [{ at: 'cron(0 20 ? * MON-FRI *)', timeZone: 'Europe/Berlin', min: 0, max: 0 }] }), 'AWS::ApplicationAutoScaling::ScalableTarget').Properties).toMatchObject({
    MinCapacity: 2, ScheduledActions: [{ Schedule: 'cron(0 20 ? * MON-FRI *)', Timezone: 'Europe/Berlin', ScalableTargetAction: { MinCapacity: 0, MaxCapacity: 0 } }],
  });
});

test('tasks are added ahead of load that comes at the same time', () => {
  Template.fromStack(scaled({ max: 10, cpuPercent: 60, predictive: true })).hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyType: 'PredictiveScaling', PredictiveScalingPolicyConfiguration: { Mode: 'ForecastAndScale', MetricSpecifications: [{ TargetValue: 60, PredefinedMetricPairSpecification: { PredefinedMetricType: 'ECSServiceCPUUtilization' } }] },
  });
});

test('requests are counted on both target groups where deployments move the traffic', () => {
  const stack = shop();
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {}, deployment: Deployment.blueGreen(), scaling: { max: 4, requestsPerTarget: 500, scaleInCooldown: '10 minutes' } });
  expect(only(stack, 'AWS::ApplicationAutoScaling::ScalingPolicy').Properties).toMatchObject({
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 500, ScaleInCooldown: 600, CustomizedMetricSpecification: { Metrics: [{ Expression: 'SUM([FILL(group1, 0), FILL(group2, 0)])', ReturnData: true }, { Id: 'group1' }, { Id: 'group2' }] } },
  });
});

test('a queue wakes a service that sleeps, adds tasks by its length, and puts it to sleep only when nothing waits and nothing is in work', () => {
  const stack = shop();
  new FargateService(stack, 'Worker', { cluster: new Cluster(stack, 'Cluster'), container: { image: 'worker' }, scaling: { max: 10, queue: { queue: new sqs.Queue(stack, 'Orders'), messagesPerTask: 20 } } });
  const template = Template.fromStack(stack);
  expect(only(stack, 'AWS::ApplicationAutoScaling::ScalableTarget').Properties).toMatchObject({ MinCapacity: 0, MaxCapacity: 10 });
  // Of all policies only one takes tasks away.
  const policies = Object.values(template.findResources('AWS::ApplicationAutoScaling::ScalingPolicy')) as { Properties: { StepScalingPolicyConfiguration: { StepAdjustments: { ScalingAdjustment: number }[] } } }[];
  const changes = policies.map(({ Properties }) => Properties.StepScalingPolicyConfiguration.StepAdjustments.map(({ ScalingAdjustment }) => ScalingAdjustment));
  expect(changes.filter(list => list.some(change => change < 0))).toEqual([[-10]]);
  template.hasResourceProperties('AWS::CloudWatch::Alarm', { ComparisonOperator: 'LessThanOrEqualToThreshold', Threshold: 0, EvaluationPeriods: 5, Metrics: Match.arrayWith([Match.objectLike({ Expression: 'waiting + working' })]) });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', { Threshold: 20, Metrics: Match.arrayWith([Match.objectLike({ Expression: '(waiting + working) / tasks' })]) });
});

test.each<[string, ScalingOptions, string]>([
  ['fewer at most than at least', { min: 5, max: 2 }, 'Shop/Web: scaling.min is 5 and scaling.max 2. Give a max of 5 or more.'],
  ['a schedule that changes nothing', { max: 2, schedules: [{ at: 'rate(1 day)' }] }, 'holds rate(1 day) without min and max'],
  ['a schedule that is none', { max: 2, schedules: [{ at: 'at night', min: 0 }] }, "Shop/Web: scaling.schedules holds 'at night'; it has the form"],
  ['no message for a task', { max: 2, queue: { queue: new sqs.Queue(shop(), 'Orders'), messagesPerTask: 0 } }, 'messagesPerTask is 0. Give a number from 1.'],
])('%s is refused at once', (_, scaling, message) => {
  expect(() => scaled(scaling)).toThrow(message);
});

import type { Launch } from '../../../lib/model/service/launch';
import { modelOf } from '../../support/model';

/** What tasks run on, in words. */
function capacityOf(launch: Launch | undefined): string {
  const runsOn = launch?.runsOn;
  if (runsOn?.state !== 'known') return runsOn?.state ?? 'no launch';
  return runsOn.value.kind === 'launchType' ? runsOn.value.launchType : `providers${runsOn.value.fargate ? ' of Fargate' : ''}`;
}

const around = `
Parameters: { Open: { Type: String } }
Resources:
  Group: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { MinSize: '1', MaxSize: '2' } }
  Provider: { Type: AWS::ECS::CapacityProvider, Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref Group } } }
  Plain: { Type: AWS::ECS::Cluster }
  Spot: { Type: AWS::ECS::Cluster, Properties: { CapacityProviders: [FARGATE_SPOT], DefaultCapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT, Weight: 1 }] } }
`;

test.each([
  ['Cluster: !Ref Plain, LaunchType: FARGATE', 'FARGATE'],
  ['Cluster: !Ref Plain', 'EC2'],
  ['Cluster: !Ref Spot', 'providers of Fargate'],
  ['Cluster: !Ref Spot, LaunchType: EC2', 'EC2'],
  ['Cluster: !Ref Plain, CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }]', 'providers'],
  ['Cluster: !Ref Plain, CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: 1 }]', 'providers of Fargate'],
  ['Cluster: !Ref Plain, CapacityProviderStrategy: [{ CapacityProvider: another, Weight: 1 }]', 'unknown'],
  ['Cluster: !Ref Open', 'unknown'],
  ['LaunchType: !Ref Open', 'unknown'],
  ['DesiredCount: 1', 'unknown'],
])('a service with { %s } runs on %s', (properties, expected) => {
  const [service] = modelOf(`${around}  Service: { Type: AWS::ECS::Service, Properties: { ${properties} } }`).services;
  expect(capacityOf(service)).toBe(expected);
});

test('the targets of a rule that run tasks are scheduled tasks, those that do not are none', () => {
  const tasks = modelOf(`${around}
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { Family: report } }
  Rule:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 hour)
      Targets:
        - { Id: queue, Arn: 'arn:aws:sqs:eu-west-1:111122223333:queue' }
        - Id: task
          Arn: !GetAtt Plain.Arn
          EcsParameters: { TaskDefinitionArn: !Ref Task, LaunchType: FARGATE, NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [a, b], AssignPublicIp: ENABLED } } }`).scheduledTasks;
  expect(tasks).toHaveLength(1);
  const [task] = tasks;
  expect(capacityOf(task)).toBe('FARGATE');
  expect(task?.cluster).toMatchObject({ state: 'known', value: { id: 'Plain' } });
  expect(task?.taskDefinition).toMatchObject({ state: 'known', value: { id: 'Task' } });
  expect(task?.assignPublicIp).toMatchObject({ value: 'ENABLED' });
  expect(task?.expression).toMatchObject({ value: 'rate(1 hour)' });
});

test('a schedule of EventBridge Scheduler names the same things a little differently', () => {
  const [task] = modelOf(`${around}
  Task: { Type: AWS::ECS::TaskDefinition }
  Schedule:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 hour)
      Target:
        Arn: !GetAtt Spot.Arn
        EcsParameters: { TaskDefinitionArn: !Ref Task, PlacementStrategy: [{ Type: random }], NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [a] } } }`).scheduledTasks;
  expect(capacityOf(task)).toBe('providers of Fargate');
  expect(task?.placementStrategies).toMatchObject({ state: 'known', value: [{ type: { value: 'random' } }] });
  expect(task?.subnets).toMatchObject({ state: 'known', value: [{ value: 'a' }] });
});

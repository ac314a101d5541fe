import type { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { BatchTask, Cluster, EventTask, QueueWorker, ScheduledTask, type BatchTaskProps, type EventTaskProps, type QueueWorkerProps, type ScheduledTaskProps } from '../../lib/index';
import { mixedCluster, only, shop } from '../support/shop';

const container = { image: 'public.ecr.aws/docker/library/busybox:stable' };

function nightly(props: Partial<ScheduledTaskProps> = {}): { stack: Stack; task: ScheduledTask } {
  const stack = shop();
  return { stack, task: new ScheduledTask(stack, 'Backup', { cluster: mixedCluster(stack), container, schedule: 'cron(0 3 * * ? *)', ...props }) };
}

describe('a scheduled task', () => {
  test('is started by EventBridge Scheduler in a time zone, with a role that may start this one task', () => {
    const { stack } = nightly({ timeZone: 'Europe/Berlin', cpu: '1 vCPU', taskCount: 2 }), { Properties, DependsOn } = only(stack, 'AWS::Scheduler::Schedule');
    const task = only(stack, 'AWS::ECS::TaskDefinition');
    expect(Properties).toMatchObject({
      ScheduleExpression: 'cron(0 3 * * ? *)', ScheduleExpressionTimezone: 'Europe/Berlin', FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { EcsParameters: { TaskDefinitionArn: { Ref: task.id }, LaunchType: 'FARGATE', TaskCount: 2, NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' } } } },
    });
    expect(DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/SchedulerRoleDefaultPolicy/), expect.stringMatching(/ExecutionRoleDefaultPolicy/)]));
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'ecs:RunTask', Resource: { Ref: task.id } })]) } });
  });

  test('runs on container instances where it chooses them', () => {
    const { stack } = nightly({ capacity: [{ provider: 'general' }], schedule: 'every 6 hours', flexibleWindow: '30 minutes' });
    expect(only(stack, 'AWS::Scheduler::Schedule').Properties).toMatchObject({
      ScheduleExpression: 'rate(6 hours)', FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 30 },
      Target: { EcsParameters: { CapacityProviderStrategy: [{ CapacityProvider: { Ref: only(stack, 'AWS::ECS::CapacityProvider').id } }] } },
    });
    expect(only(stack, 'AWS::ECS::TaskDefinition').Properties).toMatchObject({ NetworkMode: 'bridge' });
  });

  test('tells a queue what could not be started', () => {
    const stack = shop(), failures = new sqs.Queue(stack, 'Failures');
    new ScheduledTask(stack, 'Backup', { cluster: new Cluster(stack, 'Cluster'), container, schedule: 'rate(1 day)', deadLetterQueue: failures, retries: 3, maxAge: '2 hours', enabled: false });
    expect(only(stack, 'AWS::Scheduler::Schedule').Properties).toMatchObject({ State: 'DISABLED', Target: { DeadLetterConfig: {}, RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 7200 } } });
  });

  test.each<[string, Partial<ScheduledTaskProps>, string]>([
    ['a schedule that is none', { schedule: '0 3 * * *' }, "Shop/Backup: schedule is '0 3 * * *'; it has the form"],
    ['a schedule without a question mark', { schedule: 'cron(0 3 * * * *)' }, "Shop/Backup: schedule is 'cron(0 3 * * * *)';"],
    ['a zone that is none', { timeZone: 'Berlin time' }, "timeZone is 'Berlin time'. Give the name of a zone, as 'Europe/Berlin' or 'UTC'."],
    ['a disk on container instances', { capacity: [{ provider: 'general' }], ephemeralStorageGiB: 40 }, 'ephemeralStorageGiB is for tasks on Fargate'],
    ['no container', { container: undefined }, 'Shop/Backup: neither container nor taskDefinition is given'],
  ])('%s is refused at once', (_, props, message) => {
    expect(() => nightly(props)).toThrow(message);
  });
});

describe('a task that an event starts', () => {
  const uploaded = { source: ['aws.s3'], detailType: ['Object Created'] };
  const build = (props: Partial<EventTaskProps> = {}): Stack => {
    const stack = shop();
    new EventTask(stack, 'Thumbnail', { cluster: mixedCluster(stack), container, on: uploaded, ...props });
    return stack;
  };

  test('is started by a rule, with a role that may start this one task, and is told what happened', () => {
    const stack = build({ environment: { KEY: events.EventField.fromPath('$.detail.object.key') }, taskCount: 2 });
    const task = only(stack, 'AWS::ECS::TaskDefinition');
    const rule = only(stack, 'AWS::Events::Rule');
    expect(rule.Properties).toMatchObject({
      EventPattern: { 'source': ['aws.s3'], 'detail-type': ['Object Created'] },
      Targets: [{
        EcsParameters: { TaskDefinitionArn: { Ref: task.id }, LaunchType: 'FARGATE', TaskCount: 2, NetworkConfiguration: { AwsVpcConfiguration: { AssignPublicIp: 'DISABLED' } } },
        InputTransformer: { InputTemplate: '{"containerOverrides":[{"name":"app","environment":[{"name":"KEY","value":<detail-object-key>}]}]}' },
      }],
    });
    expect(rule.DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/SchedulerRoleDefaultPolicy/)]));
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', { AssumeRolePolicyDocument: { Statement: [Match.objectLike({ Principal: { Service: 'events.amazonaws.com' } })] } });
  });

  test('runs on container instances where it chooses them', () => {
    const stack = build({ capacity: [{ provider: 'general' }] });
    expect(only(stack, 'AWS::Events::Rule').Properties).toMatchObject({ Targets: [{ EcsParameters: { CapacityProviderStrategy: [{ CapacityProvider: { Ref: only(stack, 'AWS::ECS::CapacityProvider').id } }] } }] });
  });

  test('tells a queue what could not be started, which lets rules of the account in', () => {
    const stack = shop(), deadLetterQueue = new sqs.Queue(stack, 'Failures');
    new EventTask(stack, 'Thumbnail', { cluster: new Cluster(stack, 'Cluster'), container, on: uploaded, deadLetterQueue, retries: 3, maxAge: '2 hours', enabled: false });
    expect(only(stack, 'AWS::Events::Rule').Properties).toMatchObject({ State: 'DISABLED', Targets: [{ DeadLetterConfig: {}, RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 7200 } }] });
    expect(only(stack, 'AWS::SQS::QueuePolicy').Properties).toMatchObject({ PolicyDocument: { Statement: [{ Action: 'sqs:SendMessage', Principal: { Service: 'events.amazonaws.com' } }] } });
  });

  test('may write to a queue with a key', () => {
    const stack = shop(), key = new kms.Key(stack, 'Key'), deadLetterQueue = new sqs.Queue(stack, 'Failures', { encryptionMasterKey: key });
    new EventTask(stack, 'Thumbnail', { cluster: new Cluster(stack, 'Cluster'), container, on: uploaded, deadLetterQueue });
    new ScheduledTask(stack, 'Backup', { cluster: new Cluster(stack, 'Other'), container, schedule: 'rate(1 day)', deadLetterQueue });
    expect(JSON.stringify(only(stack, 'AWS::KMS::Key').Properties)).toMatch(/"Action":\["kms:Decrypt","kms:GenerateDataKey"\].*"Service":"events.amazonaws.com"/);
    expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'))).toContain('"Action":["kms:Decrypt","kms:GenerateDataKey"]');
  });

  test('does not run at every event', () => {
    expect(() => build({ on: {} })).toThrow('Shop/Thumbnail: on is empty, and would start the task at every event of the bus.');
  });
});

describe('a task of its own', () => {
  const build = (props: Partial<BatchTaskProps> = {}): { stack: Stack; task: BatchTask } => {
    const stack = shop();
    return { stack, task: new BatchTask(stack, 'Report', { cluster: mixedCluster(stack), container, ...props }) };
  };

  test('is a step of a state machine, which waits for its end and may start it', () => {
    const { stack, task } = build();
    new sfn.StateMachine(stack, 'Monthly', { definitionBody: sfn.DefinitionBody.fromChainable(task.step('Run', { containerOverrides: [] })) });
    expect(JSON.stringify(only(stack, 'AWS::StepFunctions::StateMachine').Properties)).toContain(':states:::ecs:runTask.sync');
  });

  test('gets variables of the state in a step', () => {
    const { stack, task } = build();
    new sfn.StateMachine(stack, 'Monthly', { definitionBody: sfn.DefinitionBody.fromChainable(task.step('Run', { environment: { MONTH: sfn.JsonPath.stringAt('$.month') } })) });
    expect(JSON.stringify(only(stack, 'AWS::StepFunctions::StateMachine').Properties)).toContain('\\"ContainerOverrides\\":[{\\"Name\\":\\"app\\",\\"Environment\\":[{\\"Name\\":\\"MONTH\\",\\"Value.$\\":\\"$.month\\"}]}]');
  });

  test('is started by whoever may, with a command that says where', () => {
    const { stack, task } = build(), operator = new iam.Role(stack, 'Operator', { assumedBy: new iam.AccountRootPrincipal() });
    task.grantRun(operator);
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', { Roles: [{ Ref: Match.stringLikeRegexp('Operator') }], PolicyDocument: { Statement: [Match.objectLike({ Action: 'ecs:RunTask' }), Match.objectLike({ Action: 'iam:PassRole' }), Match.objectLike({ Action: 'iam:PassRole' })] } });
    expect(JSON.stringify(stack.resolve(task.runCommand))).toMatch(/aws ecs run-task --cluster .*--launch-type FARGATE --network-configuration 'awsvpcConfiguration=\{subnets=/);
  });

  test('takes task definitions and clusters of the L2', () => {
    const stack = shop(), taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('busybox'), memoryLimitMiB: 128 });
    const task = new BatchTask(stack, 'Report', { cluster: mixedCluster(stack), taskDefinition });
    expect(JSON.stringify(stack.resolve(task.runCommand))).toContain('--capacity-provider-strategy capacityProvider=');
  });
});

describe('a worker of a queue', () => {
  const build = (props: Partial<QueueWorkerProps> = {}): { stack: Stack; worker: QueueWorker } => {
    const stack = shop();
    return { stack, worker: new QueueWorker(stack, 'Worker', { cluster: new Cluster(stack, 'Cluster'), container, ...props }) };
  };

  test('has a queue with a place for what fails, sleeps while it is empty, and may protect its work', () => {
    const { stack, worker } = build(), template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: { maxReceiveCount: 3 }, VisibilityTimeout: 300 });
    expect(only(stack, 'AWS::ApplicationAutoScaling::ScalableTarget').Properties).toMatchObject({ MinCapacity: 0, MaxCapacity: 10 });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ StopTimeout: 120, Environment: [{ Name: 'QUEUE_URL', Value: stack.resolve(worker.queue.queueUrl) as unknown }] }] });
    template.hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'] })]) } });
  });

  test('takes a queue that there is', () => {
    const stack = shop(), queue = new sqs.Queue(stack, 'Orders');
    expect(new QueueWorker(stack, 'Worker', { cluster: new Cluster(stack, 'Cluster'), container, queue, scaling: { min: 1, max: 3 } }).queue).toBe(queue);
    expect(only(stack, 'AWS::SQS::Queue').id).toMatch(/^Orders/);
    expect(() => build({ queue: new sqs.Queue(shop(), 'Orders'), workTimeout: '1 minute' })).toThrow('Shop/Worker: workTimeout is a setting of the queue');
  });
});

import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Cluster, Drydock, ExecutionRole, SchedulerRole, TaskRole } from 'ecs-drydock';

const app = new App(), stack = new Stack(app, 'Backup');
const cluster = new Cluster(stack, 'Cluster');

const task = new ecs.FargateTaskDefinition(stack, 'Task', { executionRole: new ExecutionRole(stack, 'ExecutionRole'), taskRole: new TaskRole(stack, 'TaskRole') });
task.addContainer('backup', { image: ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-cli/aws-cli:2.31.0'), logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'backup' }) });
new s3.Bucket(stack, 'Backups').grantPut(task.taskRole);

const securityGroup = new ec2.SecurityGroup(stack, 'SecurityGroup', { vpc: cluster.vpc, description: 'The backup' });
const failures = new sqs.Queue(stack, 'Failures');
new scheduler.CfnSchedule(stack, 'Nightly', {
  scheduleExpression: 'cron(0 3 * * ? *)',
  flexibleTimeWindow: { mode: 'OFF' },
  target: {
    arn: cluster.clusterArn,
    roleArn: new SchedulerRole(stack, 'SchedulerRole', { cluster, taskDefinitions: [task], deadLetterQueue: failures }).roleArn,
    deadLetterConfig: { arn: failures.queueArn },
    ecsParameters: {
      taskDefinitionArn: task.taskDefinitionArn,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: cluster.vpc.privateSubnets.map(({ subnetId }) => subnetId), securityGroups: [securityGroup.securityGroupId] } },
    },
  },
});

Drydock.attach(app);

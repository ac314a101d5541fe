import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { BatchTask, CapacityProvider, Cluster, Drydock, QueueWorker, ScheduledTask } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Jobs');
const cluster = new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.fargate(), CapacityProvider.fargateSpot()] });
const image = 'public.ecr.aws/aws-cli/aws-cli:2.31.0';

// At three in the morning, in winter and in summer.
const backup = new ScheduledTask(stack, 'Backup', {
  cluster,
  container: { image, command: ['s3', 'ls'] },
  schedule: 'cron(0 3 * * ? *)',
  timeZone: 'Europe/Berlin',
});
new s3.Bucket(stack, 'Backups').grantPut(backup.taskDefinition.taskRole);

// Thumbnails, for less on Spot: none while there is nothing to do, up to twenty at once.
const thumbnails = new QueueWorker(stack, 'Thumbnails', {
  cluster,
  container: { image },
  capacity: [{ provider: 'FARGATE_SPOT' }],
  messagesPerTask: 50,
  scaling: { max: 20 },
});

// A report that a state machine runs, and that somebody may run by hand.
const report = new BatchTask(stack, 'Report', { cluster, cpu: '1 vCPU', memory: '4 GB', container: { image } });
new sfn.StateMachine(stack, 'Monthly', { definitionBody: sfn.DefinitionBody.fromChainable(report.step('Run')) });
new CfnOutput(stack, 'RunReport', { value: report.runCommand });
new CfnOutput(stack, 'ThumbnailQueue', { value: thumbnails.queue.queueUrl });

Drydock.attach(app);

import { TimeZone, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as targets from 'aws-cdk-lib/aws-scheduler-targets';
import { Cluster, ScheduledTask } from 'ecs-drydock';

/** A task at three in the morning, in a time zone. */
export function ours(stack: Stack): void {
  new ScheduledTask(stack, 'Backup', {
    cluster: new Cluster(stack, 'Cluster'),
    container: { image: 'public.ecr.aws/aws-cli/aws-cli:2.31.0' },
    schedule: 'cron(0 3 * * ? *)',
    timeZone: 'Europe/Berlin',
  });
}

export function l2(stack: Stack): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'TaskDef', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-cli/aws-cli:2.31.0'),
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', logRetention: logs.RetentionDays.ONE_MONTH }),
  });
  const securityGroup = new ec2.SecurityGroup(stack, 'SecurityGroup', { vpc });
  new scheduler.Schedule(stack, 'Schedule', {
    schedule: scheduler.ScheduleExpression.cron({ minute: '0', hour: '3', timeZone: TimeZone.EUROPE_BERLIN }),
    target: new targets.EcsRunFargateTask(cluster, { taskDefinition, securityGroups: [securityGroup], vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS } }),
  });
}

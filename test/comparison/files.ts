import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Cluster, FargateService, Storage } from 'ecs-drydock';

/** A service with files on EFS that sends to a queue. */
export function ours(stack: Stack): void {
  const cluster = new Cluster(stack, 'Cluster');
  const data = Storage.efs('data', new efs.FileSystem(stack, 'Files', { vpc: cluster.vpc }));
  new FargateService(stack, 'Web', {
    cluster,
    container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80, volumes: { '/data': data } },
  }).link(new sqs.Queue(stack, 'Orders'));
}

export function l2(stack: Stack): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const queue = new sqs.Queue(stack, 'Orders');
  const fileSystem = new efs.FileSystem(stack, 'Files', { vpc });
  const accessPoint = fileSystem.addAccessPoint('AccessPoint', {
    path: '/data',
    posixUser: { uid: '1000', gid: '1000' },
    createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '750' },
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'WebTaskDef', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addVolume({
    name: 'data',
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId: accessPoint.accessPointId, iam: 'ENABLED' },
    },
  });
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
    actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
    resources: [fileSystem.fileSystemArn],
    conditions: { StringEquals: { 'elasticfilesystem:AccessPointArn': accessPoint.accessPointArn } },
  }));
  queue.grantSendMessages(taskDefinition.taskRole);
  const container = taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:stable'),
    portMappings: [{ containerPort: 80 }],
    environment: { ORDERS_QUEUE_URL: queue.queueUrl },
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', logRetention: logs.RetentionDays.ONE_MONTH }),
  });
  container.addMountPoints({ sourceVolume: 'data', containerPath: '/data', readOnly: false });
  const service = new ecs.FargateService(stack, 'Web', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { enable: true, rollback: true },
  });
  fileSystem.connections.allowDefaultPortFrom(service);
  service.node.addDependency(fileSystem.mountTargetsAvailable);
}

import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Cluster, Drydock, FargateService } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Reports');

// NAT gateways cost more than the tasks: without them, and with isolated subnets, the tasks are cheap and safe.
const vpc = new ec2.Vpc(stack, 'Vpc', {
  maxAzs: 2,
  natGateways: 0,
  subnetConfiguration: [
    { name: 'Public', subnetType: ec2.SubnetType.PUBLIC },
    { name: 'Tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
  ],
});

new FargateService(stack, 'Renderer', {
  cluster: new Cluster(stack, 'Cluster', { vpc }),
  desiredCount: 2,
  container: { image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Images', 'reports'), '2026-11-20'), port: 8080 },
  loadBalancer: { healthCheck: { path: '/health' } },
});

Drydock.attach(app);

import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { CapacityProvider, Cluster, Drydock, ExternalService } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Shops');

// Nothing runs in the VPC, which every cluster of the CDK has.
const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 0 });
const cluster = new Cluster(stack, 'Cluster', { vpc, capacityProviders: [CapacityProvider.external('shops', 50)] });

// One on each machine in a shop, which tells of its sales.
new ExternalService(stack, 'Till', {
  cluster,
  daemon: true,
  memory: '256 MB',
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
}).link(new sqs.Queue(stack, 'Sales'));

Drydock.attach(app);

import { App, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { CapacityProvider, Cluster, Drydock, Ec2Service, FargateService, TaskRole } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Shop');

const cluster = new Cluster(stack, 'Cluster', {
  capacityProviders: [
    CapacityProvider.fargate(),
    CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'], minCapacity: 2, maxCapacity: 10 }),
  ],
});

// What the shop's code may do: read and write its orders.
const orders = new dynamodb.TableV2(stack, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
const role = new TaskRole(stack, 'ShopRole');
orders.grantReadWriteData(role);

// The shop itself: on Fargate, behind a load balancer, two to ten tasks.
new FargateService(stack, 'Web', {
  cluster,
  cpu: '0.5 vCPU',
  memory: '1 GB',
  container: {
    image: 'public.ecr.aws/nginx/nginx:stable',
    port: 80,
    environment: { ORDERS: orders.tableName },
    secrets: { PAYMENT_KEY: new secretsmanager.Secret(stack, 'PaymentKey') },
  },
  taskRole: role,
  loadBalancer: { healthCheck: { path: '/' } },
  scaling: { min: 2, max: 10, cpuPercent: 60 },
});

// What works behind it: four tasks of 900 MiB on the container instances.
new Ec2Service(stack, 'Worker', {
  cluster,
  desiredCount: 4,
  memory: 900,
  container: { image: 'public.ecr.aws/docker/library/busybox:stable', command: ['sleep', 'infinity'] },
  taskRole: role,
});

Drydock.attach(app);

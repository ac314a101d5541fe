import { App, Stack } from 'aws-cdk-lib';
import { CapacityProvider, Cluster, Drydock, Ec2Service, FargateService, TaskRole } from '../lib/index';

// The demo app: a shop on Fargate, and a worker on container instances beside it. `npx cdk synth` synthesizes and dry-runs it.
const app = new App();
const stack = new Stack(app, 'Shop', { description: 'A shop that floats' });

const cluster = new Cluster(stack, 'Cluster', {
  capacityProviders: [
    CapacityProvider.fargate(),
    CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'], minCapacity: 2, maxCapacity: 10, targetCapacityPercent: 80 }),
  ],
});

new FargateService(stack, 'Web', {
  cluster,
  cpu: '0.5 vCPU',
  memory: '1 GB',
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
  taskRole: new TaskRole(stack, 'WebRole', { description: 'What the shop may do' }),
  loadBalancer: {},
  scaling: { min: 2, max: 10, cpuPercent: 60 },
});

new Ec2Service(stack, 'Worker', {
  cluster,
  memory: 900,
  desiredCount: 4,
  container: { image: 'public.ecr.aws/docker/library/busybox:stable', command: ['sh', '-c', 'while true; do echo working; sleep 60; done'] },
  capacity: [{ provider: 'general' }],
});

Drydock.attach(app);

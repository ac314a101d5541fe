import { App, Stack } from 'aws-cdk-lib';
import { CapacityProvider, Cluster, Drydock, Ec2Service } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Catalogue');

// Five tasks of 4 GB are 20 GB, and three instances of 8 GB are 24: three are enough, and the budget ends there.
const cluster = new Cluster(stack, 'Cluster', {
  capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'], minCapacity: 2, maxCapacity: 3 })],
});

// The shop window: three tasks behind a load balancer.
new Ec2Service(stack, 'Web', {
  cluster,
  desiredCount: 3,
  memory: '4 GB',
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
  loadBalancer: {},
});

// What finds things in it.
new Ec2Service(stack, 'Search', {
  cluster,
  desiredCount: 2,
  memory: '4 GB',
  container: { image: 'public.ecr.aws/docker/library/busybox:stable', command: ['sleep', 'infinity'] },
});

Drydock.attach(app);

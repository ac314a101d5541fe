import { App, Stack } from 'aws-cdk-lib';
import { CapacityProvider, Cluster, DaemonService, Drydock, Ec2Service, Sidecar } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Fleet');

const cluster = new Cluster(stack, 'Cluster', {
  capacityProviders: [
    // Two that are always there, and Spot beside.
    CapacityProvider.ec2('general', { instanceTypes: ['m7g.large', 'm6g.large'], maxCapacity: 8, spot: { onDemandBase: 2 }, operatingSystem: 'bottlerocket' }),
    // Those that compute, with the drivers in their image.
    CapacityProvider.ec2('gpu', { instanceTypes: ['g5.xlarge'], minCapacity: 2, maxCapacity: 4, disk: '100 GB' }),
  ],
});

new Ec2Service(stack, 'Web', {
  cluster,
  capacity: [{ provider: 'general' }],
  desiredCount: 4,
  memory: '1 GB',
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
  sidecars: [Sidecar.xRay()],
  placementStrategies: ['spread:attribute:ecs.availability-zone', 'binpack:memory'],
  loadBalancer: {},
});

// One GPU each, and so one task on each instance: while an update replaces one, the other answers.
new Ec2Service(stack, 'Inference', {
  cluster,
  capacity: [{ provider: 'gpu' }],
  desiredCount: 2,
  memory: '8 GB',
  container: { image: 'public.ecr.aws/docker/library/busybox:stable', command: ['sleep', 'infinity'], gpuCount: 1 },
  placementConstraints: ['attribute:ecs.instance-type =~ g5.*'],
  minHealthyPercent: 50,
  maxHealthyPercent: 100,
});

// On each instance, whichever provider brought it.
new DaemonService(stack, 'Agent', { cluster, memory: 128, container: { image: 'public.ecr.aws/datadog/agent:7' } });

Drydock.attach(app);

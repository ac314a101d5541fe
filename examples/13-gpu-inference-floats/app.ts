import { App, Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as efs from 'aws-cdk-lib/aws-efs';
import { CapacityProvider, Cluster, Drydock, Ec2Service, Storage } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Inference');

// The types say that the image needs the drivers of NVIDIA. Twice as many instances as tasks, so that an update can start all new tasks before it stops the old ones.
const cluster = new Cluster(stack, 'Cluster', {
  capacityProviders: [CapacityProvider.ec2('gpu', { instanceTypes: ['g6.xlarge', 'g5.xlarge'], minCapacity: 2, maxCapacity: 12, disk: '150 GB', warmup: '10 minutes' })],
});

// The weights of the model, which all tasks read and none has to download.
const models = new efs.FileSystem(stack, 'Models', { vpc: cluster.vpc, encrypted: true });

new Ec2Service(stack, 'Model', {
  cluster,
  cpu: '3 vCPU',
  memory: '12 GB',
  container: {
    image: 'public.ecr.aws/nginx/nginx:stable', // your inference server
    port: 8000,
    gpuCount: 1,
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:8000/health || exit 1'], startPeriod: Duration.minutes(5) },
    volumes: { '/models': Storage.efs('models', models, { readOnly: true }) },
  },
  healthCheckGracePeriod: Duration.minutes(5),
  loadBalancer: { healthCheck: { path: '/health' }, internetFacing: false },
  scaling: {
    min: 2,
    max: 6,
    metrics: [{ metric: new cloudwatch.Metric({ namespace: 'Inference', metricName: 'RequestsInQueuePerTask' }), target: 4 }],
    scaleInCooldown: '15 minutes',
  },
});

Drydock.attach(app);

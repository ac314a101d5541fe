import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Cluster, DaemonService, Drydock, Ec2Service } from 'ecs-drydock';

// An app of your own needs no context for it: its choices are kept in drydock.fleet.json where it is run.
const app = new App({ context: { 'drydock:fleet-file': join(__dirname, 'drydock.fleet.json') } });
const stack = new Stack(app, 'Shop', { env: { region: 'eu-west-1' } });

const cluster = new Cluster(stack, 'Cluster');
const fleet = cluster.fitCapacity('fleet', { architecture: ec2.InstanceArchitecture.ARM_64, allowedInstanceTypes: ['m7g.*', 'c7g.*', 'r7g.*'] });
const capacity = [{ provider: fleet }];

new Ec2Service(stack, 'Web', {
  cluster, capacity,
  cpu: '0.5 vCPU', memory: '1 GB',
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
  loadBalancer: {},
  scaling: { min: 4, max: 12, cpuPercent: 60 },
});

new Ec2Service(stack, 'Search', {
  cluster, capacity,
  desiredCount: 2,
  cpu: '1 vCPU', memory: '5 GB',
  container: { image: 'public.ecr.aws/docker/library/busybox:stable', command: ['sleep', 'infinity'] },
});

new DaemonService(stack, 'Agent', { cluster, memory: 256, container: { image: 'public.ecr.aws/datadog/agent:7' } });

Drydock.attach(app);

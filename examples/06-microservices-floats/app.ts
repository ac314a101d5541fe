import { App, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Cluster, Drydock, FargateService, SharedLoadBalancer } from 'ecs-drydock';

const app = new App();

// The platform: a cluster with a namespace, and one load balancer for all.
const platform = new Stack(app, 'Platform');
const cluster = new Cluster(platform, 'Cluster', { serviceConnectNamespace: 'shop' });
const loadBalancer = new SharedLoadBalancer(platform, 'LoadBalancer', { vpc: cluster.vpc });

// Orders, which only other services call, by the name http://orders:8080.
const backend = new Stack(app, 'Orders');
const orders = new FargateService(backend, 'Orders', {
  cluster,
  desiredCount: 2,
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 8080 },
  serviceConnect: {},
}).link(new dynamodb.TableV2(backend, 'Baskets', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }));

// Two services that users call, each with its own paths; both call the orders.
const frontend = new Stack(app, 'Frontend');
new FargateService(frontend, 'Api', {
  cluster,
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
  loadBalancer: { loadBalancer, paths: ['/api/*'], healthCheck: { path: '/api/health' } },
  scaling: { min: 2, max: 10, requestsPerTarget: 1000 },
  serviceConnect: { clientOnly: true },
}).link(orders);
new FargateService(frontend, 'Web', {
  cluster,
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
  loadBalancer: { loadBalancer, paths: ['/*'] },
  scaling: { min: 2, max: 6 },
  serviceConnect: { clientOnly: true },
}).link(orders);

Drydock.attach(app);

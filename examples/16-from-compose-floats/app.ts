import { App, Duration, Stack } from 'aws-cdk-lib';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Cluster, Drydock, FargateService, Storage } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Shop');

// The network that services of a compose file share, and the names in it.
const cluster = new Cluster(stack, 'Cluster', { serviceConnectNamespace: 'shop' });

// volumes: and secrets:
const uploads = new efs.FileSystem(stack, 'Uploads', { vpc: cluster.vpc, encrypted: true });
const paymentKey = new secretsmanager.Secret(stack, 'PaymentKey');

// database: is a service of AWS, with backups, in place of a container with a volume.
const database = new rds.DatabaseCluster(stack, 'Database', {
  engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_17_4 }),
  writer: rds.ClusterInstance.serverlessV2('Writer'),
  defaultDatabaseName: 'shop',
  vpc: cluster.vpc,
});

// api:
const api = new FargateService(stack, 'Api', {
  cluster,
  desiredCount: 2,
  cpu: '0.5 vCPU',
  memory: '1 GB',
  container: {
    image: 'public.ecr.aws/docker/library/httpd:2.4',
    port: 9000,
    environment: { LOG_LEVEL: 'info' },
    secrets: { PAYMENT_KEY: paymentKey },
    volumes: { '/uploads': Storage.efs('uploads', uploads) },
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:9000/health || exit 1'], interval: Duration.seconds(15), retries: 5 },
    stopTimeout: '1 minute',
  },
  serviceConnect: {},
});

// web: its port is published, so that it gets a load balancer. The link is API_URL and depends_on in one.
new FargateService(stack, 'Web', {
  cluster,
  desiredCount: 2,
  container: { image: 'public.ecr.aws/nginx/nginx:1.27', port: 8080 },
  loadBalancer: {},
  serviceConnect: { clientOnly: true },
}).link(api);

// worker: the link brings DATABASE_HOST, and the login as secrets beside.
new FargateService(stack, 'Worker', {
  cluster,
  container: { image: 'public.ecr.aws/docker/library/busybox:1.37', command: ['sleep', 'infinity'] },
}).link(database);

Drydock.attach(app);

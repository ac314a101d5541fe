import { App, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as rds from 'aws-cdk-lib/aws-rds';
import { Cluster, Drydock, FargateService, Sidecar, Storage } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Blog');
const cluster = new Cluster(stack, 'Cluster');

const database = new rds.DatabaseCluster(stack, 'Database', {
  engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_08_0 }),
  writer: rds.ClusterInstance.serverlessV2('Writer'),
  vpc: cluster.vpc,
});
const uploads = Storage.efs('uploads', new efs.FileSystem(stack, 'Files', { vpc: cluster.vpc }));

new FargateService(stack, 'Blog', {
  cluster,
  cpu: '1 vCPU',
  container: {
    image: 'public.ecr.aws/docker/library/wordpress:6',
    port: 80,
    volumes: { '/var/www/html/wp-content': uploads },
    healthCheck: 'curl -f http://localhost/wp-login.php || exit 1',
    stopTimeout: '1 minute',
    logging: ecs.LogDrivers.firelens({ options: { Name: 'http', Host: 'logs.example.com', Port: '443', tls: 'on' } }),
  },
  sidecars: [
    // Has to be done before the blog starts.
    Sidecar.of('migrate', {
      image: 'public.ecr.aws/docker/library/wordpress:cli',
      command: ['wp', 'core', 'update-db'],
      volumes: { '/var/www/html/wp-content': uploads },
      essential: false,
      mainWaitsFor: ecs.ContainerDependencyCondition.SUCCESS,
    }),
    Sidecar.openTelemetry(),
  ],
  loadBalancer: { healthCheck: { path: '/wp-login.php' } },
  scaling: { min: 2, max: 6 },
}).link(database);

Drydock.attach(app);

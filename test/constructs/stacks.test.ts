import { App, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import {
  BatchTask, CapacityProvider, Cluster, DaemonService, Deployment, Ec2Service, EventTask, FargateService, MigrationTask, QueueWorker, Repository, ScheduledTask, ServiceMonitoring, SharedLoadBalancer, Storage,
} from '../../lib/index';
import { dryRunApp } from '../../lib/constructs/plugin/dry-run-app';
import { nginx } from '../support/shop';

// Whoever shares something should find it in a stack of its own: what uses it refers to it, and it never refers back.

class Platform {
  readonly app = new App();
  readonly vpc = new ec2.Vpc(this.stack('Network'), 'Vpc', { maxAzs: 2 });
  readonly cluster = new Cluster(this.stack('Clusters'), 'Cluster', {
    vpc: this.vpc, serviceConnectNamespace: 'shop', capacityProviders: [CapacityProvider.fargate(), CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'] }), CapacityProvider.managedInstances('managed')],
  });
  readonly loadBalancer = new SharedLoadBalancer(this.stack('LoadBalancers'), 'LoadBalancer', { vpc: this.vpc });
  readonly networkLoadBalancer = new elbv2.NetworkLoadBalancer(this.stack('Networking'), 'LoadBalancer', { vpc: this.vpc, securityGroups: [new ec2.SecurityGroup(this.stack('Groups'), 'Group', { vpc: this.vpc, allowAllOutbound: false })] });
  readonly data = this.stack('Data');
  readonly encryptionKey = new kms.Key(this.data, 'Key');
  readonly files = Storage.efs('files', new efs.FileSystem(this.data, 'Files', { vpc: this.vpc }));
  readonly queue = new sqs.Queue(this.data, 'Queue', { encryptionMasterKey: this.encryptionKey });
  readonly table = new dynamodb.TableV2(this.data, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
  readonly bucket = new s3.Bucket(this.data, 'Bucket', { encryptionKey: this.encryptionKey });
  readonly secret = new secretsmanager.Secret(this.data, 'Secret', { encryptionKey: this.encryptionKey });
  readonly topic = new sns.Topic(this.data, 'Topic');
  readonly database = new rds.DatabaseCluster(this.data, 'Database', {
    engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }), writer: rds.ClusterInstance.serverlessV2('Writer'), vpc: this.vpc, storageEncryptionKey: this.encryptionKey,
  });
  readonly images = new Repository(this.stack('Images'), 'Images');
  readonly container = { image: this.images.image('1.4.2'), port: 80, secrets: { TOKEN: this.secret }, volumes: { '/files': this.files } };

  stack(id: string): Stack {
    return new Stack(this.app, id);
  }
}

const builds: readonly (readonly [string, (stack: Stack, platform: Platform) => void])[] = [
  ['a service on Fargate that uses everything', (stack, { cluster, container, encryptionKey, loadBalancer, queue, table, bucket, topic, database, secret }) => {
    const volumes = { ...container.volumes, '/index': Storage.ebs('index', { size: '10 GB', encryptionKey }) };
    new FargateService(stack, 'Web', { cluster, container: { ...container, volumes }, loadBalancer: { loadBalancer, paths: ['/*'] }, serviceConnect: {}, scaling: { max: 4, requestsPerTarget: 100 }, deployment: Deployment.blueGreen() })
      .link(queue).link(table).link(bucket).link(topic).link(database).link(secret);
  }],
  ['a service on container instances that uses everything', (stack, { cluster, container, loadBalancer, queue, table, bucket, topic, database, secret }) => {
    new Ec2Service(stack, 'Web', { cluster, container, loadBalancer: { loadBalancer, paths: ['/*'] }, serviceConnect: {}, scaling: { max: 4, requestsPerTarget: 100 }, deployment: Deployment.canary() })
      .link(queue).link(table).link(bucket).link(topic).link(database).link(secret);
  }],
  ['a service on Managed Instances', (stack, { cluster, container, loadBalancer }) => {
    new FargateService(stack, 'Web', { cluster, container, loadBalancer: { loadBalancer, paths: ['/*'] }, capacity: [{ provider: 'managed' }] });
  }],
  ['services behind one Network Load Balancer', (stack, { cluster, networkLoadBalancer }) => {
    new FargateService(stack, 'Web', { cluster, container: nginx, networkLoadBalancer: { loadBalancer: networkLoadBalancer } });
    new Ec2Service(stack, 'Api', { cluster, container: nginx, networkLoadBalancer: { loadBalancer: networkLoadBalancer, listenerPort: 81 } });
  }],
  ['a service with a load balancer of its own', (stack, { cluster }) => {
    new Ec2Service(stack, 'Web', { cluster, container: nginx, loadBalancer: {} });
  }],
  ['a cluster behind a load balancer that others share', (stack, { vpc, loadBalancer }) => {
    const cluster = new Cluster(stack, 'Cluster', { vpc, capacityProviders: [CapacityProvider.ec2('own', { instanceTypes: ['m7g.large'] })] });
    new Ec2Service(stack, 'Web', { cluster, container: nginx, loadBalancer: { loadBalancer, paths: ['/*'] } });
  }],
  ['a worker of a queue', (stack, { cluster, container, queue, database }) => {
    new QueueWorker(stack, 'Worker', { cluster, container, queue }).link(database);
  }],
  ['a daemon', (stack, { cluster, queue }) => {
    new DaemonService(stack, 'Agent', { cluster, memory: 64, container: { image: nginx.image } }).link(queue);
  }],
  ['tasks, of which one is started from another stack', (stack, { cluster, container, queue, bucket, app }) => {
    const report = new BatchTask(stack, 'Report', { cluster, container });
    new sfn.StateMachine(new Stack(app, 'Flow'), 'Monthly', { definitionBody: sfn.DefinitionBody.fromChainable(report.step('Run')) });
    new ScheduledTask(stack, 'Backup', { cluster, container, capacity: [{ provider: 'general' }], schedule: 'rate(1 day)', deadLetterQueue: queue });
    new EventTask(stack, 'Index', { cluster, container, on: { source: ['aws.s3'], detail: { bucket: { name: [bucket.bucketName] } } }, deadLetterQueue: queue });
  }],
  ['a migration before services of another stack', (stack, { cluster, container, app }) => {
    new MigrationTask(stack, 'Migrate', { cluster, container }).before(new FargateService(new Stack(app, 'Web'), 'Web', { cluster, container }));
  }],
  ['what watches a service, and alarms that it rolls back for', (stack, { cluster, loadBalancer, topic, app }) => {
    const alarm = new cloudwatch.Alarm(new Stack(app, 'Alarms'), 'Alarm', { metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'FailedOrders' }), threshold: 1, evaluationPeriods: 1 });
    const service = new FargateService(stack, 'Web', { cluster, container: nginx, loadBalancer: { loadBalancer, paths: ['/*'] }, deployment: Deployment.linear({ alarms: [alarm] }) });
    new ServiceMonitoring(new Stack(app, 'Monitoring'), 'Monitoring', { service, topic });
  }],
  ['services that call one of another stack', (stack, { cluster, app }) => {
    const orders = new Ec2Service(stack, 'Orders', { cluster, container: nginx, serviceConnect: {} });
    new FargateService(new Stack(app, 'Web'), 'Web', { cluster, container: nginx, serviceConnect: { clientOnly: true } }).link(orders);
    new Ec2Service(new Stack(app, 'Admin'), 'Admin', { cluster, container: nginx, serviceConnect: { clientOnly: true } }).link(orders);
  }],
];

test.each(builds)('%s floats beside what it uses, without a circle', (_, build) => {
  const platform = new Platform();
  build(platform.stack('Shop'), platform);
  const { report, broken } = dryRunApp(platform.app, [platform.app.synth().directory]);
  expect(broken).toEqual([]);
  expect(report.findings).toEqual([]);
});

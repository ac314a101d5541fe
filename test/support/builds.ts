import { join } from 'node:path';
import { CfnOutput, Duration, type App, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import {
  BatchTask, CapacityProvider, Cluster, DaemonService, Deployment, Ec2Service, EksService, EventTask, ExternalService, FargateService, MigrationTask, PullThroughCache, QueueWorker, Repository, ScheduledTask, ServiceMonitoring, SharedLoadBalancer, Sidecar, Storage, TaskRole,
  type Ec2CapacityProps,
} from '../../lib/index';
import { mixedCluster, nginx } from './shop';

/** What people make with defaults, each in a stack `Shop`. */
export const builds: readonly (readonly [string, (stack: Stack) => void])[] = [
  ['a Fargate service', stack => {
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx });
  }],
  ['a Fargate service behind a load balancer, scaled', stack => {
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {}, scaling: { max: 10, requestsPerTarget: 1000 } });
  }],
  ['a Fargate service with HTTPS', stack => {
    const certificate = new acm.Certificate(stack, 'Certificate', { domainName: 'shop.example.com' });
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: { certificate } });
  }],
  ['a Fargate service with a domain', stack => {
    const zone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z00000000000000000000', zoneName: 'example.com' });
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: { domain: { name: 'shop.example.com', zone } } });
  }],
  ['a Fargate service with an image from ECR, secrets and a task role', stack => {
    new FargateService(stack, 'Web', {
      cluster: new Cluster(stack, 'Cluster'), taskRole: new TaskRole(stack, 'Role'),
      container: {
        image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Images', 'shop'), '1.4.2'),
        secrets: { TOKEN: new secretsmanager.Secret(stack, 'Token'), PASSWORD: { secret: new rds.DatabaseSecret(stack, 'Login', { username: 'shop' }), field: 'password' }, KEY: '/shop/key' },
      },
    });
  }],
  ['a Fargate service whose images are released by somebody else, first of all by nobody', stack => {
    const repository = new Repository(stack, 'Images', { pullAccounts: ['111122223333'] });
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: { image: repository.released(stack, 'WebImage', nginx.image), port: 80 }, loadBalancer: {} });
  }],
  ['a Fargate service with an image of another registry that ECR keeps, and logs with a key', stack => {
    const hub = new PullThroughCache(stack, 'Hub', { upstream: 'docker-hub', credentials: secretsmanager.Secret.fromSecretNameV2(stack, 'Login', 'ecr-pullthroughcache/docker-hub') });
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: { image: hub.image('library/redis:7'), port: 6379, logEncryptionKey: new kms.Key(stack, 'Key') } });
  }],
  ['a Fargate service that is watched', stack => {
    const service = new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {} });
    new ServiceMonitoring(stack, 'Monitoring', { service, topic: new sns.Topic(stack, 'OnCall') });
  }],
  ['a Fargate service whose traffic deployments move, watched and scaled by requests', stack => {
    const service = new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {}, deployment: Deployment.blueGreen(), scaling: { max: 10, requestsPerTarget: 1000 } });
    new ServiceMonitoring(stack, 'Monitoring', { service });
  }],
  ['a Fargate service in public subnets', stack => {
    const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 0, subnetConfiguration: [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC }] });
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster', { vpc }), container: nginx, loadBalancer: {} });
  }],
  ['a Fargate service on Spot', stack => {
    new FargateService(stack, 'Web', { cluster: mixedCluster(stack, { defaultCapacity: [{ provider: 'FARGATE_SPOT' }] }), container: nginx });
  }],
  ['a Fargate service with all known sidecars', stack => {
    new FargateService(stack, 'Web', {
      cluster: new Cluster(stack, 'Cluster'),
      container: { ...nginx, environmentFiles: [join(__dirname, 'shop.env')], healthCheck: 'curl -f http://localhost/ || exit 1', restart: true, logging: ecs.LogDrivers.firelens({ options: { Name: 'http', Host: 'logs.example.com' } }) },
      sidecars: [Sidecar.xRay(), Sidecar.openTelemetry(), Sidecar.cloudWatchAgent(), Sidecar.of('migrate', {
        image: 'public.ecr.aws/docker/library/busybox:stable', command: ['true'], essential: false, mainWaitsFor: ecs.ContainerDependencyCondition.SUCCESS,
      })],
    });
  }],
  ['a Fargate service with files and a scratch directory', stack => {
    const cluster = new Cluster(stack, 'Cluster'), fileSystem = new efs.FileSystem(stack, 'Files', { vpc: cluster.vpc });
    new FargateService(stack, 'Web', { cluster, container: { ...nginx, volumes: { '/data': Storage.efs('data', fileSystem), '/tmp/work': Storage.scratch('work') } } });
  }],
  ['a Fargate service with a disk for each task', stack => {
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: { ...nginx, volumes: { '/data': Storage.ebs('data', { size: '20 GB', encryptionKey: new kms.Key(stack, 'Key') }) } } });
  }],
  ...(['blueGreen', 'canary', 'linear', 'codeDeploy', 'rolling'] as const).map(way => [`a Fargate service that is deployed ${way}`, (stack: Stack) => {
    const alarms = [new cloudwatch.Alarm(stack, 'Alarm', { metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'FailedOrders' }), threshold: 1, evaluationPeriods: 1 })];
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {}, deployment: Deployment[way]({ alarms, ...(way === 'rolling' ? {} : { testPort: 8080 }) }) });
  }] as const),
  ...(['blueGreen', 'canary', 'linear', 'codeDeploy'] as const).map(way => [`a Fargate service behind a Network Load Balancer that is deployed ${way}`, (stack: Stack) => {
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, networkLoadBalancer: {}, deployment: Deployment[way]({ testPort: 8080 }) });
  }] as const),
  ['services on one load balancer, of which one is deployed as a canary', stack => {
    const cluster = new Cluster(stack, 'Cluster'), loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc });
    new FargateService(stack, 'Api', { cluster, container: nginx, loadBalancer: { loadBalancer, paths: ['/api/*'] }, deployment: Deployment.canary() });
    new FargateService(stack, 'Web', { cluster, container: nginx, loadBalancer: { loadBalancer, paths: ['/*'] } });
  }],
  ['a Fargate service of gRPC and another port', stack => {
    const certificate = new acm.Certificate(stack, 'Certificate', { domainName: 'shop.example.com' });
    const service = new FargateService(stack, 'Orders', {
      cluster: new Cluster(stack, 'Cluster'), container: { image: nginx.image, port: '50051/grpc', ports: { admin: 9000 } }, loadBalancer: { certificate },
    });
    service.expose('Admin', { port: 'admin', internetFacing: false });
  }],
  ['a Fargate service behind a Network Load Balancer, with an endpoint service', stack => {
    new FargateService(stack, 'Mail', { cluster: new Cluster(stack, 'Cluster'), container: { ...nginx, port: 25 }, networkLoadBalancer: { endpointService: {} } });
  }],
  ['a Fargate service of UDP', stack => {
    new FargateService(stack, 'Names', { cluster: new Cluster(stack, 'Cluster'), container: { image: nginx.image, port: '53/udp', ports: { health: 8080 } }, networkLoadBalancer: { internetFacing: true, healthCheck: { port: '8080' } } });
  }],
  ['a Fargate service that works off a queue', stack => {
    const queue = new sqs.Queue(stack, 'Orders');
    new FargateService(stack, 'Worker', { cluster: new Cluster(stack, 'Cluster'), container: { image: nginx.image }, scaling: { max: 20, queue: { queue } } }).link(queue, { access: 'read' });
  }],
  ['a Fargate service scaled in every way', stack => {
    const metric = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'OrdersForEachTask' });
    new FargateService(stack, 'Web', {
      cluster: new Cluster(stack, 'Cluster'), container: nginx,
      scaling: {
        min: 2, max: 10, cpuPercent: 60, memoryPercent: 80, metrics: [{ metric, target: 5 }], steps: [{ metric, steps: [{ upper: 1, change: -1 }, { lower: 10, change: 2 }] }],
        schedules: [{ at: 'cron(0 20 ? * MON-FRI *)', timeZone: 'Europe/Berlin', min: 0, max: 0 }, { at: 'cron(0 7 ? * MON-FRI *)', timeZone: 'Europe/Berlin', min: 2, max: 10 }],
        scaleInCooldown: '10 minutes', scaleOutCooldown: Duration.minutes(1), predictive: true,
      },
    });
  }],
  ['services that call each other, and use what there is', stack => {
    const cluster = new Cluster(stack, 'Cluster', { serviceConnectNamespace: 'shop' });
    const orders = new FargateService(stack, 'Orders', { cluster, container: nginx, serviceConnect: {} });
    new FargateService(stack, 'Web', { cluster, container: nginx, serviceConnect: { clientOnly: true } })
      .link(orders)
      .link(new sqs.Queue(stack, 'Mail'))
      .link(new dynamodb.TableV2(stack, 'Baskets', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }))
      .link(new s3.Bucket(stack, 'Pictures'), { access: 'read' })
      .link(new sns.Topic(stack, 'News'))
      .link(new secretsmanager.Secret(stack, 'Token'))
      .link(new rds.DatabaseCluster(stack, 'Database', {
        engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }), writer: rds.ClusterInstance.serverlessV2('Writer'), vpc: cluster.vpc,
      }));
  }],
  ['a service found by DNS', stack => {
    const cluster = new Cluster(stack, 'Cluster', { defaultCloudMapNamespace: { name: 'shop.local' } });
    new FargateService(stack, 'Web', { cluster, container: nginx, cloudMapOptions: { name: 'web' } });
  }],
  ['a service on container instances', stack => {
    new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx });
  }],
  ['services on container instances that are fitted to them', stack => {
    const cluster = new Cluster(stack, 'Cluster'), capacity = [{ provider: cluster.fitCapacity('fleet', { region: 'us-east-1' }) }];
    new Ec2Service(stack, 'Web', { cluster, capacity, container: nginx, memory: '1 GB', loadBalancer: {}, scaling: { min: 4, max: 10 } });
    new Ec2Service(stack, 'Worker', { cluster, capacity, container: nginx, cpu: '1 vCPU', memory: '3 GB', desiredCount: 2 });
    new DaemonService(stack, 'Agent', { cluster, memory: 128, container: nginx });
  }],
  ['a service on container instances behind a load balancer, scaled', stack => {
    new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx, loadBalancer: {}, scaling: { max: 10 } });
  }],
  ['a service on container instances behind a Network Load Balancer', stack => {
    new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx, networkLoadBalancer: {} });
  }],
  ['a service on container instances with sidecars, deployed blue/green', stack => {
    new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx, sidecars: [Sidecar.xRay(), Sidecar.openTelemetry()], loadBalancer: {}, deployment: Deployment.blueGreen() });
  }],
  ['a service on container instances with network interfaces of its own', stack => {
    new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx, networkMode: ecs.NetworkMode.AWS_VPC, loadBalancer: {} });
  }],
  ['a daemon beside a service', stack => {
    const cluster = mixedCluster(stack);
    new DaemonService(stack, 'Agent', { cluster, memory: 128, container: { image: 'public.ecr.aws/datadog/agent:7' } });
    new Ec2Service(stack, 'Worker', { cluster, container: nginx });
  }],
  ['a cluster with several instance types, x86', stack => {
    const cluster = new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.ec2('x86', { instanceTypes: ['m7i.large', 'm6i.large'] })] });
    new Ec2Service(stack, 'Worker', { cluster, container: nginx });
  }],
  ...([
    ['Spot', { instanceTypes: ['m7g.large', 'm6g.large'], spot: { onDemandBase: 2 } }],
    ['instances by what they have', { instanceRequirements: { vCpuCount: { min: 2, max: 8 }, memoryMiB: { min: 8192, max: 32768 } }, spot: true }],
    ['Bottlerocket', { instanceTypes: ['m7g.large'], operatingSystem: 'bottlerocket', reservedMemory: 256, disk: '50 GB', spot: true }],
    ['a warm pool and a larger disk', { instanceTypes: ['m7i.large'], warmPool: {}, warmup: '2 minutes', disk: '100 GB', sessionManager: true }],
    ['GPUs that are reserved', { instanceTypes: ['g5.xlarge'], capacityReservation: 'cr-0123456789abcdef0' }],
    ['instances that nobody protects', { instanceTypes: ['m7g.large'], scaleInProtection: false, draining: false }],
  ] as [string, Ec2CapacityProps][]).map(([name, props]) => [`a service on ${name}`, (stack: Stack) => {
    new Ec2Service(stack, 'Worker', { cluster: new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.ec2('special', props)] }), container: nginx });
  }] as const),
  ['services on Windows, on container instances and on Fargate', stack => {
    const cluster = new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.ec2('windows', { instanceTypes: ['m7i.xlarge', 'm6i.xlarge'], operatingSystem: 'windows-2022-core', disk: '100 GB', reservedMemory: '1 GB', spot: true })] });
    const container = { image: 'mcr.microsoft.com/dotnet/samples:aspnetapp', port: 8080 }, runtimePlatform = { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE };
    new Ec2Service(stack, 'Shop', { cluster, container, memory: '2 GB', runtimePlatform, loadBalancer: {} });
    new Ec2Service(stack, 'Api', { cluster, container, memory: '2 GB', runtimePlatform, networkMode: ecs.NetworkMode.AWS_VPC });
    new FargateService(stack, 'Admin', { cluster, container, runtimePlatform });
  }],
  ['a service on Managed Instances', stack => {
    const cluster = new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.managedInstances('managed', { spot: true, disk: '80 GB' })] });
    new FargateService(stack, 'Web', { cluster, container: nginx, loadBalancer: {}, capacity: [{ provider: 'managed' }] });
    new ScheduledTask(stack, 'Backup', { cluster, container: { image: nginx.image }, capacity: [{ provider: 'managed' }], schedule: 'rate(1 day)' });
  }],
  ['a cluster with all that it can have', stack => {
    const key = new kms.Key(stack, 'Key');
    const cluster = new Cluster(stack, 'Cluster', {
      containerInsightsV2: ecs.ContainerInsights.ENHANCED, serviceConnectNamespace: 'shop', capacityProviders: [CapacityProvider.fargate(), CapacityProvider.fargateSpot()], defaultCapacity: [{ provider: 'FARGATE', base: 1 }, { provider: 'FARGATE_SPOT', weight: 3 }],
      executeCommandConfiguration: { kmsKey: key, logging: ecs.ExecuteCommandLogging.OVERRIDE, logConfiguration: { cloudWatchLogGroup: new logs.LogGroup(stack, 'Typed'), cloudWatchEncryptionEnabled: false } },
      managedStorageConfiguration: { fargateEphemeralStorageKmsKey: key },
    });
    new FargateService(stack, 'Web', { cluster, container: nginx, enableExecuteCommand: true });
  }],
  ['a service outside of AWS', stack => {
    new ExternalService(stack, 'Till', { cluster: new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.external('shops')] }), desiredCount: 2, memory: 256, container: { image: nginx.image } }).link(new sqs.Queue(stack, 'Sales'));
  }],
  ['a worker of a queue', stack => {
    new QueueWorker(stack, 'Worker', { cluster: new Cluster(stack, 'Cluster'), container: { image: nginx.image } });
  }],
  ['tasks at night, on Fargate and on container instances', stack => {
    const cluster = mixedCluster(stack), fileSystem = new efs.FileSystem(stack, 'Files', { vpc: cluster.vpc });
    new ScheduledTask(stack, 'Backup', { cluster, container: { image: nginx.image, volumes: { '/data': Storage.efs('data', fileSystem) } }, schedule: 'cron(0 3 * * ? *)', timeZone: 'Europe/Berlin', deadLetterQueue: new sqs.Queue(stack, 'Failures') });
    new ScheduledTask(stack, 'Cleaning', { cluster, capacity: [{ provider: 'general' }], container: { image: nginx.image }, schedule: 'every 6 hours', flexibleWindow: '30 minutes' });
  }],
  ['tasks that an event starts, on Fargate and on container instances', stack => {
    const cluster = mixedCluster(stack);
    const pictures = new s3.Bucket(stack, 'Pictures', { eventBridgeEnabled: true });
    const on = { source: ['aws.s3'], detailType: ['Object Created'], detail: { bucket: { name: [pictures.bucketName] } } };
    const thumbnail = new EventTask(stack, 'Thumbnail', { cluster, container: { image: nginx.image }, on, environment: { KEY: events.EventField.fromPath('$.detail.object.key') }, deadLetterQueue: new sqs.Queue(stack, 'Failures') });
    pictures.grantReadWrite(thumbnail.taskDefinition.taskRole);
    new EventTask(stack, 'Index', { cluster, capacity: [{ provider: 'general' }], container: { image: nginx.image }, on });
  }],
  ['a migration before a service', stack => {
    const cluster = mixedCluster(stack), migration = new MigrationTask(stack, 'Migrate', { cluster, container: { image: nginx.image }, capacity: [{ provider: 'general' }] });
    migration.before(new FargateService(stack, 'Web', { cluster, container: nginx, loadBalancer: {} }));
  }],
  ['a task of a state machine, which a function may start too', stack => {
    const cluster = mixedCluster(stack), report = new BatchTask(stack, 'Report', { cluster, cpu: '1 vCPU', container: { image: nginx.image } });
    const packing = new BatchTask(stack, 'Packing', { cluster, capacity: [{ provider: 'general' }], container: { image: nginx.image } });
    new sfn.StateMachine(stack, 'Monthly', { definitionBody: sfn.DefinitionBody.fromChainable(report.step('Run').next(packing.step('Pack'))) });
    report.grantRun(new iam.Role(stack, 'Operator', { assumedBy: new iam.AccountRootPrincipal() }));
    new CfnOutput(stack, 'RunReport', { value: report.runCommand });
  }],
  ['services of other stacks on one cluster and one listener', stack => {
    const cluster = mixedCluster(stack), loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc, internetFacing: true });
    const listener = loadBalancer.addListener('Listener', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
    const app = stack.node.root as App;
    new FargateService(new Stack(app, 'Api'), 'Api', { cluster, container: nginx, loadBalancer: { listener, paths: ['/api/*'], priority: 1 } });
    new Ec2Service(new Stack(app, 'Admin'), 'Admin', { cluster, container: nginx, loadBalancer: { listener, paths: ['/admin/*'] } });
  }],
  ['a platform and services in stacks of their own', stack => {
    const cluster = mixedCluster(stack, { serviceConnectNamespace: 'shop' }), loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc });
    const fileSystem = new efs.FileSystem(stack, 'Files', { vpc: cluster.vpc }), queue = new sqs.Queue(stack, 'Orders');
    const app = stack.node.root as App;
    const api = new FargateService(new Stack(app, 'Api'), 'Api', {
      cluster, container: { ...nginx, volumes: { '/data': Storage.efs('data', fileSystem) } }, loadBalancer: { loadBalancer, paths: ['/api/*'] }, serviceConnect: {}, deployment: Deployment.blueGreen(),
    });
    new FargateService(new Stack(app, 'Web'), 'Web', { cluster, container: nginx, loadBalancer: { loadBalancer, hosts: ['shop.example.com'] }, serviceConnect: { clientOnly: true } }).link(api).link(queue);
  }],
  ['services on a cluster of EKS', stack => {
    const kubectlLayer = new lambda.LayerVersion(stack, 'KubectlLayer', { code: lambda.Code.fromAsset(__dirname, { exclude: ['*', '!shop.env'] }) });
    const cluster = new eks.Cluster(stack, 'Cluster', { version: eks.KubernetesVersion.V1_37, defaultCapacityType: eks.DefaultCapacityType.NODEGROUP, defaultCapacityInstance: new ec2.InstanceType('m7i.large'), kubectlProviderOptions: { kubectlLayer } });
    const uploads = Storage.efs('uploads', new efs.FileSystem(stack, 'Files', { vpc: cluster.vpc }));
    new EksService(stack, 'Web', {
      cluster, container: { ...nginx, secrets: { TOKEN: new secretsmanager.Secret(stack, 'Token') }, volumes: { '/uploads': uploads, '/index': Storage.ebs('index', { size: '20 GB' }) } },
      sidecars: [Sidecar.xRay()], loadBalancer: {}, scaling: { max: 10 },
    }).link(new sqs.Queue(stack, 'Orders'));
    new EksService(new Stack(stack.node.root as App, 'Worker'), 'Worker', { cluster, container: { image: nginx.image }, desiredCount: 2, instanceTypes: ['m7i.large'] });
  }],
];

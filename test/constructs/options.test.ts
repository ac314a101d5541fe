import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { App, Aws, CfnParameter, Duration, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { checkGiven } from '../../lib/constructs/options/check';
import {
  BatchTask, CapacityProvider, Cluster, DaemonService, Deployment, Drydock, Ec2Service, EksService, FargateService, MigrationTask, PullThroughCache, QueueWorker, Repository, ScheduledTask, ServiceMonitoring, SharedLoadBalancer,
  Sidecar, Storage, TaskRole, type FargateServiceProps,
} from '../../lib/index';
import { nginx } from '../support/shop';

/** As a program has it that nobody checks for types. */
type Untyped = never;

let stack: Stack, cluster: Cluster;
beforeEach(() => {
  stack = new Stack(new App(), 'Shop');
  cluster = new Cluster(stack, 'Cluster', { vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a', 'b'], privateSubnetIds: ['subnet-1', 'subnet-2'], publicSubnetIds: ['subnet-3', 'subnet-4'] }) });
});

const web = (options: object): FargateService => new FargateService(stack, 'Web', { cluster, container: nginx, ...options } as Untyped);
const container = (options: object): FargateService => web({ container: { ...nginx, ...options } });
const zone = (): route53.IHostedZone => route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });

test('what options are declared as is in the table', () => {
  const { stderr } = spawnSync(process.execPath, [join(__dirname, '../../tools/options.mjs'), '--check'], { encoding: 'utf8' });
  expect(stderr).toBe(''); // else run: node tools/options.mjs
});

test.each<[string, () => unknown, string]>([
  ['no options at all', () => new FargateService(stack, 'Web', undefined as Untyped), 'Shop/Web: cluster is missing. Give a Cluster of aws-ecs.'],
  ['a text for a construct', () => web({ cluster: 'shop' }), 'Shop/Web: cluster is "shop". Give a Cluster of aws-ecs.'],
  ['another construct', () => web({ cluster: stack }), 'Shop/Web: cluster is a Stack (Shop). Give a Cluster of aws-ecs.'],
  ['no scope', () => new FargateService(undefined as Untyped, 'Web', { cluster, container: nginx }), 'Web: its scope is missing. Give the construct in which it is to be, as the stack.'],
  ['an id that is none', () => new FargateService(stack, 5 as Untyped, { cluster, container: nginx }), 'Shop: the id of a FargateService is 5. Give a text.'],
  ['what is needed within', () => web({ container: { port: 80 } }), 'Shop/Web: container.image is missing. Give a text or a ContainerImage of aws-ecs (ContainerImage.fromRegistry(), '],
  ['a text for options', () => web({ container: 'nginx' }), 'Shop/Web: container is "nginx". Give an object with image, which takes port, ports, name, command'],
  ['a construct for options', () => web({ loadBalancer: new SharedLoadBalancer(stack, 'L', { vpc: cluster.vpc }) }), 'Shop/Web: loadBalancer is a SharedLoadBalancer (Shop/L). Give an object, which takes loadBalancer, '],
  ['a description for options', () => web({ capacity: [CapacityProvider.fargate()] }), 'Shop/Web: capacity[0] is a CapacityProvider. Give an object with provider, which takes base and weight.'],
  ['a word for a description', () => web({ deployment: 'canary' }), 'Shop/Web: deployment is "canary". Give a Deployment (Deployment.rolling(), Deployment.blueGreen(), '],
  ['one for a list', () => container({ command: 'npm start' }), 'Shop/Web: container.command is "npm start". Give a list, of which each is a text.'],
  ['a list for names with values', () => container({ environment: [{ name: 'A', value: 'b' }] }), 'Shop/Web: container.environment is a list. Give an object, of which each value is a text.'],
  ['a number for a text, by its name', () => container({ environment: { RETRIES: 3 } }), 'Shop/Web: container.environment.RETRIES is 3. Give a text.'],
  ['a text for a number', () => web({ desiredCount: '2' }), 'Shop/Web: desiredCount is "2". Give a number.'],
  ['a text for a switch', () => web({ enableExecuteCommand: 'yes' }), 'Shop/Web: enableExecuteCommand is "yes". Give true or false.'],
  ['null', () => web({ loadBalancer: null }), 'Shop/Web: loadBalancer is null. Give an object'],
  ['a word that is none of those', () => new Ec2Service(stack, 'Web', { cluster, container: nginx, networkMode: 'vpc' } as Untyped), "Shop/Web: networkMode is \"vpc\". Give 'none', 'bridge', 'awsvpc', 'host' or 'nat' (NetworkMode)."],
  ['a text for a duration of the L2', () => web({ loadBalancer: { healthCheck: { interval: '10 seconds' } } }), 'Shop/Web: loadBalancer.healthCheck.interval is "10 seconds". Give a Duration of aws-cdk-lib (Duration.millis(), '],
  ['an ARN for a certificate', () => web({ loadBalancer: { certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/1' } }), 'Give a Certificate of aws-certificatemanager.'],
  ['an ARN for a key', () => container({ logEncryptionKey: 'arn:aws:kms:eu-west-1:111122223333:key/1' }), 'Shop/Web: container.logEncryptionKey is "arn:aws:kms:eu-west-1:111122223333:key/1". Give a Key of aws-kms.'],
  ['a field without its secret', () => container({ secrets: { TOKEN: { field: 'token' } } }), 'Shop/Web: container.secrets.TOKEN.secret is missing. Give a Secret of aws-secretsmanager.'],
  ['a mistyped option', () => web({ desierdCount: 2 }), 'Shop/Web: desierdCount is no option. Did you mean desiredCount?'],
  ['a mistyped option within', () => container({ enviroment: {} }), 'Shop/Web: container.enviroment is no option. Did you mean environment?'],
  ['a mistyped option of the L2', () => web({ loadBalancer: { healthCheck: { pth: '/' } } }), 'Shop/Web: loadBalancer.healthCheck.pth is no option. Did you mean path?'],
  ['an option that there is not', () => web({ scaling: { max: 4, replicas: 2 } }), 'Shop/Web: scaling.replicas is no option. There is min, max, cpuPercent, '],
  ['an option of other constructs', () => new DaemonService(stack, 'Agent', { cluster, container: nginx, loadBalancer: {} } as Untyped), 'Shop/Agent: loadBalancer is an option of other constructs, which this one does not have.'],
  ['a share of one for percent', () => web({ scaling: { max: 4, cpuPercent: 0.6 } }), 'Shop/Web: scaling.cpuPercent is 0.6. Give a number from 1 to 100.'],
  ['half a task', () => web({ desiredCount: 1.5 }), 'Shop/Web: desiredCount is 1.5. Give a whole number from 0.'],
  ['a port beyond all', () => container({ port: 70000 }), 'Shop/Web: the port main is 70000. Give a number from 1 to 65535, '],
  ['an update that cannot move', () => web({ minHealthyPercent: 100, maxHealthyPercent: 100 }), 'Shop/Web: minHealthyPercent and maxHealthyPercent are both 100'],
  ['a GPU on Fargate', () => container({ gpuCount: 1 }), 'Shop/Web: container.gpuCount is for container instances, and Fargate does not have it.'],
  ['ten minutes to stop on Fargate', () => container({ stopTimeout: '10 minutes' }), "Shop/Web: stopTimeout is 10 minutes. Fargate waits for '2 minutes' at most."],
  ['a disk without a unit', () => container({ volumes: { '/data': Storage.ebs('data', { size: '20' }) } }), `Shop/Web: the size of volume data is "20", which is 20 MiB. Give 1 GB or more with its unit, as '20 GB'.`],
  ['a name outside of its zone', () => web({ loadBalancer: { domain: { name: 'shop.example.org', zone: zone() } } }), "Shop/Web: domain.name is 'shop.example.org', which is not in the zone example.com. Give a whole name in it, as 'shop.example.com', "],
  ['a part of a name', () => web({ networkLoadBalancer: { domain: { name: 'shop', zone: zone() } } }), "Shop/Web: domain.name is 'shop', which is not in the zone example.com."],
  ['a path that no request has', () => web({ loadBalancer: { loadBalancer: new SharedLoadBalancer(stack, 'L', { vpc: cluster.vpc }), paths: ['api'] } }), "Shop/Web: loadBalancer.paths holds 'api', with which no path begins. Give '/api'."],
  ['a link with a word', () => web({}).link('queue' as Untyped), 'Shop/Web: target is "queue". Give a Topic of aws-sns, a Bucket of aws-s3, '],
  ['a mistyped option of a link', () => web({}).link(new sqs.Queue(stack, 'Mail'), { acess: 'read' } as Untyped), 'Shop/Web: acess is no option. Did you mean access?'],
  ['a port that is exposed without a word', () => web({}).expose('Admin', undefined as Untyped), 'Shop/Web: options is missing. Give an object, which takes'],
  ['capacity by its name', () => new Cluster(stack, 'Other', { capacityProviders: ['FARGATE'] } as Untyped), 'Shop/Other: capacityProviders[0] is "FARGATE". Give a CapacityProvider (CapacityProvider.fargate(), '],
  ['capacity without an id', () => CapacityProvider.ec2({ instanceTypes: ['m7g.large'] } as Untyped, undefined as Untyped), 'id is { instanceTypes }. Give a text.'],
  ['one type', () => CapacityProvider.ec2('general', { instanceTypes: 'm7g.large' } as Untyped), `CapacityProvider.ec2('general'): instanceTypes is "m7g.large". Give a list, of which each is a text or an InstanceType of aws-ec2`],
  ['fewer than none', () => CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'], minCapacity: -1 }), "CapacityProvider.ec2('general'): minCapacity is -1. Give a whole number from 0."],
  ['a file system by its id', () => Storage.efs('uploads', 'fs-1' as Untyped), `Storage.efs('uploads'): fileSystem is "fs-1". Give a FileSystem of aws-efs.`],
  ['a sidecar without an image', () => Sidecar.of('proxy', {} as Untyped), "Sidecar.of('proxy'): image is missing."],
  ['a step of none', () => Deployment.canary({ percent: 0 }), 'Deployment.canary: percent is 0. Give a number from 0.1 to 100.'],
  ['a schedule that is missing', () => new ScheduledTask(stack, 'Backup', { cluster, container: nginx } as Untyped), 'Shop/Backup: schedule is missing. Give a text.'],
  ['an age that EventBridge has not', () => new ScheduledTask(stack, 'Backup', { cluster, container: nginx, schedule: 'rate(1 day)', maxAge: '2 days' }), 'Shop/Backup: maxAge is 2 days. EventBridge tries for a minute at least, and for a day at most.'],
  ['a queue by its name', () => new QueueWorker(stack, 'Worker', { cluster, container: nginx, queue: 'mail' } as Untyped), 'Shop/Worker: queue is "mail". Give a Queue of aws-sqs.'],
  ['a task by the number', () => new BatchTask(stack, 'Report', { cluster, container: nginx, desiredCount: 2 } as Untyped), 'Shop/Report: desiredCount is an option of other constructs, which this one does not have.'],
  ['a migration before a word', () => { new MigrationTask(stack, 'Migrate', { cluster, container: nginx }).before('web' as Untyped); }, 'Shop/Migrate: services[0] is "web". Give a BaseService of aws-ecs.'],
  ['monitoring of nothing', () => new ServiceMonitoring(stack, 'Monitoring', {} as Untyped), 'Shop/Monitoring: service is missing. Give a BaseService of aws-ecs.'],
  ['a repository that keeps none', () => new Repository(stack, 'Images', { keep: 0 }), 'Shop/Images: keep is 0. Give a whole number from 1.'],
  ['a secret that ECR does not take', () => new PullThroughCache(stack, 'Hub', { upstream: 'docker-hub', credentials: new sqs.Queue(stack, 'Q') } as Untyped), 'Shop/Hub: credentials is a Queue (Shop/Q). Give a Secret of aws-secretsmanager.'],
  ['a role with policies by name', () => new TaskRole(stack, 'Role', { managedPolicies: ['ReadOnlyAccess'] } as Untyped), 'Shop/Role: managedPolicies[0] is "ReadOnlyAccess". Give a ManagedPolicy of aws-iam.'],
  ['a cluster of ECS for one of EKS', () => new EksService(stack, 'Web', { cluster, container: nginx } as Untyped), 'Shop/Web: cluster is a Cluster (Shop/Cluster). Give a Cluster of aws-eks-v2.'],
  ['the dry run of nothing', () => { Drydock.attach(undefined as Untyped); }, 'Drydock.attach: app is missing. Give a Stage of aws-cdk-lib.'],
])('%s is refused at once', (_, make, message) => {
  expect(make).toThrow(message);
});

describe('nothing is refused that may be', () => {
  test('tokens in place of numbers, texts, lists and words', () => {
    const count = new CfnParameter(stack, 'Count', { type: 'Number' }), types = new CfnParameter(stack, 'Types', { type: 'CommaDelimitedList' });
    web({ desiredCount: count.valueAsNumber, cpu: Lazy.string({ produce: () => '512' }), container: { ...nginx, port: Lazy.number({ produce: () => 80 }), command: types.valueAsList, environment: { REGION: Aws.REGION, FIRST: Fn.select(0, types.valueAsList) } } });
    new FargateService(stack, 'Other', { cluster, container: { ...nginx, environment: Lazy.any({ produce: () => ({}) }) as Untyped }, platformVersion: Lazy.string({ produce: () => 'LATEST' }) as Untyped });
  });

  test('objects of another copy of aws-cdk-lib, which are of no class that we know', () => {
    const { plus, minus, toMilliseconds, toSeconds, isUnresolved } = Duration.prototype;
    const stopTimeout = Object.assign(Object.create({ plus, minus, toMilliseconds, toSeconds, isUnresolved }) as object, Duration.seconds(30)) as Duration;
    container({ stopTimeout });
  });

  test('options by a class of the user, and what a class of the user takes beside', () => {
    interface TeamServiceProps extends FargateServiceProps { readonly team: string }
    class TeamService extends FargateService {
      readonly team: string;
      constructor(scope: Stack, id: string, props: TeamServiceProps) {
        super(scope, id, props);
        this.team = props.team;
      }
    }
    class Options implements FargateServiceProps {
      readonly cluster = cluster;
      readonly container = nginx;
      get desiredCount(): number { return 2; }
    }
    new TeamService(stack, 'Web', { cluster, container: nginx, team: 'shop' });
    new FargateService(stack, 'Other', new Options());
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('takes no option'));
  });

  test('an option that nobody knows is passed over with a warning, as it may be meant for somebody else', () => {
    web({ team: 'shop' });
    Annotations.fromStack(stack).hasWarning('/Shop', Match.stringLikeRegexp('Shop/Web takes no option team, and goes on without it'));
  });

  test('a newer aws-cdk-lib may have more options, more words and other members', () => {
    jest.doMock('aws-cdk-lib/package.json', () => ({ version: '2.999.0' }));
    expect(() => { checkGiven('FargateServiceProps', { cluster: { clusterRef: {} }, desiredCounts: 1, platformVersion: '2.0.0' }); }).not.toThrow();
    expect(() => { checkGiven('FargateServiceProps', { cluster: 'shop' }); }).toThrow('cluster is "shop". Give a Cluster of aws-ecs.');
    expect(() => { checkGiven('ScalingOptions', { max: 2, replicas: 1 }); }).toThrow('replicas is no option.');
    jest.dontMock('aws-cdk-lib/package.json');
  });

  test('instance types that are newer than the table are launched with a warning', () => {
    new Cluster(stack, 'Other', { vpc: cluster.vpc, capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.larg', 'm7g.large'] })] });
    Annotations.fromStack(stack).hasWarning('/Shop/Other/general', Match.stringLikeRegexp("instanceTypes holds 'm7g.larg', which Drydock does not know. Did you mean m7g.large?"));
  });

  test('a daemon may come before its instances, and without any the app is warned', () => {
    new DaemonService(stack, 'Agent', { cluster, container: nginx, memory: 128 });
    Annotations.fromStack(stack).hasWarning('/Shop/Agent', Match.stringLikeRegexp('Shop/Agent runs on container instances, and Shop/Cluster has none'));
  });

  test('a duration in words of ours or of CDK', () => {
    container({ stopTimeout: Duration.seconds(30) });
  });
});

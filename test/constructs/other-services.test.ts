import type { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Cluster, DaemonService, ExternalService, FargateService, type DaemonServiceProps, type ExternalServiceProps, type FargateServiceProps, type Linkable, type LinkOptions } from '../../lib/index';
import { mixedCluster, nginx, only, shop } from '../support/shop';

const image = 'public.ecr.aws/docker/library/busybox:stable';

describe('a daemon', () => {
  const daemon = (props: Partial<DaemonServiceProps> = {}): Stack => {
    const stack = shop();
    new DaemonService(stack, 'Agent', { cluster: mixedCluster(stack), memory: 128, container: { image }, ...props });
    return stack;
  };

  test('runs on every instance, whichever provider brought it', () => {
    expect(only(daemon(), 'AWS::ECS::Service').Properties).toMatchObject({ SchedulingStrategy: 'DAEMON', LaunchType: 'EC2', DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 } });
  });

  test('runs on those that an expression describes', () => {
    expect(only(daemon({ placementConstraints: ['attribute:ecs.os-type == linux'] }), 'AWS::ECS::Service').Properties).toMatchObject({ PlacementConstraints: [{ Type: 'memberOf' }] });
  });

  test('does not take a count', () => {
    expect(() => daemon({ desiredCount: 2 })).toThrow('Shop/Agent: a daemon runs one task on every container instance, whichever capacity provider brought it, so that desiredCount has nothing to say.');
  });
});

describe('a service outside of AWS', () => {
  const till = (props: Partial<ExternalServiceProps> = {}): Stack => {
    const stack = shop();
    new ExternalService(stack, 'Till', { cluster: new Cluster(stack, 'Cluster'), container: { image }, ...props });
    return stack;
  };

  test('runs on the machines that are registered, with the roles that others have', () => {
    const stack = till({ desiredCount: 2, memory: '0.25 GB' });
    expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ LaunchType: 'EXTERNAL', DesiredCount: 2, DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200 } });
    expect(only(stack, 'AWS::ECS::TaskDefinition').Properties).toMatchObject({ RequiresCompatibilities: ['EXTERNAL'], ContainerDefinitions: [{ Memory: 256 }] });
  });

  test('runs once on each where it is a daemon', () => {
    expect(only(till({ daemon: true }), 'AWS::ECS::Service').Properties).toMatchObject({ SchedulingStrategy: 'DAEMON', DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 } });
  });

  test('has nothing that there is only in AWS', () => {
    expect(() => till({ serviceConnectConfiguration: {} })).toThrow('Shop/Till: outside of AWS there is no serviceConnectConfiguration. Leave it out.');
  });
});

describe('a link', () => {
  const linked = (make: (stack: Stack) => Linkable, options?: LinkOptions, props: Partial<FargateServiceProps> = {}): Stack => {
    const stack = shop();
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, ...props }).link(make(stack), options);
    return stack;
  };
  const queue = (stack: Stack): sqs.Queue => new sqs.Queue(stack, 'OrderMail'), bucket = (stack: Stack): s3.Bucket => new s3.Bucket(stack, 'Pictures');
  const table = (stack: Stack): dynamodb.TableV2 => new dynamodb.TableV2(stack, 'Baskets', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });

  test.each<[string, (stack: Stack) => Linkable, LinkOptions | undefined, string, string]>([
    ['a queue, to send', queue, undefined, 'ORDER_MAIL_QUEUE_URL', 'sqs:SendMessage'],
    ['a queue, to work off', queue, { access: 'read', as: 'INBOX' }, 'INBOX_QUEUE_URL', 'sqs:ReceiveMessage'],
    ['a table', table, undefined, 'BASKETS_TABLE_NAME', 'dynamodb:PutItem'],
    ['a table, to read', table, { access: 'read' }, 'BASKETS_TABLE_NAME', 'dynamodb:GetItem'],
    ['a bucket, to write', bucket, { access: 'write' }, 'PICTURES_BUCKET_NAME', 's3:PutObject'],
    ['a topic', stack => new sns.Topic(stack, 'News'), undefined, 'NEWS_TOPIC_ARN', 'sns:Publish'],
  ])('with %s is a variable and a permission', (_, make, options, variable, action) => {
    const stack = linked(make, options), template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Environment: Match.arrayWith([Match.objectLike({ Name: variable })]) }] });
    expect(JSON.stringify(template.findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: Match.stringLikeRegexp('TaskRole') }] } }))).toContain(action);
  });

  test('allows before the first task starts', () => {
    expect(only(linked(queue), 'AWS::ECS::Service').DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/^WebTaskRoleDefaultPolicy/), expect.stringMatching(/^WebExecutionRoleDefaultPolicy/)]));
  });

  test('with a secret is one for the execution role, and the task role learns nothing', () => {
    const stack = linked(made => new secretsmanager.Secret(made, 'Token'));
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Secrets: [Match.objectLike({ Name: 'TOKEN' })] }] });
    expect(Object.keys(Template.fromStack(stack).findResources('AWS::IAM::Policy'))).toEqual([expect.stringMatching(/ExecutionRoleDefaultPolicy/)]);
  });

  test('with a database is its address, its login and an open port', () => {
    const stack = shop(), cluster = new Cluster(stack, 'Cluster');
    const database = new rds.DatabaseCluster(stack, 'Database', {
      engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }), writer: rds.ClusterInstance.serverlessV2('Writer'), vpc: cluster.vpc,
    });
    new FargateService(stack, 'Web', { cluster, container: nginx }).link(database);
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [{ Environment: [{ Name: 'DATABASE_HOST' }, { Name: 'DATABASE_PORT' }], Secrets: [Match.objectLike({ Name: 'DATABASE_USERNAME' }), Match.objectLike({ Name: 'DATABASE_PASSWORD' })] }],
    });
    expect(only(stack, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({ Description: 'Database' });
  });

  test('with a service is its name in the namespace and an open port, and whoever calls comes after', () => {
    const stack = shop(), cluster = new Cluster(stack, 'Cluster', { serviceConnectNamespace: 'shop' });
    const orders = new FargateService(stack, 'Orders', { cluster, container: nginx, serviceConnect: {} });
    new FargateService(stack, 'Web', { cluster, container: nginx, serviceConnect: { clientOnly: true } }).link(orders);
    const template = Template.fromStack(stack), services = template.findResources('AWS::ECS::Service');
    template.hasResourceProperties('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Environment: [{ Name: 'ORDERS_URL', Value: 'http://orders:80' }] }] });
    template.hasResourceProperties('AWS::ECS::Service', { ServiceConnectConfiguration: { Services: [{ PortName: 'main', DiscoveryName: 'orders', ClientAliases: [{ Port: 80, DnsName: 'orders' }] }] } });
    const [web] = Object.entries(services).filter(([id]) => id.startsWith('Web')).map(([, { DependsOn }]) => DependsOn as string[]);
    expect(web).toContain(Object.keys(services).find(id => id.startsWith('Orders')));
  });

  test.each<[string, () => unknown, string]>([
    ['a service that has no name', () => linked(stack => new FargateService(stack, 'Orders', { cluster: new Cluster(stack, 'Other'), container: nginx })), 'it cannot call Shop/Orders, which has neither a name nor a load balancer.'],
    ['the namespace from outside', () => {
      const stack = shop(), cluster = new Cluster(stack, 'Cluster', { serviceConnectNamespace: 'shop' });
      new FargateService(stack, 'Web', { cluster, container: nginx }).link(new FargateService(stack, 'Orders', { cluster, container: nginx, serviceConnect: {} }));
    }, 'Give serviceConnect: { clientOnly: true }.'],
    ['a secret with access', () => linked(stack => new secretsmanager.Secret(stack, 'Token'), { access: 'read' }), 'link access is for queues, tables and buckets, and Shop/Token is none.'],
    ['no namespace', () => linked(queue, undefined, { serviceConnect: {} }), 'serviceConnect needs a namespace, and the cluster has none.'],
    ['no port', () => {
      const stack = shop(), cluster = new Cluster(stack, 'Cluster', { serviceConnectNamespace: 'shop' });
      new FargateService(stack, 'Web', { cluster, container: { image }, serviceConnect: {} });
    }, 'serviceConnect publishes ports, and the container has none.'],
  ])('with %s is refused at once', (_, build, message) => {
    expect(build).toThrow(message);
  });
});

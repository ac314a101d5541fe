import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration, type Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Cluster, Ec2Service, FargateService, Sidecar, Storage, type ContainerOptions, type FargateServiceProps } from '../../lib/index';
import { mixedCluster, nginx, only, shop } from '../support/shop';

type Containers = { ContainerDefinitions: Record<string, unknown>[] };

function task(container: Partial<ContainerOptions>, props: Partial<FargateServiceProps> = {}): { stack: Stack; containers: Record<string, unknown>[] } {
  const stack = shop();
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: { ...nginx, ...container }, ...props });
  return { stack, containers: (only(stack, 'AWS::ECS::TaskDefinition').Properties as Containers).ContainerDefinitions };
}

/** A folder with one file. */
function folderWith(file: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-'));
  writeFileSync(join(folder, file), text);
  return folder;
}

test.each<[string, Partial<ContainerOptions>, object]>([
  ['several ports, with their protocols', { port: '50051/grpc', ports: { dns: '53/udp', admin: 9000 } }, {
    PortMappings: [{ ContainerPort: 50051, Name: 'main', AppProtocol: 'grpc', Protocol: 'tcp' }, { ContainerPort: 53, Name: 'dns', Protocol: 'udp' }, { ContainerPort: 9000, Name: 'admin', Protocol: 'tcp' }],
  }],
  ['a health check in a line', { healthCheck: 'curl -f http://localhost/' }, { HealthCheck: { Command: ['CMD-SHELL', 'curl -f http://localhost/'] } }],
  ['a restart policy', { restart: { ignoredExitCodes: [0], attemptPeriod: '2 minutes' } }, { RestartPolicy: { Enabled: true, IgnoredExitCodes: [0], RestartAttemptPeriod: 120 } }],
  ['a time to end', { stopTimeout: '1.5 minutes' }, { StopTimeout: 90 }],
  ['a time to end in CDK\'s own type', { stopTimeout: Duration.seconds(45) }, { StopTimeout: 45 }],
  ['what the L2 takes beside', { user: '1000', readonlyRootFilesystem: true, dockerLabels: { team: 'shop' } }, { User: '1000', ReadonlyRootFilesystem: true, DockerLabels: { team: 'shop' } }],
])('a container has %s', (_, options, expected) => {
  expect(task(options).containers).toMatchObject([expected]);
});

test('secrets are whole, a field, or a parameter by name, and the execution role may read exactly these', () => {
  const stack = shop(), login = new secretsmanager.Secret(stack, 'Login'), token = new secretsmanager.Secret(stack, 'Token');
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: { ...nginx, secrets: { TOKEN: token, PASSWORD: { secret: login, field: 'password' }, KEY: '/shop/key' } }, sidecars: [Sidecar.of('proxy', { image: 'envoy', secrets: { KEY: '/shop/key' } })] });
  const [main] = (only(stack, 'AWS::ECS::TaskDefinition').Properties as Containers).ContainerDefinitions;
  const text = JSON.stringify(main?.Secrets);
  expect(text).toContain(':password::');
  expect(text).toContain(':parameter/shop/key');
  expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'))).toContain('secretsmanager:GetSecretValue');
});

test('a folder with a Dockerfile is an image, built for the processor of the task', () => {
  const image = folderWith('Dockerfile', 'FROM scratch\n');
  const { containers } = task({ image }, { runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.ARM64 } });
  expect(JSON.stringify(containers)).toContain('container-assets');
});

test('an environment file of this machine is uploaded, and the execution role may download it', () => {
  const file = join(folderWith('web.env', 'A=1\n'), 'web.env'), { stack, containers } = task({ environmentFiles: [file] });
  expect(containers).toMatchObject([{ EnvironmentFiles: [{ Type: 's3' }] }]);
  expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'))).toContain('s3:GetObject');
});

test('log groups are encrypted with a key that CloudWatch Logs may use, which its policy says once', () => {
  const stack = shop(), logEncryptionKey = new kms.Key(stack, 'Key');
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: { ...nginx, logEncryptionKey }, sidecars: [Sidecar.of('proxy', { image: nginx.image, logEncryptionKey })] });
  Template.fromStack(stack).allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: { 'Fn::GetAtt': [only(stack, 'AWS::KMS::Key').id, 'Arn'] } });
  const { Statement } = (only(stack, 'AWS::KMS::Key').Properties as { KeyPolicy: { Statement: object[] } }).KeyPolicy;
  expect(Statement.filter(statement => JSON.stringify(statement).includes('kms:EncryptionContext:aws:logs:arn'))).toHaveLength(1);
});

test.each<[string, number]>([['2 weeks', 14], ['1 month', 30], ['1 year', 365], ['3 days', 3], ['18 months', 545]])('a log group keeps for %s', (logRetention, days) => {
  expect(only(task({ logRetention }).stack, 'AWS::Logs::LogGroup').Properties.RetentionInDays).toBe(days);
});

test('a log group may keep for ever', () => {
  Template.fromStack(task({ logRetention: 'forever' }).stack).allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: Match.absent() });
});

test('what is made is at hand: container, log group, task definition and its roles', () => {
  const stack = shop(), service = new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx });
  expect(service.container).toBeInstanceOf(ecs.ContainerDefinition);
  expect(service.logGroup).toBeInstanceOf(logs.LogGroup);
  expect([service.taskDefinition, service.taskDefinition.taskRole, service.taskDefinition.executionRole].map(part => part?.node.path)).toEqual(['Shop/WebTaskDef', 'Shop/WebTaskRole', 'Shop/WebExecutionRole']);
});

describe('sidecars', () => {
  test('those that are known are found by the main container, and the task role may do what they do', () => {
    const { stack, containers } = task({}, { sidecars: [Sidecar.xRay(), Sidecar.openTelemetry(), Sidecar.cloudWatchAgent()] });
    expect(containers).toMatchObject([
      { Name: 'app', Environment: [{ Name: 'AWS_XRAY_DAEMON_ADDRESS', Value: 'localhost:2000' }, { Name: 'OTEL_EXPORTER_OTLP_ENDPOINT', Value: 'http://localhost:4317' }, { Name: 'AWS_EMF_AGENT_ENDPOINT', Value: 'tcp://localhost:25888' }] },
      { Name: 'x-ray', Essential: false, RestartPolicy: { Enabled: true } }, { Name: 'otel-collector' }, { Name: 'cloudwatch-agent' },
    ]);
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: [{ 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('AWSXRayDaemonWriteAccess')])] }] });
    expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'))).toContain('cloudwatch:PutMetricData');
  });

  test('on the bridge of an instance they are found by name', () => {
    const stack = shop();
    new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx, sidecars: [Sidecar.xRay()] });
    expect((only(stack, 'AWS::ECS::TaskDefinition').Properties as Containers).ContainerDefinitions[0]).toMatchObject({ Links: ['x-ray'], Environment: [{ Value: 'x-ray:2000' }] });
  });

  test('the task is large enough for them', () => {
    const { stack } = task({}, { sidecars: [Sidecar.xRay(), Sidecar.of('proxy', { image: 'envoy', memory: '1 GB' })] });
    expect(only(stack, 'AWS::ECS::TaskDefinition').Properties).toMatchObject({ Cpu: '256', Memory: '2048' });
  });

  test('what has to be done first is waited for', () => {
    const { containers } = task({}, { sidecars: [Sidecar.of('migrate', { image: 'busybox', essential: false, mainWaitsFor: ecs.ContainerDependencyCondition.SUCCESS })] });
    expect(containers).toMatchObject([{ Name: 'app', DependsOn: [{ ContainerName: 'migrate', Condition: 'SUCCESS' }] }, { Name: 'migrate', Essential: false }]);
  });

  test('logs that need a router bring one along, whose own logs end too; one that is given is taken', () => {
    const logging = ecs.LogDrivers.firelens({ options: { Name: 'http' } });
    const { stack, containers } = task({ logging });
    expect(containers).toMatchObject([{ LogConfiguration: { LogDriver: 'awsfirelens' } }, { Name: 'log-router', Essential: true, FirelensConfiguration: { Type: 'fluentbit' }, LogConfiguration: { LogDriver: 'awslogs' } }]);
    expect(only(stack, 'AWS::Logs::LogGroup').Properties).toEqual({ RetentionInDays: 30 });
    expect(task({ logging }, { sidecars: [Sidecar.logRouter({ image: 'mine' })] }).containers).toMatchObject([{}, { Name: 'log-router', Image: 'mine' }]);
  });
});

describe('storage', () => {
  test('files come in by an access point, encrypted, by leave of the task role, through an open port', () => {
    const stack = shop(), cluster = new Cluster(stack, 'Cluster'), files = Storage.efs('data', new efs.FileSystem(stack, 'Files', { vpc: cluster.vpc }));
    new FargateService(stack, 'Web', { cluster, container: { ...nginx, volumes: { '/data': files } }, sidecars: [Sidecar.of('sync', { image: 'busybox', volumes: { '/mine': files } })] });
    const { Volumes, ContainerDefinitions } = only(stack, 'AWS::ECS::TaskDefinition').Properties as Containers & { Volumes: unknown };
    expect(Volumes).toEqual([{ Name: 'data', EFSVolumeConfiguration: expect.objectContaining({ TransitEncryption: 'ENABLED', AuthorizationConfig: { AccessPointId: { Ref: only(stack, 'AWS::EFS::AccessPoint').id }, IAM: 'ENABLED' } }) as object }]);
    expect(ContainerDefinitions).toMatchObject([{ MountPoints: [{ SourceVolume: 'data', ContainerPath: '/data', ReadOnly: false }] }, { MountPoints: [{ SourceVolume: 'data', ContainerPath: '/mine' }] }]);
    expect(only(stack, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({ FromPort: 2049, ToPort: 2049 });
    expect(JSON.stringify(only(stack, 'AWS::ECS::Service').DependsOn)).toContain('MountTarget');
  });

  test('a volume without the whole path in the container is refused', () => {
    expect(() => task({ volumes: { data: Storage.scratch('data') } })).toThrow("the volume data is mounted at \"data\". Give the whole path in the container, as '/data'.");
  });

  test('a disk for each task is made by an infrastructure role', () => {
    const { stack } = task({ volumes: { '/data': Storage.ebs('data', { size: '20 GB' }) } });
    expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ VolumeConfigurations: [{ Name: 'data', ManagedEBSVolume: { SizeInGiB: 20, VolumeType: 'gp3', Encrypted: true } }] });
    expect(only(stack, 'AWS::ECS::TaskDefinition').Properties).toMatchObject({ Volumes: [{ Name: 'data', ConfiguredAtLaunch: true }] });
  });
});

test.each<[string, Partial<ContainerOptions>, string]>([
  ['a port that is none', { port: 'http' }, 'Shop/Web: the port main is "http". Give a number from 1 to 65535, or with one of tcp, udp, http, http2, grpc'],
  ['a retention that CloudWatch Logs has not', { logRetention: '5 weeks' }, 'Shop/Web: logRetention is "5 weeks". CloudWatch Logs keeps for 1, 3, 5, 7, 14, 30'],
  ['a key of no log group', { logEncryptionKey: kms.Key.fromKeyArn(shop(), 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/1'), logging: ecs.LogDrivers.none() }, 'Shop/Web: logEncryptionKey of container app is for the log group'],
  ['a retention of no log group', { logRetention: '1 week', logging: ecs.LogDrivers.none() }, 'logging says that none is'],
  ['a duration that is none', { stopTimeout: 'a while' }, `Shop/Web: stopTimeout is "a while". Give a duration as '30 seconds'`],
  ['an environment file by another name', { environmentFiles: ['settings.txt'] }, 'environmentFiles holds "settings.txt". ECS takes files whose names end with .env.'],
])('%s is refused at once', (_, options, message) => {
  expect(() => task(options)).toThrow(message);
});

test('a sidecar on container instances has to say its memory', () => {
  const stack = shop();
  expect(() => new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx, sidecars: [Sidecar.of('proxy', { image: 'envoy' })] })).toThrow('Shop/Worker: sidecar proxy has neither memory nor memoryReservation.');
});

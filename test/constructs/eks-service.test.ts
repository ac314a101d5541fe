import type { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as eksV1 from 'aws-cdk-lib/aws-eks';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { dryRunApp } from '../../lib/constructs/plugin/dry-run-app';
import { EksService, SharedLoadBalancer, Sidecar, Storage, type EksServiceProps, type Linkable, type LoadBalancerOptions } from '../../lib/index';
import { folderOf } from '../support/folder';
import { importedEksCluster, nginx, only, shop } from '../support/shop';

function service(props: Partial<EksServiceProps> = {}): { stack: Stack; service: EksService } {
  const stack = shop();
  return { stack, service: new EksService(stack, 'Web', { cluster: importedEksCluster(stack), container: nginx, ...props }) };
}

type Manifest = { readonly kind: string } & Record<string, never>;

/** What is applied to the cluster for a service, by kind. References to resources are `<…>`. */
function applied(stack: Stack): Record<string, Manifest> {
  const resources = Object.values(Template.fromStack(stack).findResources(eks.KubernetesManifest.RESOURCE_TYPE)) as { Properties: { Manifest: string | { 'Fn::Join': [string, unknown[]] } } }[];
  const texts = resources.map(({ Properties: { Manifest: text } }) => (typeof text === 'string' ? text : text['Fn::Join'][1].map(part => (typeof part === 'string' ? part : '<…>')).join('')));
  return Object.fromEntries(texts.flatMap(text => JSON.parse(text) as Manifest[]).map(manifest => [manifest.kind, manifest]));
}

/** The only container of the pods. */
function containerOf(stack: Stack): unknown {
  return (applied(stack).Deployment as unknown as { spec: { template: { spec: { containers: unknown[] } } } }).spec.template.spec.containers[0];
}

test('is a Deployment, a Service and a ServiceAccount, with the defaults of a FargateService', () => {
  const { stack, service: web } = service({ desiredCount: 3 }), { Deployment, Service, ServiceAccount, ...others } = applied(stack);
  expect(others).toEqual({});
  expect(Deployment).toMatchObject({
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas: 3, strategy: { rollingUpdate: { maxUnavailable: '0%', maxSurge: '100%' } },
      template: { spec: { serviceAccountName: 'web', containers: [{
        name: 'app', image: nginx.image, ports: [{ name: 'main', containerPort: 80, protocol: 'TCP' }], readinessProbe: { tcpSocket: { port: 'main' } },
        resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '250m', memory: '512Mi' } },
      }] } },
    },
  });
  expect(Service).toMatchObject({ spec: { selector: { 'app.kubernetes.io/name': 'web' }, ports: [{ name: 'main', port: 80, targetPort: 'main' }] } });
  expect(ServiceAccount).toMatchObject({ metadata: { name: 'web' } });
  expect(web.url).toBe('http://web.default:80');
});

test('renders what containers of ECS and of Kubernetes both have', () => {
  const { stack } = service({
    cpu: '1 vCPU', memory: '2 GB', serviceName: 'shop-web', namespace: 'shop',
    container: {
      image: nginx.image, name: 'web', port: 8080, ports: { names: '53/udp' }, command: ['serve'], entryPoint: ['/run'], environment: { STAGE: 'production' }, workingDirectory: '/srv', user: '1000:1000',
      readonlyRootFilesystem: true, gpuCount: 1, stopTimeout: '1 minute', healthCheck: 'curl -f http://localhost:8080/',
    },
  });
  const probe = { exec: { command: ['sh', '-c', 'curl -f http://localhost:8080/'] }, periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 3 };
  expect(applied(stack).Deployment).toMatchObject({ metadata: { name: 'shop-web', namespace: 'shop' }, spec: { template: { spec: { terminationGracePeriodSeconds: 60 } } } });
  expect(containerOf(stack)).toEqual({
    name: 'web', image: nginx.image, command: ['/run'], args: ['serve'], workingDir: '/srv', env: [{ name: 'STAGE', value: 'production' }],
    ports: [{ name: 'main', containerPort: 8080, protocol: 'TCP' }, { name: 'names', containerPort: 53, protocol: 'UDP' }],
    securityContext: { runAsUser: 1000, runAsGroup: 1000, readOnlyRootFilesystem: true },
    resources: { requests: { cpu: '1000m', memory: '2048Mi', 'nvidia.com/gpu': 1 }, limits: { cpu: '1000m', memory: '2048Mi', 'nvidia.com/gpu': 1 } },
    readinessProbe: probe, livenessProbe: probe,
  });
});

test('a health check of the L2 is one of Kubernetes', () => {
  const { stack } = service({ container: { image: nginx.image, healthCheck: { command: ['CMD', '/healthy'], retries: 5 } } });
  expect(containerOf(stack)).toMatchObject({ livenessProbe: { exec: { command: ['/healthy'] }, failureThreshold: 5 } });
});

test('scaling is a HorizontalPodAutoscaler, which owns the count', () => {
  const { stack } = service({ scaling: { min: 2, max: 10, cpuPercent: 60, memoryPercent: 80 } }), { Deployment, HorizontalPodAutoscaler } = applied(stack);
  expect(Deployment).not.toHaveProperty('spec.replicas');
  expect(HorizontalPodAutoscaler).toMatchObject({
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'web' }, minReplicas: 2, maxReplicas: 10,
      metrics: [{ resource: { name: 'cpu', target: { averageUtilization: 60 } } }, { resource: { name: 'memory', target: { averageUtilization: 80 } } }],
    },
  });
});

test('what is granted to it its pods may do, and they start after that', () => {
  const { stack, service: web } = service();
  new dynamodb.TableV2(stack, 'Baskets', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }).grantReadData(web);
  expect(only(stack, 'AWS::EKS::PodIdentityAssociation').Properties).toMatchObject({ ServiceAccount: 'web', Namespace: 'default' });
  const deployment = stack.resolve((web.manifest.node.defaultChild as CfnResource)._toCloudFormation()) as { Resources: Record<string, { DependsOn: string[] }> };
  expect(Object.values(deployment.Resources)[0]?.DependsOn).toEqual(expect.arrayContaining([only(stack, 'AWS::EKS::PodIdentityAssociation').id, only(stack, 'AWS::IAM::Policy').id]));
});

test('by IRSA where that is asked for', () => {
  const stack = shop();
  const openIdConnectProvider = iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'Oidc', 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/ABC');
  new EksService(stack, 'Web', { cluster: importedEksCluster(stack, { openIdConnectProvider }), container: nginx, identityType: eks.IdentityType.IRSA });
  Template.fromStack(stack).resourceCountIs('AWS::EKS::PodIdentityAssociation', 0);
  expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Role'))).toContain('sts:AssumeRoleWithWebIdentity');
});

test('secrets are mounted by the provider of AWS, each once, and read as variables', () => {
  const stack = shop(), login = new secretsmanager.Secret(stack, 'Login');
  new EksService(stack, 'Web', {
    cluster: importedEksCluster(stack),
    container: { image: nginx.image, secrets: { TOKEN: new secretsmanager.Secret(stack, 'Token'), USER: { secret: login, field: 'username' }, PASSWORD: { secret: login, field: 'pass-word' }, KEY: '/shop/key' } },
  });
  const { SecretProviderClass } = applied(stack) as unknown as { SecretProviderClass: { spec: { parameters: { objects: string; usePodIdentity: string }; secretObjects: unknown } } };
  expect(JSON.parse(SecretProviderClass.spec.parameters.objects)).toEqual([
    { objectName: '<…>', objectType: 'secretsmanager', objectAlias: 'TOKEN' },
    { objectName: '<…>', objectType: 'secretsmanager', jmesPath: [{ path: 'username', objectAlias: 'USER' }, { path: '"pass-word"', objectAlias: 'PASSWORD' }] },
    { objectName: '/shop/key', objectType: 'ssmparameter', objectAlias: 'KEY' },
  ]);
  expect(SecretProviderClass.spec.parameters.usePodIdentity).toBe('true');
  expect(SecretProviderClass.spec.secretObjects).toEqual([{ secretName: 'web', type: 'Opaque', data: ['TOKEN', 'USER', 'PASSWORD', 'KEY'].map(key => ({ key, objectName: key })) }]);
  expect(containerOf(stack)).toMatchObject({ env: ['TOKEN', 'USER', 'PASSWORD', 'KEY'].map(name => ({ name, valueFrom: { secretKeyRef: { name: 'web', key: name } } })), volumeMounts: [{ name: 'secrets' }] });
  expect(JSON.stringify(only(stack, 'AWS::IAM::Policy').Properties)).toMatch(/secretsmanager:GetSecretValue.*ssm:GetParameters/);
});

test('pods run on nodes of the types that are given, for which a folder is built', () => {
  const { stack } = service({ instanceTypes: ['m7g.large', 'm6g.large'], container: { image: folderOf({ Dockerfile: 'FROM scratch\n' }) } });
  expect(applied(stack).Deployment).toMatchObject({
    spec: { template: { spec: {
      nodeSelector: { 'kubernetes.io/arch': 'arm64' },
      affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'node.kubernetes.io/instance-type', operator: 'In', values: ['m7g.large', 'm6g.large'] }] }] } } },
    } } },
  });
});

test('an image of ECR is given by its URI', () => {
  const stack = shop(), images = new ecr.Repository(stack, 'Images');
  new EksService(stack, 'Web', { cluster: importedEksCluster(stack), container: { image: images.repositoryUriForTag('1.4.2') } });
  expect(JSON.stringify(containerOf(stack))).toContain(':1.4.2');
});

test.each<[string, Partial<EksServiceProps>, string]>([
  ['logging', { container: { ...nginx, logging: ecs.LogDrivers.splunk({ secretToken: ecs.Secret.fromSsmParameter({ parameterArn: '' } as never), url: '' }) } }, 'Shop/Web: container.logging is an option of ECS that EksService does not render. Agents on the nodes'],
  ['ulimits', { container: { ...nginx, ulimits: [] } }, 'Shop/Web: container.ulimits is an option of ECS that EksService does not render. Leave it out.'],
  ['an image of ECS', { container: { image: ecs.ContainerImage.fromRegistry('nginx') } }, 'Shop/Web: container.image is one of ECS. Give its name'],
  ['a user by name', { container: { ...nginx, user: 'shop' } }, "Shop/Web: container.user is 'shop', and Kubernetes takes numbers."],
  ['a secret of ECS', { container: { ...nginx, secrets: { TOKEN: ecs.Secret.fromSsmParameter({ parameterArn: '' } as never) } } }, 'Shop/Web: secret TOKEN is an ecs.Secret, which only ECS reads.'],
  ['scaling by requests', { scaling: { max: 3, requestsPerTarget: 100 } }, 'Shop/Web: scaling.requestsPerTarget is done by Application Auto Scaling'],
  ['scaling to nothing', { scaling: { min: 0, max: 3 } }, 'Shop/Web: scaling.min is 0 and scaling.max 3.'],
  ['a count beside scaling', { desiredCount: 2, scaling: { max: 3 } }, 'Shop/Web: desiredCount and scaling both say how many pods there are'],
  ['an update that cannot move', { maxHealthyPercent: 100 }, 'Shop/Web: with minHealthyPercent and maxHealthyPercent of 100'],
  ['a name that Kubernetes does not take', { serviceName: 'Web_1' }, "Shop/Web: its name in Kubernetes is 'Web_1'."],
  ['a name of one letter, which the CDK does not take', { serviceName: 'w' }, "Shop/Web: its name in Kubernetes is 'w'. Give a serviceName of two or more"],
  ['a port with such a name', { container: { ...nginx, ports: { Admin: 9000 } } }, 'Shop/Web: the port Admin has a name that Kubernetes does not take.'],
  ['more memory than a node has', { memory: '16 GB', instanceTypes: ['m7g.large'] }, 'Shop/Web: a pod asks for 250m CPU, 16384Mi of memory and 0 GPUs, and no node of instanceTypes has that: at most m7g.large has 2000m, 8070Mi and 0 GPUs.'],
  ['a GPU where there is none', { instanceTypes: ['m7g.large'], container: { ...nginx, gpuCount: 1 } }, 'Shop/Web: a pod asks for 250m CPU, 512Mi of memory and 1 GPUs'],
  ['types of two architectures for one image', { instanceTypes: ['m7g.large', 'm7i.large'], container: { image: __dirname } }, 'Shop/Web: instanceTypes have processors of two architectures'],
])('%s is refused at once', (_, props, message) => {
  expect(() => service(props)).toThrow(message);
});

/** The pods of a service. */
function podsOf(stack: Stack): Record<string, unknown> {
  return (applied(stack).Deployment as unknown as { spec: { template: { spec: Record<string, unknown> } } }).spec.template.spec;
}

describe('behind a load balancer', () => {
  const build = (loadBalancer: LoadBalancerOptions | undefined, container: EksServiceProps['container'] = nginx): { stack: Stack; service: EksService } => {
    const stack = shop(), vpc = new ec2.Vpc(stack, 'Vpc');
    return { stack, service: new EksService(stack, 'Web', { cluster: importedEksCluster(stack, { vpc }), container, loadBalancer }) };
  };

  test('pods join a target group of CloudFormation, and are let go by the load balancer before they end', () => {
    const { stack, service: web } = build({});
    expect(applied(stack).TargetGroupBinding).toMatchObject({
      apiVersion: 'elbv2.k8s.aws/v1beta1', metadata: { name: 'web', namespace: 'default' },
      spec: { serviceRef: { name: 'web', port: 80 }, targetGroupARN: '<…>', targetType: 'ip', networking: { ingress: [{ from: [{ securityGroup: { groupID: '<…>' } }], ports: [{ protocol: 'TCP', port: 80 }] }] } },
    });
    expect(podsOf(stack)).toMatchObject({ terminationGracePeriodSeconds: 60, containers: [{ lifecycle: { preStop: { sleep: { seconds: 30 } } } }] });
    expect(only(stack, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties).toMatchObject({ TargetType: 'ip', HealthCheckPath: '/' });
    expect(only(stack, 'AWS::EC2::SecurityGroup').Properties).toMatchObject({ SecurityGroupIngress: [{ FromPort: 80 }], SecurityGroupEgress: [{ FromPort: 80, ToPort: 80 }] });
    expect([web.loadBalancer, web.listener, web.targets]).not.toContain(undefined);
  });

  test('services of ECS and of Kubernetes share one', () => {
    const stack = shop(), vpc = new ec2.Vpc(stack, 'Vpc'), loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc });
    new EksService(stack, 'Api', { cluster: importedEksCluster(stack, { vpc }), container: nginx, loadBalancer: { loadBalancer, paths: ['/api/*'] } });
    expect(only(stack, 'AWS::ElasticLoadBalancingV2::ListenerRule').Properties).toMatchObject({ Conditions: [{ PathPatternConfig: { Values: ['/api/*'] } }] });
  });

  test.each<[string, () => unknown, string]>([
    ['no port', () => build({}, { image: nginx.image }), 'Shop/Web: the load balancer needs a port to send requests to. Give container.port.'],
    ['a port that is not there', () => build({ port: 'admin' }), 'Shop/Web: the container has no port "admin" to which the load balancer is to send. There is main (80).'],
    ['a cluster without its VPC', () => service({ loadBalancer: {} }), 'Shop/Web: loadBalancer needs the VPC of the cluster, which is imported without it.'],
    ['gRPC without HTTPS', () => build({}, { image: nginx.image, port: '50051/grpc' }), 'Shop/Web: a load balancer speaks HTTP/2 and gRPC with tasks only where it speaks HTTPS'],
  ])('%s is refused at once', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('volumes', () => {
  test('of EFS are claims by an access point, those of EBS are made with the pod, and the others are in the pod', () => {
    const stack = shop(), vpc = new ec2.Vpc(stack, 'Vpc'), securityGroup = new ec2.SecurityGroup(stack, 'Nodes', { vpc }), files = new efs.FileSystem(stack, 'Files', { vpc });
    const volumes = { '/uploads': Storage.efs('uploads', files), '/index': Storage.ebs('index', { size: '20 GB' }), '/shared': Storage.scratch('shared'), '/logs': Storage.instanceDirectory('logs', '/var/log', true) };
    new EksService(stack, 'Web', { cluster: importedEksCluster(stack, { vpc, securityGroupIds: [securityGroup.securityGroupId] }), container: { image: nginx.image, volumes }, sidecars: [Sidecar.of('tail', { image: nginx.image, memory: 64, volumes: { '/shared': volumes['/shared'] } })] });
    const { PersistentVolume, PersistentVolumeClaim, StorageClass } = applied(stack);
    expect(podsOf(stack).volumes).toEqual([
      { name: 'uploads', persistentVolumeClaim: { claimName: 'web-uploads' } },
      { name: 'index', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'default-web-index', resources: { requests: { storage: '20Gi' } } } } } },
      { name: 'shared', emptyDir: {} }, { name: 'logs', hostPath: { path: '/var/log' } },
    ]);
    expect(containerOf(stack)).toMatchObject({ volumeMounts: [{ name: 'uploads', mountPath: '/uploads' }, { name: 'index' }, { name: 'shared' }, { name: 'logs', readOnly: true }] });
    expect(PersistentVolume).toMatchObject({ metadata: { name: 'default-web-uploads' }, spec: { persistentVolumeReclaimPolicy: 'Retain', csi: { driver: 'efs.csi.aws.com', volumeHandle: '<…>::<…>' } } });
    expect(PersistentVolumeClaim).toMatchObject({ metadata: { name: 'web-uploads', namespace: 'default' }, spec: { volumeName: 'default-web-uploads' } });
    expect(StorageClass).toMatchObject({ metadata: { name: 'default-web-index' }, provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3', encrypted: 'true' } });
    expect(only(stack, 'AWS::EFS::AccessPoint').Properties).toMatchObject({ RootDirectory: { Path: '/uploads' } });
    expect(only(stack, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({ FromPort: 2049 });
  });

  test.each<[string, EksServiceProps['container'], string]>([
    ['a name that Kubernetes does not take', { image: nginx.image, volumes: { '/data': Storage.scratch('Data') } }, 'Shop/Web: the volume Data has a name that Kubernetes does not take.'],
    ['a snapshot', { image: nginx.image, volumes: { '/data': Storage.ebs('data', { size: '20 GB', snapshotId: 'snap-1' }) } }, 'Shop/Web: the volume data begins with a snapshot'],
    ['a place that is no path', { image: nginx.image, volumes: { data: Storage.scratch('data') } }, 'Shop/Web: the volume data is mounted at "data". Give the whole path'],
  ])('%s is refused at once', (_, container, message) => {
    expect(() => service({ container })).toThrow(message);
  });
});

describe('sidecars', () => {
  test('are containers beside the main one, which has what they leave, and finds them', () => {
    const { stack } = service({ cpu: '1 vCPU', sidecars: [Sidecar.xRay(), Sidecar.of('proxy', { image: nginx.image, memory: '128 MB', cpu: 256, ports: { proxy: 8080 } })] });
    expect(podsOf(stack).containers).toMatchObject([
      { name: 'app', env: [{ name: 'AWS_XRAY_DAEMON_ADDRESS', value: 'localhost:2000' }], resources: { requests: { cpu: '718m', memory: '512Mi' } } },
      { name: 'x-ray', ports: [{ name: 'x-ray', containerPort: 2000, protocol: 'UDP' }], resources: { requests: { cpu: '32m', memory: '256Mi' } } },
      { name: 'proxy', resources: { limits: { cpu: '250m', memory: '128Mi' } } },
    ]);
    expect(JSON.stringify(only(stack, 'AWS::IAM::Role').Properties)).toContain('AWSXRayDaemonWriteAccess');
  });

  test('for which the main one waits are before it: until they are done, or all the time', () => {
    const { stack } = service({ sidecars: [
      Sidecar.of('migrate', { image: nginx.image, memory: 256, essential: false, mainWaitsFor: ecs.ContainerDependencyCondition.SUCCESS }),
      Sidecar.of('proxy', { image: nginx.image, memory: 128, healthCheck: '/healthy', mainWaitsFor: ecs.ContainerDependencyCondition.HEALTHY }),
    ] });
    expect(podsOf(stack)).toMatchObject({
      initContainers: [{ name: 'migrate', resources: { requests: { memory: '256Mi' } } }, { name: 'proxy', restartPolicy: 'Always', startupProbe: { exec: { command: ['sh', '-c', '/healthy'] } } }],
      containers: [{ name: 'app', resources: { requests: { memory: '512Mi' } } }],
    });
  });

  test.each<[string, Partial<EksServiceProps>, string]>([
    ['one without memory', { sidecars: [Sidecar.of('proxy', { image: nginx.image })] }, 'Shop/Web: sidecar proxy has neither memory nor memoryReservation.'],
    ['one that takes all', { memory: 512, sidecars: [Sidecar.of('proxy', { image: nginx.image, memory: 512 })] }, 'Shop/Web: of 250m CPU and 512Mi of memory the sidecars of a pod want 0m and 512Mi, which leaves nothing'],
    ['a log router', { sidecars: [Sidecar.logRouter()] }, 'Shop/Web: a log router is for FireLens, which only ECS has.'],
  ])('%s is refused at once', (_, props, message) => {
    expect(() => service(props)).toThrow(message);
  });
});

describe('a link', () => {
  test('allows what the code does, and tells it where', () => {
    const stack = shop();
    const cluster = importedEksCluster(stack);
    const web = new EksService(stack, 'Web', { cluster, container: nginx });
    const orders = new EksService(stack, 'Orders', { cluster, container: nginx });
    web.link(new sqs.Queue(stack, 'Mail')).link(orders).link(new dynamodb.TableV2(stack, 'Baskets', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }), { access: 'read' });
    expect(JSON.stringify(Template.fromStack(stack).findResources(eks.KubernetesManifest.RESOURCE_TYPE))).toMatch(/MAIL_QUEUE_URL.*ORDERS_URL.*http:\/\/orders.default:80.*BASKETS_TABLE_NAME/);
    expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'))).toMatch(/sqs:SendMessage.*dynamodb:GetItem/);
  });

  test.each<[string, (stack: Stack) => Linkable, string]>([
    ['a secret', stack => new secretsmanager.Secret(stack, 'Token'), 'Shop/Web: secrets of pods are mounted when they start. Give Shop/Token as container.secrets.'],
    ['a database', stack => rds.DatabaseInstance.fromDatabaseInstanceAttributes(stack, 'Db', { instanceIdentifier: 'db', instanceEndpointAddress: 'db.example.com', port: 5432, securityGroups: [] }), 'Shop/Web: a link with a database is for services of ECS.'],
  ])('with %s is refused with what to do', (_, make, message) => {
    const { stack, service: web } = service();
    expect(() => web.link(make(stack))).toThrow(message);
  });
});

test('a cluster to which nothing can be applied is refused', () => {
  const stack = shop();
  expect(() => new EksService(stack, 'Web', { cluster: eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop' }), container: nginx })).toThrow('Shop/Web: the cluster has no kubectl provider');
});

describe('the dry run holds pods against the nodes of the app', () => {
  const tooMuch = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'big', namespace: 'default' }, spec: { containers: [{ name: 'app', image: nginx.image, resources: { limits: { memory: '12Gi' } } }] } };
  const kubectlLayerOf = (stack: Stack): lambda.ILayerVersion => lambda.LayerVersion.fromLayerVersionArn(stack, 'Kubectl', 'arn:aws:lambda:eu-central-1:111122223333:layer:kubectl:1');
  const instanceType = new ec2.InstanceType('m7i.large');

  function findings(build: (stack: Stack) => void): string[] {
    const stack = shop(), app = stack.node.root as App;
    build(stack);
    const { report, broken } = dryRunApp(app, [app.synth().directory]);
    expect(broken).toEqual([]);
    return report.findings.map(({ rule, severity }) => `${severity} ${rule}`);
  }

  test.each<[string, (stack: Stack) => void, string[]]>([
    ['a service on a node group', stack => {
      const cluster = new eks.Cluster(stack, 'Cluster', { version: eks.KubernetesVersion.V1_33, defaultCapacityType: eks.DefaultCapacityType.NODEGROUP, defaultCapacityInstance: instanceType, kubectlProviderOptions: { kubectlLayer: kubectlLayerOf(stack) } });
      new EksService(stack, 'Web', { cluster, container: { ...nginx, environment: { ROLE: new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() }).roleArn } }, memory: '12 GB' });
    }, ['warning pod-size']],
    ['a service where EKS launches what pods need', stack => {
      const cluster = new eks.Cluster(stack, 'Cluster', { version: eks.KubernetesVersion.V1_33, kubectlProviderOptions: { kubectlLayer: kubectlLayerOf(stack) } });
      new EksService(stack, 'Web', { cluster, container: nginx, memory: '12 GB' });
    }, []],
    ['a service on a cluster that exists', stack => {
      new EksService(stack, 'Web', { cluster: importedEksCluster(stack), container: nginx, memory: '12 GB' });
    }, []],
    ['a manifest for a cluster of aws-eks', stack => {
      new eksV1.Cluster(stack, 'Cluster', { version: eksV1.KubernetesVersion.V1_33, defaultCapacityInstance: instanceType, kubectlLayer: kubectlLayerOf(stack) }).addManifest('Big', tooMuch);
    }, ['warning pod-size']],
    ['a manifest for Fargate', stack => {
      const cluster = new eksV1.Cluster(stack, 'Cluster', { version: eksV1.KubernetesVersion.V1_33, defaultCapacity: 0, kubectlLayer: kubectlLayerOf(stack) });
      cluster.addFargateProfile('Default', { selectors: [{ namespace: 'default' }] });
      cluster.addManifest('Big', tooMuch);
      cluster.addManifest('Gpu', { ...tooMuch, metadata: { name: 'gpu' }, spec: { containers: [{ name: 'app', image: nginx.image, resources: { limits: { 'nvidia.com/gpu': 1 } } }] } });
    }, ['error pod-size']],
  ])('%s', (_, build, expected) => {
    expect(findings(build)).toEqual(expected);
  });
});

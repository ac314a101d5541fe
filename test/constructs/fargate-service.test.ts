import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Cluster, FargateService, TaskRole, type FargateServiceProps } from '../../lib/index';
import { mixedCluster, nginx, only, shop } from '../support/shop';

/** A Fargate service in a cluster of its own. */
function service(props: Partial<FargateServiceProps> = {}): { stack: Stack; service: FargateService } {
  const stack = shop();
  return { stack, service: new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, ...props }) };
}

test('a service is one object: task definition beside it, role, log group with an end, rollout that never goes below the count', () => {
  const { stack } = service();
  const { Properties, DependsOn } = only(stack, 'AWS::ECS::Service');
  expect(Properties).toMatchObject({
    LaunchType: 'FARGATE',
    DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200, DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
    NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' } },
    TaskDefinition: { Ref: only(stack, 'AWS::ECS::TaskDefinition').id },
  });
  expect(Properties).not.toHaveProperty('DesiredCount');
  expect(only(stack, 'AWS::ECS::TaskDefinition').id).toMatch(/^WebTaskDef/);
  expect(only(stack, 'AWS::ECS::TaskDefinition').Properties).toMatchObject({ Cpu: '256', Memory: '512' });
  expect(only(stack, 'AWS::Logs::LogGroup').Properties).toEqual({ RetentionInDays: 30 });
  // What the first task needs is there before it: the policy by which it logs, and the way out of its subnets.
  expect(DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/ExecutionRoleDefaultPolicy/), expect.stringMatching(/PrivateSubnet1DefaultRoute/)]));
});

test.each<[Pick<FargateServiceProps, 'cpu' | 'memory'>, string, string]>([
  [{ cpu: '0.5 vCPU', memory: '1 GB' }, '512', '1024'],
  [{ cpu: '.25vcpu', memory: '2gb' }, '256', '2048'],
  [{ cpu: 1024 }, '1024', '2048'],
  [{ memory: 8192 }, '1024', '8192'],
  [{ cpu: '32 vCPU', memory: '244 GB' }, '32768', '249856'],
])('the size %j is %s CPU units and %s MiB', (size, Cpu, Memory) => {
  expect(only(service(size).stack, 'AWS::ECS::TaskDefinition').Properties).toMatchObject({ Cpu, Memory });
});

test('a size from a parameter is left to the deployment', () => {
  const stack = shop();
  const memory = new CfnParameter(stack, 'TaskMemory').valueAsString;
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, cpu: 512, memory });
  expect(only(stack, 'AWS::ECS::TaskDefinition').Properties).toMatchObject({ Memory: { Ref: 'TaskMemory' } });
});

test('the execution role may do what the container needs and no more', () => {
  const stack = shop();
  new FargateService(stack, 'Web', {
    cluster: new Cluster(stack, 'Cluster'),
    container: {
      image: ecs.ContainerImage.fromEcrRepository(new ecr.Repository(stack, 'Images'), '1.4.2'),
      secrets: {
        DATABASE: new secretsmanager.Secret(stack, 'Database'),
        TOKEN: ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Token', { parameterName: '/shop/token' }),
        USER: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'User'), 'name'),
      },
    },
  });
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy', { Properties: { PolicyName: Match.stringLikeRegexp('ExecutionRole') } }));
  const statements = policies.flatMap(policy => (policy.Properties as { PolicyDocument: { Statement: { Action: string | string[] }[] } }).PolicyDocument.Statement);
  expect(new Set(statements.flatMap(({ Action }) => Action))).toEqual(new Set([
    'ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage', 'ecr:GetAuthorizationToken',
    'logs:CreateLogStream', 'logs:PutLogEvents',
    'secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret',
    'ssm:DescribeParameters', 'ssm:GetParameters', 'ssm:GetParameter', 'ssm:GetParameterHistory',
  ]));
});

test('a load balancer serves everybody on port 80, and its security groups open nothing else', () => {
  const { stack, service: web } = service({ loadBalancer: {} });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internet-facing' });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', HealthCheckPath: '/', HealthCheckIntervalSeconds: 10, HealthyThresholdCount: 2 });
  expect(only(stack, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({ FromPort: 80, ToPort: 80, IpProtocol: 'tcp' });
  expect(only(stack, 'AWS::ECS::Service').DependsOn).toContain(only(stack, 'AWS::ElasticLoadBalancingV2::Listener').id);
  expect(web.loadBalancer).toBeInstanceOf(elbv2.ApplicationLoadBalancer);
  expect(web.targets).toBeInstanceOf(elbv2.ApplicationTargetGroup);
});

test('with a certificate it serves HTTPS, and HTTP redirects there', () => {
  const stack = shop();
  const certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/abc');
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: { certificate, healthCheck: { path: '/health' } } });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 443, Protocol: 'HTTPS', DefaultActions: [{ Type: 'forward' }] });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 80, DefaultActions: [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', StatusCode: 'HTTP_301' } }] });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { HealthCheckPath: '/health', HealthCheckIntervalSeconds: 10 });
});

test('services of other stacks share a listener without references in a circle', () => {
  const platform = shop();
  const cluster = mixedCluster(platform);
  const loadBalancer = new elbv2.ApplicationLoadBalancer(platform, 'LoadBalancer', { vpc: cluster.vpc, internetFacing: true });
  const listener = loadBalancer.addListener('Listener', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
  const stack = new Stack(platform.node.root as never, 'Api');
  new FargateService(stack, 'Api', { cluster, container: nginx, loadBalancer: { listener, paths: ['/api/*'], hosts: ['shop.example.com'], priority: 10 } });
  Template.fromStack(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
    Priority: 10, Conditions: [{ Field: 'host-header' }, { Field: 'path-pattern', PathPatternConfig: { Values: ['/api/*'] } }],
  });
});

test('scaling owns the count, and follows the CPU unless told otherwise', () => {
  const { stack, service: web } = service({ loadBalancer: {}, scaling: { min: 2, max: 10 } });
  const template = Template.fromStack(stack);
  expect(only(stack, 'AWS::ECS::Service').Properties).not.toHaveProperty('DesiredCount');
  template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: 2, MaxCapacity: 10 });
  template.resourcePropertiesCountIs('AWS::ApplicationAutoScaling::ScalingPolicy', {
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 70, PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' } },
  }, 1);
  expect(web.scaling).toBeInstanceOf(ecs.ScalableTaskCount);
});

test('scaling follows memory and requests where it is told to', () => {
  const { stack } = service({ loadBalancer: {}, scaling: { max: 10, memoryPercent: 80, requestsPerTarget: 1000 } });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::ApplicationAutoScaling::ScalingPolicy', 2);
  template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 1000, PredefinedMetricSpecification: { PredefinedMetricType: 'ALBRequestCountPerTarget' } },
  });
});

test('capacity is chosen by name, and the service comes after the association that makes the choice possible', () => {
  const stack = shop();
  new FargateService(stack, 'Web', { cluster: mixedCluster(stack), container: nginx, capacity: [{ provider: 'FARGATE', base: 1 }, { provider: 'FARGATE_SPOT', weight: 3 }] });
  const { Properties, DependsOn } = only(stack, 'AWS::ECS::Service');
  expect(Properties).toMatchObject({ CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Base: 1, Weight: 1 }, { CapacityProvider: 'FARGATE_SPOT', Weight: 3 }] });
  expect(Properties).not.toHaveProperty('LaunchType');
  expect(DependsOn).toContain(only(stack, 'AWS::ECS::ClusterCapacityProviderAssociations').id);
});

test('the default capacity of the cluster holds for services that choose none and can run on it', () => {
  const spot = shop(), instances = shop();
  new FargateService(spot, 'Web', { cluster: mixedCluster(spot, { defaultCapacity: [{ provider: 'FARGATE_SPOT' }] }), container: nginx });
  new FargateService(instances, 'Web', { cluster: mixedCluster(instances, { defaultCapacity: [{ provider: 'general' }] }), container: nginx });
  expect(only(spot, 'AWS::ECS::Service').Properties).toMatchObject({ CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }] });
  expect(only(instances, 'AWS::ECS::Service').Properties).toMatchObject({ LaunchType: 'FARGATE' });
});

test('in public subnets tasks get the public address without which they would pull no image', () => {
  const stack = shop();
  const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 0, subnetConfiguration: [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC }] });
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster', { vpc }), container: nginx });
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'ENABLED' } } });
});

test('clusters, roles and task definitions of the L2 are taken', () => {
  const stack = shop();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { taskRole: new TaskRole(stack, 'Role') });
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('busybox'), portMappings: [{ containerPort: 8080 }] });
  const web: ecs.FargateService = new FargateService(stack, 'Web', { cluster: new ecs.Cluster(stack, 'Cluster'), taskDefinition, loadBalancer: {} });
  expect(web.taskDefinition).toBe(taskDefinition);
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ LoadBalancers: [{ ContainerName: 'app', ContainerPort: 8080 }] });
});

test('where ECS is not the one that deploys, there is no circuit breaker', () => {
  const { stack } = service({ deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY }, loadBalancer: {} });
  expect(only(stack, 'AWS::ECS::Service').Properties).not.toHaveProperty('DeploymentConfiguration.DeploymentCircuitBreaker');
});

describe('says at once, with the path, what cannot be', () => {
  const taskDefinition = new ecs.FargateTaskDefinition(shop(), 'Task');
  test.each<[string, Partial<FargateServiceProps>, string]>([
    ['a size that Fargate has not', { cpu: 256, memory: '4 GB' }, 'Shop/Web: With 256 CPU units Fargate offers 512, 1024, 2048 MiB of memory, not 4096.'],
    ['a size that Fargate has not for Windows', { cpu: 256, runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE } }, 'Fargate for Windows offers 1024, 2048, 4096 CPU units, not 256.'],
    ['a CPU that Fargate has not', { cpu: '3 vCPU' }, 'Fargate offers 256, 512, 1024, 2048, 4096, 8192, 16384, 32768 CPU units, not 3072.'],
    ['a memory that Fargate has not', { memory: 1000 }, 'Fargate offers no task with 1000 MiB'],
    ['a text that is no size', { cpu: 'half a vCPU' }, `cpu is "half a vCPU". Give a number of CPU units or a text like '0.5 vCPU'.`],
    ['no container', { container: undefined }, 'neither container nor taskDefinition is given'],
    ['both container and task definition', { taskDefinition }, 'container and taskDefinition are both given'],
    ['a size beside a task definition', { taskDefinition, container: undefined, cpu: 256 }, 'cpu goes with container'],
    ['a count beside scaling', { desiredCount: 3, scaling: { max: 4 } }, 'Leave desiredCount out.'],
    ['a share of more than the whole', { scaling: { max: 4, cpuPercent: 150 } }, 'scaling.cpuPercent is 150. Give a number from 1 to 100.'],
    ['requests without a load balancer', { scaling: { max: 4, requestsPerTarget: 100 } }, 'Give loadBalancer: {}.'],
    ['a load balancer without a port', { container: { image: 'busybox' }, loadBalancer: {} }, 'Give container.port.'],
    ['a path without a listener', { loadBalancer: { paths: ['/api/*'] } }, 'give that as loadBalancer.listener'],
    ['two ways to say the capacity', { capacity: [{ provider: 'FARGATE' }], capacityProviderStrategies: [] }, 'Give one of them.'],
  ])('%s', (_, props, message) => {
    expect(() => service(props)).toThrow(message);
  });

  test('container instances', () => {
    const stack = shop();
    expect(() => new FargateService(stack, 'Web', { cluster: mixedCluster(stack), container: nginx, capacity: [{ provider: 'general' }] })).toThrow('make an Ec2Service');
  });
});

import type { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancing';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as servicediscovery from 'aws-cdk-lib/aws-servicediscovery';
import { dryRunApp } from '../../lib/constructs/plugin/dry-run-app';
import { Cluster, DaemonService, Ec2Service, ExternalService, FargateService, ServiceMonitoring, type ClusterReference, type ContainerOptions } from '../../lib/index';
import { mixedCluster, nginx, only, shop } from '../support/shop';

test('our services go where those of the L2 go: pipelines, load balancers, grants, metrics', () => {
  const stack = shop(), cluster: ecs.ICluster = new Cluster(stack, 'Cluster'), service = new FargateService(stack, 'Web', { cluster, container: nginx });
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc });
  loadBalancer.addListener('Listener', { port: 80 }).addTargets('Targets', { port: 80, targets: [service] });
  new s3.Bucket(stack, 'Pictures').grantRead(service.taskDefinition.taskRole);
  new cloudwatch.Alarm(stack, 'Busy', { metric: service.metricCpuUtilization(), threshold: 90, evaluationPeriods: 5 });
  const source = new codepipeline.Artifact(), bucket = new s3.Bucket(stack, 'Releases', { versioned: true });
  new codepipeline.Pipeline(stack, 'Pipeline', {
    stages: [
      { stageName: 'Source', actions: [new actions.S3SourceAction({ actionName: 'Release', bucket, bucketKey: 'release.zip', output: source })] },
      { stageName: 'Deploy', actions: [new actions.EcsDeployAction({ actionName: 'Deploy', service, input: source })] },
    ],
  });
  Template.fromStack(stack).resourceCountIs('AWS::CodePipeline::Pipeline', 1);
});

test('a classic load balancer that exists takes a service on container instances', () => {
  const stack = shop(), cluster = mixedCluster(stack), classic = new elb.LoadBalancer(stack, 'Classic', { vpc: cluster.vpc, listeners: [{ externalPort: 80 }] });
  const service = new Ec2Service(stack, 'Worker', { cluster, container: nginx, networkMode: ecs.NetworkMode.HOST });
  classic.addTarget(service);
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ LoadBalancers: [{ LoadBalancerName: { Ref: expect.stringMatching(/^Classic/) as string } }] });
});

test('what the options do not say is said underneath', () => {
  const stack = shop(), service = new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {} });
  service.targets?.setAttribute('slow_start.duration_seconds', '60');
  service.container?.addUlimits({ name: ecs.UlimitName.NOFILE, softLimit: 1024, hardLimit: 4096 });
  (service.node.defaultChild as ecs.CfnService).addPropertyOverride('PlatformVersion', '1.4.0');
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ PlatformVersion: '1.4.0' });
});

describe('a cluster that is imported', () => {
  const imported = (build: (stack: Stack, cluster: ecs.ICluster) => void, known?: ClusterReference): Stack => {
    const stack = shop();
    build(stack, Cluster.fromName(stack, 'Cluster', 'shop', known));
    return stack;
  };

  test.each<[string, (stack: Stack, cluster: ecs.ICluster) => void]>([
    ['a service on container instances', (stack, cluster) => { new Ec2Service(stack, 'Api', { cluster, container: nginx, capacity: [{ provider: 'general' }] }); }],
    ['a daemon', (stack, cluster) => { new DaemonService(stack, 'Api', { cluster, container: nginx, memory: 128 }); }],
    ['a service outside of AWS', (stack, cluster) => { new ExternalService(stack, 'Api', { cluster, container: nginx }); }],
    ['a service on Fargate of which subnets and security groups are given', (stack, cluster) => {
      const vpcSubnets = { subnets: [ec2.Subnet.fromSubnetId(stack, 'Subnet', 'subnet-1')] }, securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1')];
      new FargateService(stack, 'Api', { cluster, container: nginx, vpcSubnets, securityGroups, capacity: [{ provider: 'FARGATE_SPOT' }] });
    }],
  ])('needs only its name for %s', (_, build) => {
    const stack = imported(build);
    expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ Cluster: 'shop' });
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test('by the L2, by its ARN alone, is enough where nothing more is needed', () => {
    const stack = shop(), cluster = ecs.Cluster.fromClusterArn(stack, 'Cluster', 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop');
    new Ec2Service(stack, 'Worker', { cluster, container: nginx });
    new DaemonService(stack, 'Agent', { cluster, container: nginx });
    new FargateService(stack, 'Web', {
      cluster, container: nginx, vpcSubnets: { subnets: [ec2.Subnet.fromSubnetId(stack, 'Subnet', 'subnet-1')] }, securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1')], assignPublicIp: false,
    });
    Template.fromStack(stack).allResourcesProperties('AWS::ECS::Service', { Cluster: 'shop' });
    expect(() => new FargateService(stack, 'Other', { cluster, container: nginx })).toThrow('Shop/Other: the VPC of the cluster has to be known here.');
  });

  test('has to have its VPC where tasks have network interfaces', () => {
    expect(() => imported((stack, cluster) => { new FargateService(stack, 'Api', { cluster, container: nginx }); })).toThrow(
      'Shop/Cluster: the VPC of the cluster has to be known here. Give it as Cluster.fromName(…, { vpc }); services without a load balancer can do with vpcSubnets.subnets and securityGroups.',
    );
  });

  test('has its VPC, its instances and its namespace where they are given', () => {
    const stack = shop(), vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a', 'b'], privateSubnetIds: ['subnet-1', 'subnet-2'] });
    const securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Instances', 'sg-1')];
    const defaultCloudMapNamespace = servicediscovery.HttpNamespace.fromHttpNamespaceAttributes(stack, 'Namespace', { namespaceName: 'shop', namespaceId: 'ns-1', namespaceArn: 'arn:ns-1' });
    const cluster = Cluster.fromName(stack, 'Cluster', 'shop', { vpc, securityGroups, defaultCloudMapNamespace });
    new Ec2Service(stack, 'Api', { cluster, container: nginx, loadBalancer: { internetFacing: false }, serviceConnect: {} });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-1', FromPort: 32768, ToPort: 65535 });
    expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ ServiceConnectConfiguration: { Enabled: true } });
  });

  test('by the L2 goes as well', () => {
    const stack = shop(), vpc = new ec2.Vpc(stack, 'Vpc');
    new FargateService(stack, 'Api', { cluster: ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc }), container: nginx, capacity: [{ provider: 'FARGATE_SPOT' }] });
    expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ Cluster: 'shop', CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT' }] });
  });
});

test('a cluster that exists is named by its name, and by nothing else', () => {
  expect(() => Cluster.fromName(shop(), 'Cluster', 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop'))
    .toThrow("Shop/Cluster: the name of the cluster is \"arn:aws:ecs:eu-west-1:123456789012:cluster/shop\". Give its name alone, as 'shop'.");
});

test('a service that is imported can be watched', () => {
  const stack = shop(), service = ecs.FargateService.fromFargateServiceAttributes(stack, 'Web', { serviceName: 'web', cluster: Cluster.fromName(stack, 'Cluster', 'shop') });
  new ServiceMonitoring(stack, 'Monitoring', { service });
  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'CPUUtilization', Dimensions: [{ Name: 'ClusterName', Value: 'shop' }, { Name: 'ServiceName', Value: 'web' }] });
});

test('a cluster of the L2 takes services of ours, and one of ours those of the L2', () => {
  const stack = shop(), vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), theirs = new ecs.Cluster(stack, 'Theirs', { vpc }), ours = mixedCluster(stack, { vpc });
  theirs.addCapacity('Instances', { instanceType: new ec2.InstanceType('m6i.large'), minCapacity: 2, maxCapacity: 4 });
  new Ec2Service(stack, 'Api', { cluster: theirs, container: nginx, loadBalancer: {} });
  new FargateService(stack, 'Web', { cluster: theirs, container: nginx, loadBalancer: {} });
  new DaemonService(stack, 'Agent', { cluster: theirs, container: nginx, memory: 64 });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry(nginx.image) });
  new ecs.FargateService(stack, 'Old', { cluster: ours, taskDefinition, minHealthyPercent: 100 });
  const { report, broken } = dryRunApp(stack.node.root as App, [(stack.node.root as App).synth().directory]);
  expect([broken, report.findings]).toEqual([[], []]);
});

/** What a container of the L2 takes and ours does not: nothing, but for the words that ours has in place of them. */
type Unsaid = Exclude<
  keyof ecs.ContainerDefinitionOptions,
  keyof ContainerOptions | 'containerName' | 'portMappings' | 'cpu' | 'memoryLimitMiB' | 'memoryReservationMiB' | 'essential' | 'enableRestartPolicy' | 'restartIgnoredExitCodes' | 'restartAttemptPeriod'
>;

test('a container takes all that one of the L2 takes', () => {
  const nothing: [Unsaid] extends [never] ? true : false = true;
  expect(nothing).toBe(true);
});

import { Stack, type App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancing';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Cluster, Ec2Service, FargateService, type ContainerOptions } from '../../lib/index';
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

test('a cluster that is imported needs only its name and its VPC', () => {
  const platform = shop(), { vpc } = new Cluster(platform, 'Cluster'), stack = new Stack(platform.node.root as App, 'Api');
  new FargateService(stack, 'Api', { cluster: ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc }), container: nginx, capacity: [{ provider: 'FARGATE_SPOT' }] });
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ Cluster: 'shop', CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT' }] });
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

import { App, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { context } from '../../cdk.json';
import { dryRunApp } from '../../lib/constructs/plugin/dry-run-app';
import { CapacityProvider, Cluster, DaemonService, Ec2Service, FargateService, TaskRole } from '../../lib/index';
import { mixedCluster, nginx } from '../support/shop';

/** What people make with defaults, each in a stack `Shop`. */
const builds: [string, (stack: Stack) => void][] = [
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
  ['a Fargate service with an image from ECR, secrets and a task role', stack => {
    new FargateService(stack, 'Web', {
      cluster: new Cluster(stack, 'Cluster'), taskRole: new TaskRole(stack, 'Role'),
      container: { image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Images', 'shop'), '1.4.2'), secrets: { TOKEN: new secretsmanager.Secret(stack, 'Token') } },
    });
  }],
  ['a Fargate service in public subnets', stack => {
    const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 0, subnetConfiguration: [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC }] });
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster', { vpc }), container: nginx, loadBalancer: {} });
  }],
  ['a Fargate service on Spot', stack => {
    new FargateService(stack, 'Web', { cluster: mixedCluster(stack, { defaultCapacity: [{ provider: 'FARGATE_SPOT' }] }), container: nginx });
  }],
  ['a service on container instances', stack => {
    new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx });
  }],
  ['a service on container instances behind a load balancer, scaled', stack => {
    new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx, loadBalancer: {}, scaling: { max: 10 } });
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
  ['services of other stacks on one cluster and one listener', stack => {
    const cluster = mixedCluster(stack), loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc, internetFacing: true });
    const listener = loadBalancer.addListener('Listener', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
    const app = stack.node.root as App;
    new FargateService(new Stack(app, 'Api'), 'Api', { cluster, container: nginx, loadBalancer: { listener, paths: ['/api/*'], priority: 1 } });
    new Ec2Service(new Stack(app, 'Admin'), 'Admin', { cluster, container: nginx, loadBalancer: { listener, paths: ['/admin/*'], priority: 2 } });
  }],
];

// Our defaults float: a construct of ours with its defaults yields no finding, of whatever level.
describe.each([
  ['without feature flags', {}],
  ['with those of cdk init', context],
])('%s', (_, flags) => {
  test.each(builds)('%s floats', (_, build) => {
    const app = new App({ context: flags });
    build(new Stack(app, 'Shop'));
    const { report, broken } = dryRunApp(app, [app.synth().directory]);
    expect(broken).toEqual([]);
    expect(report.findings).toEqual([]);
  });
});

test.each(builds)('the validator of aws-cdk-lib has nothing against %s', (_, build) => {
  process.env.CDK_VALIDATION = 'true';
  const printed = jest.spyOn(console, 'error').mockImplementation();
  const app = new App({ context });
  build(new Stack(app, 'Shop'));
  expect(() => app.synth()).not.toThrow();
  expect(printed.mock.calls).toEqual([]);
}, 30_000);

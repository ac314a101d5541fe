import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Cluster, Deployment, FargateService, SharedLoadBalancer, type FargateServiceProps } from '../../lib/index';
import { nginx, only, shop } from '../support/shop';

function service(deployment: Deployment, props: Partial<FargateServiceProps> = {}): { stack: Stack; service: FargateService } {
  const stack = shop();
  return { stack, service: new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {}, deployment, ...props }) };
}

const breaker = { DeploymentCircuitBreaker: { Enable: true, Rollback: true } };

test.each<[string, Deployment, object]>([
  ['rolling', Deployment.rolling({ minHealthyPercent: 50, maxHealthyPercent: 150 }), { ...breaker, MinimumHealthyPercent: 50, MaximumPercent: 150 }],
  ['rolling without a circuit breaker', Deployment.rolling({ circuitBreaker: false }), { MinimumHealthyPercent: 100, DeploymentCircuitBreaker: { Enable: false, Rollback: false } }],
  ['blue/green', Deployment.blueGreen({ bakeTime: '10 minutes' }), { ...breaker, Strategy: 'BLUE_GREEN', BakeTimeInMinutes: 10 }],
  ['canary', Deployment.canary({ percent: 10, wait: '15 minutes' }), { ...breaker, Strategy: 'CANARY', BakeTimeInMinutes: 5, CanaryConfiguration: { CanaryPercent: 10, CanaryBakeTimeInMinutes: 15 } }],
  ['linear', Deployment.linear(), { ...breaker, Strategy: 'LINEAR', LinearConfiguration: { StepPercent: 10, StepBakeTimeInMinutes: 6 } }],
])('%s is told to ECS', (_, deployment, expected) => {
  expect(only(service(deployment).stack, 'AWS::ECS::Service').Properties).toMatchObject({ DeploymentConfiguration: expected });
});

test('traffic goes between two target groups by a rule of its own, which no other change of the template touches', () => {
  const { stack, service: web } = service(Deployment.blueGreen());
  const rule = only(stack, 'AWS::ElasticLoadBalancingV2::ListenerRule');
  const [targets, alternate] = [web.targets, web.alternateTargets].map(group => stack.resolve(group?.targetGroupArn) as unknown);
  expect(rule.Properties).toMatchObject({ Actions: [{ ForwardConfig: { TargetGroups: [{ TargetGroupArn: targets, Weight: 1 }, { TargetGroupArn: alternate, Weight: 0 }] } }] });
  const [balanced] = (only(stack, 'AWS::ECS::Service').Properties as { LoadBalancers: { AdvancedConfiguration: object }[] }).LoadBalancers;
  expect(balanced).toMatchObject({ TargetGroupArn: targets, AdvancedConfiguration: { AlternateTargetGroupArn: alternate, ProductionListenerRule: { Ref: rule.id } } });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers']] }] });
  expect(only(stack, 'AWS::ElasticLoadBalancingV2::Listener').Properties).toMatchObject({ DefaultActions: [{ Type: 'fixed-response' }] });
});

test('the new tasks can be tried out on a port', () => {
  const { stack, service: web } = service(Deployment.canary({ testPort: 8443 }));
  Template.fromStack(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 8443 });
  expect(web.testListener).toBeDefined();
  expect(JSON.stringify(only(stack, 'AWS::ECS::Service').Properties)).toContain('TestListenerRule');
});

test.each<[string, Deployment]>([['blue/green', Deployment.blueGreen({ testPort: 8080 })], ['canary', Deployment.canary({ testPort: 8080 })], ['linear', Deployment.linear({ testPort: 8080 })]])(
  'traffic of a Network Load Balancer goes between two target groups by its listener, %s',
  (_, deployment) => {
    const { stack, service: web } = service(deployment, { loadBalancer: undefined, networkLoadBalancer: {} }), { targets, alternateTargets, listener, testListener } = web.network ?? {};
    const [blue, green] = [targets, alternateTargets].map(group => stack.resolve(group?.targetGroupArn) as unknown);
    const [production, test] = [listener, testListener].map(each => stack.resolve(each?.listenerArn) as unknown);
    expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ LoadBalancers: [{ TargetGroupArn: blue, AdvancedConfiguration: { AlternateTargetGroupArn: green, ProductionListenerRule: production, TestListenerRule: test } }] });
    Template.fromStack(stack).allResourcesProperties('AWS::ElasticLoadBalancingV2::Listener', { DefaultActions: [{ ForwardConfig: { TargetGroups: [{ TargetGroupArn: blue, Weight: 1 }, { TargetGroupArn: green, Weight: 0 }] } }] });
  },
);

test('traffic of both kinds of load balancer is moved', () => {
  const { stack } = service(Deployment.blueGreen(), { networkLoadBalancer: { listenerPort: 8443 } });
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ LoadBalancers: [{ AdvancedConfiguration: {} }, { AdvancedConfiguration: {} }] });
});

test('what ECS set in a rule or a listener stays, whatever else of the service or beside it changes: CloudFormation leaves alone what is the same in both templates', () => {
  const traffic = (props: Partial<FargateServiceProps>, others: readonly string[] = []): unknown => {
    const stack = shop(), cluster = new Cluster(stack, 'Cluster'), loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc });
    for (const id of others) new FargateService(stack, id, { cluster, container: nginx, loadBalancer: { loadBalancer, paths: [`/${id}/*`] } });
    new FargateService(stack, 'Web', { cluster, container: nginx, loadBalancer: { loadBalancer, paths: ['/*'] }, networkLoadBalancer: { listenerPort: 8443 }, deployment: Deployment.blueGreen(), ...props });
    const all = { ...Template.fromStack(stack).findResources('AWS::ElasticLoadBalancingV2::ListenerRule'), ...Template.fromStack(stack).findResources('AWS::ElasticLoadBalancingV2::Listener') };
    return Object.fromEntries(Object.entries(all).filter(([id]) => id.startsWith('Web')).map(([id, { Properties }]) => [id, Properties as object]));
  };
  const before = traffic({});
  expect(Object.keys(before as object)).toHaveLength(2);
  expect(traffic({
    container: { image: 'public.ecr.aws/nginx/nginx:1.29', port: 80, environment: { STAGE: 'production' } }, cpu: '1 vCPU', scaling: { max: 10 }, deployment: Deployment.canary({ percent: 20 }), enableExecuteCommand: true,
  }, ['api', 'admin', 'shop'])).toEqual(before);
});

test('CodeDeploy moves the traffic of a Network Load Balancer', () => {
  const { stack } = service(Deployment.codeDeploy(), { loadBalancer: undefined, networkLoadBalancer: {} });
  Template.fromStack(stack).resourceCountIs('AWS::ElasticLoadBalancingV2::TargetGroup', 2);
  expect(only(stack, 'AWS::CodeDeploy::DeploymentGroup').Properties).toMatchObject({ DeploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce' });
});

test('traffic of a further port is moved too, but not by CodeDeploy', () => {
  const { stack, service: web } = service(Deployment.blueGreen(), { container: { ...nginx, ports: { admin: 9000 } } });
  expect(web.expose('Admin', { port: 'admin', internetFacing: false }).alternateTargets).toBeDefined();
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ LoadBalancers: [{ AdvancedConfiguration: {} }, { ContainerPort: 9000, AdvancedConfiguration: {} }] });
  const { service: other } = service(Deployment.codeDeploy(), { container: { ...nginx, ports: { admin: 9000 } } });
  expect(() => other.expose('Admin', { port: 'admin' })).toThrow('Shop/Web: CodeDeploy moves the traffic of one port.');
});

test('alarms end a deployment, and functions are asked on the way', () => {
  const stack = shop(), alarm = new cloudwatch.Alarm(stack, 'Alarm', { metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Failed' }), threshold: 1, evaluationPeriods: 1 });
  const check = new lambda.Function(stack, 'Check', { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = async () => ({ hookStatus: "SUCCEEDED" });') });
  const hook = new ecs.DeploymentLifecycleLambdaTarget(check, 'Check', { lifecycleStages: [ecs.DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT] });
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {}, deployment: Deployment.blueGreen({ alarms: [alarm], hooks: [hook] }) });
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({
    DeploymentConfiguration: { Alarms: { AlarmNames: [{ Ref: expect.stringMatching(/^Alarm/) as string }], Enable: true, Rollback: true }, LifecycleHooks: [{ LifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] }] },
  });
  // ECS may call the function before the first task starts.
  expect(only(stack, 'AWS::ECS::Service').DependsOn).toContainEqual(expect.stringMatching(/^WebCheckRoleDefaultPolicy/));
});

test('CodeDeploy has two target groups and its group, and ECS leaves the deployment to it', () => {
  const { stack, service: web } = service(Deployment.codeDeploy({ config: codedeploy.EcsDeploymentConfig.CANARY_10PERCENT_5MINUTES, testPort: 8080 }));
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ DeploymentController: { Type: 'CODE_DEPLOY' } });
  expect(web.deploymentGroup).toBeInstanceOf(codedeploy.EcsDeploymentGroup);
  Template.fromStack(stack).resourceCountIs('AWS::ElasticLoadBalancingV2::TargetGroup', 2);
});

test.each<[string, () => unknown, string]>([
  ['an option of the L2 beside it', () => service(Deployment.rolling(), { minHealthyPercent: 50 }), 'Shop/Web: deployment and minHealthyPercent say the same thing in two ways. Give one of them.'],
  ['CodeDeploy without a load balancer', () => service(Deployment.codeDeploy(), { loadBalancer: undefined }), 'the service has none. Give loadBalancer: {} or networkLoadBalancer: {}.'],
  ['a time that is none', () => service(Deployment.canary({ wait: 'ten minutes' })), 'Shop/Web: deployment.wait is "ten minutes".'],
  ['CodeDeploy between two load balancers', () => service(Deployment.codeDeploy(), { networkLoadBalancer: {} }), 'Shop/Web: CodeDeploy moves the traffic of one load balancer, and there are two.'],
  ['CodeDeploy on a shared listener', () => {
    const stack = shop(), cluster = new Cluster(stack, 'Cluster'), loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc });
    new FargateService(stack, 'Web', { cluster, container: nginx, loadBalancer: { loadBalancer, paths: ['/*'] }, deployment: Deployment.codeDeploy() });
  }, 'CodeDeploy changes what a listener does with all requests'],
])('%s is refused at once', (_, build, message) => {
  expect(build).toThrow(message);
});

import { Duration, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Cluster, Deployment, FargateService } from 'ecs-drydock';

/** A service of which new tasks first get a tenth of the requests. */
export function ours(stack: Stack): void {
  new FargateService(stack, 'Web', {
    cluster: new Cluster(stack, 'Cluster'),
    container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
    loadBalancer: {},
    deployment: Deployment.canary({ percent: 10, wait: '15 minutes' }),
  });
}

export function l2(stack: Stack): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'WebTaskDef', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:stable'),
    portMappings: [{ containerPort: 80 }],
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', logRetention: logs.RetentionDays.ONE_MONTH }),
  });
  const service = new ecs.FargateService(stack, 'Web', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { enable: true, rollback: true },
    deploymentStrategy: ecs.DeploymentStrategy.CANARY,
    bakeTime: Duration.minutes(5),
    canaryConfiguration: { stepPercent: 10, stepBakeTime: Duration.minutes(15) },
  });
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc, internetFacing: true });
  const listener = loadBalancer.addListener('Listener', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
  const [targets, alternateTargets] = ['Targets', 'AlternateTargets'].map(id => new elbv2.ApplicationTargetGroup(stack, id, {
    vpc,
    protocol: elbv2.ApplicationProtocol.HTTP,
    targetType: elbv2.TargetType.IP,
    healthCheck: { path: '/', interval: Duration.seconds(10), timeout: Duration.seconds(5), healthyThresholdCount: 2, unhealthyThresholdCount: 3 },
    deregistrationDelay: Duration.seconds(30),
  })) as [elbv2.ApplicationTargetGroup, elbv2.ApplicationTargetGroup];
  const rule = new elbv2.ApplicationListenerRule(stack, 'Rule', {
    listener,
    priority: 1,
    conditions: [elbv2.ListenerCondition.pathPatterns(['*'])],
    action: elbv2.ListenerAction.weightedForward([{ targetGroup: targets, weight: 1 }, { targetGroup: alternateTargets, weight: 0 }]),
  });
  targets.addTarget(service.loadBalancerTarget({
    containerName: 'app',
    containerPort: 80,
    alternateTarget: new ecs.AlternateTarget('Alternate', {
      alternateTargetGroup: alternateTargets,
      productionListener: ecs.ListenerRuleConfiguration.applicationListenerRule(rule),
      role: new iam.Role(stack, 'TrafficRole', {
        assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
        managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonECSInfrastructureRolePolicyForLoadBalancers')],
      }),
    }),
  }));
}

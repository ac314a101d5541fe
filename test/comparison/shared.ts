import { Duration, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Cluster, FargateService, SharedLoadBalancer } from 'ecs-drydock';

/** Two services behind one load balancer. */
export function ours(stack: Stack): void {
  const cluster = new Cluster(stack, 'Cluster');
  const loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc });
  for (const [id, path] of [['Api', '/api/*'], ['Web', '/*']] as const) {
    new FargateService(stack, id, {
      cluster,
      container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
      loadBalancer: { loadBalancer, paths: [path] },
    });
  }
}

export function l2(stack: Stack): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc, internetFacing: true });
  const listener = loadBalancer.addListener('Listener', {
    port: 80,
    defaultAction: elbv2.ListenerAction.fixedResponse(404, { contentType: 'text/plain', messageBody: 'Not found' }),
  });
  for (const [id, path, priority] of [['Api', '/api/*', 1], ['Web', '/*', 2]] as const) {
    const taskDefinition = new ecs.FargateTaskDefinition(stack, id + 'TaskDef', { cpu: 256, memoryLimitMiB: 512 });
    taskDefinition.addContainer('app', {
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:stable'),
      portMappings: [{ containerPort: 80 }],
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', logRetention: logs.RetentionDays.ONE_MONTH }),
    });
    const service = new ecs.FargateService(stack, id, {
      cluster,
      taskDefinition,
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { enable: true, rollback: true },
    });
    listener.addTargets(id, {
      priority,
      conditions: [elbv2.ListenerCondition.pathPatterns([path])],
      protocol: elbv2.ApplicationProtocol.HTTP,
      targets: [service],
      healthCheck: { path: '/', interval: Duration.seconds(10), timeout: Duration.seconds(5), healthyThresholdCount: 2, unhealthyThresholdCount: 3 },
      deregistrationDelay: Duration.seconds(30),
    });
  }
}

import { Duration, type Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Cluster, FargateService } from 'ecs-drydock';

/** A service with HTTPS under a name of its own, with a secret, scaled by load. */
export function ours(stack: Stack): void {
  const zone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z00000000000000000000', zoneName: 'example.com' });
  const key = new secretsmanager.Secret(stack, 'Key');
  new FargateService(stack, 'Web', {
    cluster: new Cluster(stack, 'Cluster'),
    cpu: '0.5 vCPU',
    memory: '1 GB',
    container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80, secrets: { KEY: key } },
    loadBalancer: { domain: { name: 'shop.example.com', zone } },
    scaling: { min: 2, max: 10, requestsPerTarget: 1000 },
  });
}

export function l2(stack: Stack): void {
  const zone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z00000000000000000000', zoneName: 'example.com' });
  const key = new secretsmanager.Secret(stack, 'Key');
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'WebTaskDef', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:stable'),
    portMappings: [{ containerPort: 80 }],
    secrets: { KEY: ecs.Secret.fromSecretsManager(key) },
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', logRetention: logs.RetentionDays.ONE_MONTH }),
  });
  const service = new ecs.FargateService(stack, 'Web', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { enable: true, rollback: true },
  });
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc, internetFacing: true });
  const listener = loadBalancer.addListener('Listener', {
    protocol: elbv2.ApplicationProtocol.HTTPS,
    certificates: [new acm.Certificate(stack, 'Certificate', { domainName: 'shop.example.com', validation: acm.CertificateValidation.fromDns(zone) })],
    sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS,
  });
  loadBalancer.addRedirect();
  const targets = listener.addTargets('Targets', {
    protocol: elbv2.ApplicationProtocol.HTTP,
    targets: [service],
    healthCheck: { path: '/', interval: Duration.seconds(10), timeout: Duration.seconds(5), healthyThresholdCount: 2, unhealthyThresholdCount: 3 },
    deregistrationDelay: Duration.seconds(30),
  });
  new route53.ARecord(stack, 'Record', {
    zone,
    recordName: 'shop.example.com',
    target: route53.RecordTarget.fromAlias(new LoadBalancerTarget(loadBalancer)),
  });
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnRequestCount('Requests', { requestsPerTarget: 1000, targetGroup: targets });
}

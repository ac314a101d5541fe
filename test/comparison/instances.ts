import { Duration, type Stack } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { CapacityProvider, Cluster, Ec2Service } from 'ecs-drydock';

/** A service behind a load balancer, on container instances of which ECS decides the number. */
export function ours(stack: Stack): void {
  const cluster = new Cluster(stack, 'Cluster', {
    capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'] })],
  });
  new Ec2Service(stack, 'Web', {
    cluster,
    desiredCount: 2,
    memory: '1 GB',
    container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
    loadBalancer: {},
  });
}

export function l2(stack: Stack): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const securityGroup = new ec2.SecurityGroup(stack, 'InstanceSecurityGroup', { vpc });
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'AutoScalingGroup', {
    vpc,
    minCapacity: 2,
    maxCapacity: 10,
    launchTemplate: new ec2.LaunchTemplate(stack, 'LaunchTemplate', {
      instanceType: new ec2.InstanceType('m7g.large'),
      machineImage: ecs.EcsOptimizedImage.amazonLinux2023(ecs.AmiHardwareType.ARM),
      role: new iam.Role(stack, 'InstanceRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
      securityGroup,
      userData: ec2.UserData.forLinux(),
      requireImdsv2: true,
    }),
  });
  const capacityProvider = new ecs.AsgCapacityProvider(stack, 'CapacityProvider', { autoScalingGroup, enableManagedDraining: true });
  cluster.addAsgCapacityProvider(capacityProvider);
  cluster.connections.addSecurityGroup(securityGroup);
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'WebTaskDef');
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:stable'),
    memoryLimitMiB: 1024,
    portMappings: [{ containerPort: 80 }],
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', logRetention: logs.RetentionDays.ONE_MONTH }),
  });
  const service = new ecs.Ec2Service(stack, 'Web', {
    cluster,
    taskDefinition,
    desiredCount: 2,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { enable: true, rollback: true },
    capacityProviderStrategies: [{ capacityProvider: capacityProvider.capacityProviderName, weight: 1 }],
  });
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc, internetFacing: true });
  loadBalancer.addListener('Listener', { port: 80 }).addTargets('Targets', {
    protocol: elbv2.ApplicationProtocol.HTTP,
    targets: [service],
    healthCheck: { path: '/', interval: Duration.seconds(10), timeout: Duration.seconds(5), healthyThresholdCount: 2, unhealthyThresholdCount: 3 },
    deregistrationDelay: Duration.seconds(30),
  });
}

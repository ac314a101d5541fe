import { Duration } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { durationOf } from '../durations';
import { misuse } from '../misuse';

/** What was made for a service, and what was given. */
export interface Balancing {
  /** Undefined where a listener was given. */
  readonly loadBalancer?: elbv2.IApplicationLoadBalancer;
  readonly listener: elbv2.IApplicationListener;
  /** Where the new tasks of a deployment can be tried out. */
  readonly testListener?: elbv2.IApplicationListener;
  readonly targets: elbv2.ApplicationTargetGroup;
  /** The one between which and `targets` deployments move the traffic. */
  readonly alternateTargets?: elbv2.ApplicationTargetGroup;
}

/** What was made for a service with a Network Load Balancer, and what was given. */
export interface NetworkBalancing {
  readonly loadBalancer: elbv2.INetworkLoadBalancer;
  readonly listener: elbv2.NetworkListener;
  /** Where the new tasks of a deployment can be tried out. */
  readonly testListener?: elbv2.NetworkListener;
  readonly targets: elbv2.NetworkTargetGroup;
  /** The one between which and `targets` deployments move the traffic. */
  readonly alternateTargets?: elbv2.NetworkTargetGroup;
  readonly endpointService?: ec2.VpcEndpointService;
}

/** How a load balancer asks tasks for their health, and how it lets them go. */
export interface TargetOptions {
  /**
   * The port of a container to which requests go, by its name among `ports` or by its number.
   * @default - the first port of the first container
   */
  readonly port?: number | string;
  /**
   * How the load balancer tells that a task is healthy. What is left out here stays as below.
   * @default - asked every 10 seconds; twice in a row is healthy, three failures are not. HTTP asks for `/` and wants 200, gRPC takes every answer, and a
   * Network Load Balancer wants its connection accepted
   */
  readonly healthCheck?: elbv2.HealthCheck;
  /**
   * How long the load balancer waits for open requests before a task is stopped.
   * @default '30 seconds'
   */
  readonly deregistrationDelay?: Duration | string;
}

/** A port of a container behind a load balancer. */
export interface TargetPort {
  readonly containerName: string;
  readonly mapping: ecs.PortMapping;
}

/** What stands behind a load balancer. */
export interface Balanced {
  /** That of which errors tell. */
  readonly service: Construct;
  readonly vpc: ec2.IVpc;
  readonly mapping: ecs.PortMapping;
  readonly targetType: elbv2.TargetType;
}

/** The port that is meant: of the first container where no other has it. */
export function targetPortOf(service: ecs.BaseService, port: number | string | undefined): TargetPort {
  const { defaultContainer } = service.taskDefinition;
  const containers = service.taskDefinition.node.children.filter((child): child is ecs.ContainerDefinition => child instanceof ecs.ContainerDefinition);
  const all = containers.flatMap(({ containerName, portMappings }) => portMappings.map(mapping => ({ containerName, mapping })));
  const found = port === undefined
    ? all.find(({ containerName }) => containerName === defaultContainer?.containerName)
    : all.find(({ mapping }) => (typeof port === 'string' ? mapping.name === port : mapping.containerPort === port));
  if (found) return found;
  if (port === undefined) throw misuse(service, 'the load balancer needs a port to send requests to. Give container.port.');
  const offered = all.map(({ mapping }) => (mapping.name === undefined ? `${mapping.containerPort}` : `${mapping.name} (${mapping.containerPort})`));
  throw misuse(service, `no container has the port ${JSON.stringify(port)} to which the load balancer is to send. There is ${offered.join(', ') || 'none'}.`);
}

/** Refuses a load balancer of the other kind, which has all that the L2 asks of one. */
export function checkLoadBalancer(service: Construct, option: string, loadBalancer: elbv2.ILoadBalancerV2 | undefined, type: 'application' | 'network'): void {
  const given = (loadBalancer?.node.defaultChild as Partial<elbv2.CfnLoadBalancer> | undefined)?.type;
  if (given !== undefined && given !== type) throw misuse(service, `${option}.loadBalancer is ${loadBalancer?.node.path}, a load balancer of type ${given}. Give one of type ${type}.`);
}

/** A target group of an Application Load Balancer for tasks of the service. */
export function applicationTargets(scope: Construct, id: string, { service, vpc, mapping, targetType }: Balanced, options: TargetOptions): elbv2.ApplicationTargetGroup {
  const protocolVersion = protocolVersionOf(mapping), isGrpc = protocolVersion === elbv2.ApplicationProtocolVersion.GRPC;
  return new elbv2.ApplicationTargetGroup(scope, id, {
    vpc,
    protocol: elbv2.ApplicationProtocol.HTTP,
    protocolVersion,
    targetType,
    healthCheck: {
      ...(isGrpc ? { path: '/AWS.ALB/healthcheck', healthyGrpcCodes: '0-99' } : { path: '/' }),
      interval: Duration.seconds(10), timeout: Duration.seconds(5), healthyThresholdCount: 2, unhealthyThresholdCount: 3, ...options.healthCheck,
    },
    deregistrationDelay: durationOf(service.node.path, 'loadBalancer.deregistrationDelay', options.deregistrationDelay ?? '30 seconds'),
  });
}

/** Whether a load balancer has to speak HTTP/2 with whoever calls. */
export function needsHttps(mapping: ecs.PortMapping): boolean {
  return protocolVersionOf(mapping) !== undefined;
}

/** Tasks with network interfaces of their own are found by address, others by instance and port. */
export function targetTypeOf({ taskDefinition }: ecs.BaseService): elbv2.TargetType {
  return taskDefinition.networkMode === ecs.NetworkMode.AWS_VPC ? elbv2.TargetType.IP : elbv2.TargetType.INSTANCE;
}

function protocolVersionOf({ appProtocol }: ecs.PortMapping): elbv2.ApplicationProtocolVersion | undefined {
  if (appProtocol === ecs.AppProtocol.grpc) return elbv2.ApplicationProtocolVersion.GRPC;
  return appProtocol === ecs.AppProtocol.http2 ? elbv2.ApplicationProtocolVersion.HTTP2 : undefined;
}

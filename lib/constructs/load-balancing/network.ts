import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { durationOf } from '../durations';
import { misuse } from '../misuse';
import type { Shift } from '../service/deployment';
import { targetPortOf, targetTypeOf, type TargetOptions, type TargetPort } from './targets';

/** A service of PrivateLink, by which other VPCs and accounts come in. */
export interface EndpointServiceOptions {
  /**
   * ARNs of those who may connect, as `arn:aws:iam::111122223333:root`.
   * @default - nobody beside this account
   */
  readonly allowedPrincipals?: string[];
  /**
   * Whether somebody has to accept each connection.
   * @default true
   */
  readonly acceptanceRequired?: boolean;
}

/** A Network Load Balancer before a service, for TCP, TLS and UDP. `{}` makes one that hands TCP on, within the VPC. */
export interface NetworkLoadBalancerOptions extends TargetOptions {
  /**
   * A load balancer that exists. The service adds a listener to it.
   * @default - one is made
   */
  readonly loadBalancer?: elbv2.NetworkLoadBalancer;
  /**
   * The port on which it listens.
   * @default - the port of the container
   */
  readonly listenerPort?: number;
  /**
   * Certificate of the name by which users call. With it the listener speaks TLS, and hands on what was in it.
   * @default - it hands on what it gets
   */
  readonly certificate?: acm.ICertificate;
  /**
   * Whether the load balancer that is made can be reached from the internet. Otherwise only from the VPC.
   * @default false
   */
  readonly internetFacing?: boolean;
  /**
   * Lets other VPCs in by PrivateLink.
   * @default - only this VPC, and what is connected with it
   */
  readonly endpointService?: EndpointServiceOptions;
}

/** What was made for a service, and what was given. */
export interface NetworkBalancing {
  readonly loadBalancer: elbv2.NetworkLoadBalancer;
  readonly listener: elbv2.NetworkListener;
  readonly targets: elbv2.NetworkTargetGroup;
  readonly endpointService?: ec2.VpcEndpointService;
}

/** Puts the service behind a Network Load Balancer, of which everything hangs below `scope`. */
export function balanceNetwork(scope: Construct, service: ecs.BaseService, options: NetworkLoadBalancerOptions, shift?: Shift): NetworkBalancing {
  if (shift) throw misuse(service, 'the traffic of a Network Load Balancer is not moved by deployments of ours. Use Deployment.rolling(), or a loadBalancer, or AlternateTarget of the CDK.');
  const port = targetPortOf(service, options.port), { containerPort, protocol: transport } = port.mapping, isUdp = transport === ecs.Protocol.UDP;
  if (isUdp && options.certificate) throw misuse(service, 'networkLoadBalancer.certificate is for TLS, and the port is one of UDP. Leave it out.');
  if (isUdp && options.healthCheck?.port === undefined) {
    throw misuse(service, "a load balancer cannot check UDP. Give networkLoadBalancer.healthCheck with a port of TCP that the container listens on too, as healthCheck: { port: '8080' }.");
  }
  const { listenerPort = containerPort, certificate, endpointService } = options;
  const loadBalancer = options.loadBalancer ?? balancer(scope, service, options.internetFacing ?? false);
  const targets = networkTargets(scope, service, port, options);
  const listener = new elbv2.NetworkListener(scope, 'NetworkListener', {
    loadBalancer, port: listenerPort, defaultTargetGroups: [targets], ...(certificate ? { certificates: [certificate] } : { protocol: isUdp ? elbv2.Protocol.UDP : elbv2.Protocol.TCP }),
  });
  loadBalancer.connections.allowFromAnyIpv4(isUdp ? ec2.Port.udp(listenerPort) : ec2.Port.tcp(listenerPort), 'Users');
  letIn(service, loadBalancer, port, options);
  return {
    loadBalancer, listener, targets,
    endpointService: endpointService && new ec2.VpcEndpointService(scope, 'EndpointService', {
      vpcEndpointServiceLoadBalancers: [loadBalancer], acceptanceRequired: endpointService.acceptanceRequired,
      allowedPrincipals: endpointService.allowedPrincipals?.map(arn => new iam.ArnPrincipal(arn)),
    }),
  };
}

function balancer(scope: Construct, service: ecs.BaseService, internetFacing: boolean): elbv2.NetworkLoadBalancer {
  const { vpc } = service.cluster, securityGroup = new ec2.SecurityGroup(scope, 'NetworkLoadBalancerSecurityGroup', { vpc, description: 'Network Load Balancer', allowAllOutbound: false });
  return new elbv2.NetworkLoadBalancer(scope, 'NetworkLoadBalancer', { vpc, internetFacing, securityGroups: [securityGroup] });
}

function networkTargets(scope: Construct, service: ecs.BaseService, { containerName, mapping }: TargetPort, options: NetworkLoadBalancerOptions): elbv2.NetworkTargetGroup {
  return new elbv2.NetworkTargetGroup(scope, 'NetworkTargets', {
    vpc: service.cluster.vpc, port: mapping.containerPort, protocol: mapping.protocol === ecs.Protocol.UDP ? elbv2.Protocol.UDP : elbv2.Protocol.TCP, targetType: targetTypeOf(service),
    targets: [service.loadBalancerTarget({ containerName, containerPort: mapping.containerPort, protocol: mapping.protocol })],
    healthCheck: options.healthCheck,
    deregistrationDelay: durationOf(service.node.path, 'networkLoadBalancer.deregistrationDelay', options.deregistrationDelay ?? '30 seconds'),
  });
}

/** Lets the load balancer in to the tasks, for requests and for health checks. On container instances ECS chooses the port, so that it is any of those that it chooses from. */
function letIn(service: ecs.BaseService, loadBalancer: elbv2.NetworkLoadBalancer, { mapping }: TargetPort, { healthCheck }: NetworkLoadBalancerOptions): void {
  const isUdp = mapping.protocol === ecs.Protocol.UDP, isFixed = mapping.hostPort !== 0;
  const port = isFixed ? mapping.hostPort ?? mapping.containerPort : undefined;
  const ports = port === undefined ? (isUdp ? ec2.Port.udpRange(32768, 65535) : ec2.Port.tcpRange(32768, 65535)) : isUdp ? ec2.Port.udp(port) : ec2.Port.tcp(port);
  service.connections.allowFrom(loadBalancer, ports, 'Load balancer');
  if (healthCheck?.port !== undefined && healthCheck.port !== 'traffic-port') service.connections.allowFrom(loadBalancer, ec2.Port.tcp(Number(healthCheck.port)), 'Health checks');
}

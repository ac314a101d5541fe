import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { dynamicHostPorts } from '../../engine';
import { knowingTheLine } from '../app-line';
import { durationOf } from '../durations';
import { misuse } from '../misuse';
import { InfrastructureRole } from '../role/infrastructure-role';
import type { Shift } from '../service/deployment';
import { addRecord, type DomainOptions } from './domain';
import { checkLoadBalancer, targetPortOf, targetTypeOf, type NetworkBalancing, type TargetOptions, type TargetPort } from './targets';

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
  readonly loadBalancer?: elbv2.INetworkLoadBalancer;
  /**
   * The port on which it listens.
   * @default - the port of the container
   * @range a whole number from 1 to 65535
   */
  readonly listenerPort?: number;
  /**
   * Certificate of the name by which users call. With it the listener speaks TLS, and hands on what was in it.
   * @default - it hands on what it gets
   */
  readonly certificate?: acm.ICertificate;
  /**
   * The name by which users call. It gets a record in its zone.
   * @default - the name that AWS gives to the load balancer
   */
  readonly domain?: DomainOptions;
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

/** Puts the service behind a Network Load Balancer, of which everything hangs below `scope`. */
export function balanceNetwork(scope: Construct, service: ecs.BaseService, options: NetworkLoadBalancerOptions, shift?: Shift): NetworkBalancing {
  const port = targetPortOf(service, options.port), { certificate, endpointService, domain } = options;
  checkLoadBalancer(service, 'networkLoadBalancer', options.loadBalancer, 'network');
  checkUdp(service, port, options);
  const loadBalancer = options.loadBalancer ?? balancer(scope, service, options.internetFacing ?? false), { listenerPort = port.mapping.containerPort } = options;
  const targets = networkTargets(scope, 'NetworkTargets', service, port, options), alternateTargets = shift && networkTargets(scope, 'AlternateNetworkTargets', service, port, options);
  const byEcs = shift?.by === 'ECS' ? alternateTargets : undefined;
  // Both have to belong to the load balancer before ECS takes them.
  const action = byEcs ? elbv2.NetworkListenerAction.weightedForward([{ targetGroup: targets, weight: 1 }, { targetGroup: byEcs, weight: 0 }]) : elbv2.NetworkListenerAction.forward([targets]);
  const listen = (id: string, on: number, defaultAction: elbv2.NetworkListenerAction): elbv2.NetworkListener => {
    loadBalancer.connections.allowFromAnyIpv4(isUdp(port) ? ec2.Port.udp(on) : ec2.Port.tcp(on), 'Users');
    return new elbv2.NetworkListener(scope, id, { loadBalancer, port: on, defaultAction, ...(certificate ? { certificates: [certificate] } : { protocol: protocolOf(port) }) });
  };
  const listener = listen('NetworkListener', listenerPort, action);
  const testListener = shift?.testPort === undefined ? undefined : listen('NetworkTestListener', shift.testPort, byEcs || !alternateTargets ? action : elbv2.NetworkListenerAction.forward([alternateTargets]));
  targets.addTarget(service.loadBalancerTarget({
    containerName: port.containerName, containerPort: port.mapping.containerPort, protocol: port.mapping.protocol,
    alternateTarget: byEcs && new ecs.AlternateTarget('AlternateNetwork', {
      alternateTargetGroup: byEcs,
      productionListener: ecs.ListenerRuleConfiguration.networkListener(listener),
      testListener: testListener && ecs.ListenerRuleConfiguration.networkListener(testListener),
      role: new InfrastructureRole(scope, 'NetworkTrafficRole', { traffic: true }),
    }),
  }));
  knowingTheLine(() => { letIn(service, loadBalancer, port, options); });
  if (domain) addRecord(scope, 'NetworkRecord', domain, loadBalancer);
  return {
    loadBalancer, listener, testListener, targets, alternateTargets,
    endpointService: endpointService && new ec2.VpcEndpointService(scope, 'EndpointService', {
      vpcEndpointServiceLoadBalancers: [loadBalancer], acceptanceRequired: endpointService.acceptanceRequired,
      allowedPrincipals: endpointService.allowedPrincipals?.map(arn => new iam.ArnPrincipal(arn)),
    }),
  };
}

function checkUdp(service: ecs.BaseService, port: TargetPort, { certificate, healthCheck }: NetworkLoadBalancerOptions): void {
  if (!isUdp(port)) return;
  if (certificate) throw misuse(service, 'networkLoadBalancer.certificate is for TLS, and the port is one of UDP. Leave it out.');
  if (healthCheck?.port === undefined) {
    throw misuse(service, "a load balancer cannot check UDP. Give networkLoadBalancer.healthCheck with a port of TCP that the container listens on too, as healthCheck: { port: '8080' }.");
  }
}

function isUdp({ mapping }: TargetPort): boolean {
  return mapping.protocol === ecs.Protocol.UDP;
}

function protocolOf(port: TargetPort): elbv2.Protocol {
  return isUdp(port) ? elbv2.Protocol.UDP : elbv2.Protocol.TCP;
}

function balancer(scope: Construct, service: ecs.BaseService, internetFacing: boolean): elbv2.NetworkLoadBalancer {
  const { vpc } = service.cluster, securityGroup = new ec2.SecurityGroup(scope, 'NetworkLoadBalancerSecurityGroup', { vpc, description: 'Network Load Balancer', allowAllOutbound: false });
  return new elbv2.NetworkLoadBalancer(scope, 'NetworkLoadBalancer', { vpc, internetFacing, securityGroups: [securityGroup] });
}

function networkTargets(scope: Construct, id: string, service: ecs.BaseService, port: TargetPort, options: NetworkLoadBalancerOptions): elbv2.NetworkTargetGroup {
  return new elbv2.NetworkTargetGroup(scope, id, {
    vpc: service.cluster.vpc, port: port.mapping.containerPort, protocol: protocolOf(port), targetType: targetTypeOf(service),
    healthCheck: options.healthCheck,
    deregistrationDelay: durationOf(service.node.path, 'networkLoadBalancer.deregistrationDelay', options.deregistrationDelay ?? '30 seconds'),
  });
}

/** Lets the load balancer in to the tasks, for requests and for health checks. On container instances ECS chooses the port, so that it is any of those that it chooses from. */
function letIn(service: ecs.BaseService, loadBalancer: elbv2.INetworkLoadBalancer, target: TargetPort, { healthCheck }: NetworkLoadBalancerOptions): void {
  const { containerPort, hostPort = containerPort } = target.mapping, { from, to } = hostPort === 0 ? dynamicHostPorts.value : { from: hostPort, to: hostPort };
  service.connections.allowFrom(loadBalancer, isUdp(target) ? ec2.Port.udpRange(from, to) : ec2.Port.tcpRange(from, to), 'Load balancer');
  if (healthCheck?.port !== undefined && healthCheck.port !== 'traffic-port') service.connections.allowFrom(loadBalancer, ec2.Port.tcp(Number(healthCheck.port)), 'Health checks');
}

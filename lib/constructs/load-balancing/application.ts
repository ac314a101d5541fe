import { Token } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { knowingTheLine } from '../app-line';
import { misuse } from '../misuse';
import { InfrastructureRole } from '../role/infrastructure-role';
import type { Shift } from '../service/deployment';
import { addRecord, type DomainOptions } from './domain';
import { priorityFor } from './priority';
import { addListener, SharedLoadBalancer } from './shared-load-balancer';
import { applicationTargets, checkLoadBalancer, needsHttps, targetPortOf, targetTypeOf, type Balanced, type Balancing, type TargetOptions } from './targets';

/** An Application Load Balancer before a service. `{}` makes one that serves HTTP on port 80 to everybody. */
export interface LoadBalancerOptions extends TargetOptions {
  /**
   * A load balancer that exists. To a `SharedLoadBalancer` the service adds a rule, for which it needs `hosts` or `paths`; to another a listener.
   * @default - one is made
   */
  readonly loadBalancer?: elbv2.IApplicationLoadBalancer;
  /**
   * A listener that exists, and that other services may share. The service adds a rule to it, for which it needs `hosts` or `paths`.
   * @default - a listener of its own
   */
  readonly listener?: elbv2.IApplicationListener;
  /**
   * Certificate of the names by which users call. With it the listener serves HTTPS on port 443, and port 80 redirects there.
   * @default - that of `domain`; without both HTTP on port 80
   */
  readonly certificate?: acm.ICertificate;
  /**
   * The name by which users call. It gets a record in its zone, and where no certificate is given one is made.
   * @default - the name that AWS gives to the load balancer
   */
  readonly domain?: DomainOptions;
  /**
   * Whether the load balancer that is made can be reached from the internet. Otherwise only from the VPC.
   * @default true
   */
  readonly internetFacing?: boolean;
  /**
   * Only requests to these hosts, as `api.example.com` or `*.example.com`. With a shared load balancer or `listener`.
   * @default - that of `domain`, else all hosts
   */
  readonly hosts?: string[];
  /**
   * Only requests to these paths, as `/api/*`. With a shared load balancer or `listener`.
   * @default - all paths
   */
  readonly paths?: string[];
  /**
   * The place of the rule among those of a shared listener, which tries the lowest first.
   * @default - made of hosts and paths, so that it stays when others come and go, and more exact rules come first
   * @range a whole number from 1 to 50000
   */
  readonly priority?: number;
}

/**
 * Puts the service behind a load balancer. Everything hangs below `scope`, which is the service or in it, so that it may share a load balancer with services of other stacks.
 * Security groups open what is needed: listener to users, task port to the load balancer. The service comes after its listener, as ECS demands.
 */
export function balance(scope: Construct, service: ecs.BaseService, options: LoadBalancerOptions, shift?: Shift): Balancing {
  const port = targetPortOf(service, options.port), balanced = { service, vpc: service.cluster.vpc, mapping: port.mapping, targetType: targetTypeOf(service) };
  const { rule, action, byEcs, ...front } = frontOf(scope, balanced, options, shift), { targets, alternateTargets } = front;
  const testListener = shift?.testPort === undefined ? undefined : addTestListener(scope, service, front.loadBalancer, shift.testPort, byEcs ? elbv2.ListenerAction.fixedResponse(404) : forwarding(alternateTargets ?? targets));
  const target = service.loadBalancerTarget({
    containerName: port.containerName, containerPort: port.mapping.containerPort, protocol: port.mapping.protocol,
    alternateTarget: rule && byEcs && new ecs.AlternateTarget('Alternate', {
      alternateTargetGroup: byEcs,
      productionListener: ecs.ListenerRuleConfiguration.applicationListenerRule(rule),
      testListener: testListener && ecs.ListenerRuleConfiguration.applicationListenerRule(ruleForAll(scope, 'TestListenerRule', testListener, action)),
      role: new InfrastructureRole(scope, 'TrafficRole', { traffic: true }),
    }),
  });
  knowingTheLine(() => { targets.addTarget(target); });
  return { ...front, testListener };
}

/** Load balancer, listener, rule and target groups before what is balanced, which is still to join them. */
export function frontOf(scope: Construct, balanced: Balanced, options: LoadBalancerOptions, shift?: Shift): Balancing & WithinFront {
  const { service } = balanced;
  checkLoadBalancer(service, 'loadBalancer', options.loadBalancer, 'application');
  const shared = sharedFront(service, options);
  const targets = applicationTargets(scope, 'Targets', balanced, options), alternateTargets = shift && applicationTargets(scope, 'AlternateTargets', balanced, options);
  const byEcs = shift?.by === 'ECS' ? alternateTargets : undefined, action = forwarding(targets, byEcs);
  const front = shared ?? ownFront(scope, balanced, byEcs ? elbv2.ListenerAction.fixedResponse(404) : action, options);
  if (options.domain && front.loadBalancer) addRecord(scope, 'Record', options.domain, front.loadBalancer);
  remember(service, front, options);
  const rule = shared ? addRule(scope, service, shared.listener, action, options, shift) : byEcs && ruleForAll(scope, 'ListenerRule', front.listener, action);
  return { ...front, targets, alternateTargets, rule, action, byEcs };
}

/** The URL by which users call what is behind a load balancer; undefined where nothing is, or where only a listener was given of which nobody knows how it is called. */
export function balancedUrlOf(balanced: Construct): string | undefined {
  return urls.get(balanced);
}

/** The first of something is that by which it is called. */
function remember(service: Construct, { loadBalancer }: Front, { domain, hosts: [host] = [], certificate }: LoadBalancerOptions): void {
  const name = domain?.name ?? (host === undefined || /[*?]/.test(host) ? loadBalancer?.loadBalancerDnsName : host);
  const isHttps = certificate ?? domain ?? (loadBalancer instanceof SharedLoadBalancer && loadBalancer._isHttps);
  if (name !== undefined && !urls.has(service)) urls.set(service, `${isHttps ? 'https' : 'http'}://${name}`);
}

const urls = new WeakMap<Construct, string>();

/** What ECS has to know of a front to move traffic in it. */
interface WithinFront {
  readonly rule?: elbv2.ApplicationListenerRule;
  readonly action: elbv2.ListenerAction;
  readonly byEcs?: elbv2.ApplicationTargetGroup;
}

/** To both target groups where ECS moves the traffic between them: what it finds in the template is the state before the first deployment, and CloudFormation leaves the rule alone as long as it does not change there. */
function forwarding(targets: elbv2.ApplicationTargetGroup, alternate?: elbv2.ApplicationTargetGroup): elbv2.ListenerAction {
  return alternate ? elbv2.ListenerAction.weightedForward([{ targetGroup: targets, weight: 1 }, { targetGroup: alternate, weight: 0 }]) : elbv2.ListenerAction.forward([targets]);
}

type Front = Pick<Balancing, 'loadBalancer' | 'listener'>;

/** A listener that is given, alone or with its load balancer. */
function sharedFront(service: Construct, { listener, loadBalancer, ...options }: LoadBalancerOptions): Front | undefined {
  if (!listener && !(loadBalancer instanceof SharedLoadBalancer)) {
    const given = (['hosts', 'paths', 'priority'] as const).find(property => options[property] !== undefined);
    if (given) throw misuse(service, `loadBalancer.${given} belongs to a rule of a shared listener: give that as loadBalancer.listener, or a SharedLoadBalancer as loadBalancer.loadBalancer.`);
    return undefined;
  }
  const settled = (['certificate', 'internetFacing'] as const).find(property => options[property] !== undefined) ?? (listener && loadBalancer ? 'loadBalancer' : undefined);
  if (settled) throw misuse(service, `loadBalancer.${settled} is settled by the listener that is given. Leave it out.`);
  if (listener && options.domain) throw misuse(service, 'loadBalancer.domain needs to know the load balancer. Give a SharedLoadBalancer in place of its listener, or hosts, and the record yourself.');
  return listener ? { listener } : loadBalancer instanceof SharedLoadBalancer ? { loadBalancer, listener: loadBalancer.listener } : undefined;
}

function addRule(
  scope: Construct, service: Construct, listener: elbv2.IApplicationListener, action: elbv2.ListenerAction, { domain, hosts = domain ? [domain.name] : [], paths = [], priority }: LoadBalancerOptions, shift?: Shift,
): elbv2.ApplicationListenerRule {
  if (shift?.by === 'CodeDeploy') throw misuse(service, 'CodeDeploy changes what a listener does with all requests, so that services cannot share it. Leave it out, or use Deployment.blueGreen().');
  const conditions = [
    ...(hosts.length > 0 ? [elbv2.ListenerCondition.hostHeaders(hosts)] : []),
    ...(paths.length > 0 ? [elbv2.ListenerCondition.pathPatterns(paths)] : []),
  ];
  if (conditions.length === 0) throw misuse(service, "a shared listener needs to know which requests are for this service: give loadBalancer.hosts or paths, as paths: ['/api/*'].");
  const stray = paths.find(path => !/^[/*?]/.test(path) && !Token.isUnresolved(path));
  if (stray !== undefined) throw misuse(service, `loadBalancer.paths holds '${stray}', with which no path begins. Give '/${stray}'.`);
  return new elbv2.ApplicationListenerRule(scope, 'ListenerRule', { listener, priority: priorityFor(service, listener, { hosts, paths }, priority), conditions, action });
}

function ruleForAll(scope: Construct, id: string, listener: elbv2.IApplicationListener, action: elbv2.ListenerAction): elbv2.ApplicationListenerRule {
  return new elbv2.ApplicationListenerRule(scope, id, { listener, priority: 1, conditions: [elbv2.ListenerCondition.pathPatterns(['*'])], action });
}

function ownFront(scope: Construct, { service, vpc, mapping }: Balanced, defaultAction: elbv2.ListenerAction, options: LoadBalancerOptions): Front {
  const { certificate = options.domain && certificateFor(scope, options.domain), internetFacing = true } = options;
  if (needsHttps(mapping) && !certificate) throw misuse(service, 'a load balancer speaks HTTP/2 and gRPC with tasks only where it speaks HTTPS with whoever calls. Give loadBalancer.certificate or domain.');
  const loadBalancer = options.loadBalancer ?? new elbv2.ApplicationLoadBalancer(scope, 'LoadBalancer', { vpc, internetFacing });
  return { loadBalancer, listener: addListener(scope, loadBalancer, certificate ? [certificate] : [], defaultAction) };
}

function addTestListener(scope: Construct, service: Construct, loadBalancer: elbv2.IApplicationLoadBalancer | undefined, port: number, defaultAction: elbv2.ListenerAction): elbv2.ApplicationListener {
  if (!loadBalancer) throw misuse(service, 'deployment.testPort needs to know the load balancer, and only its listener is given. Give the load balancer, or leave testPort out.');
  return new elbv2.ApplicationListener(scope, 'TestListener', { loadBalancer, port, protocol: elbv2.ApplicationProtocol.HTTP, defaultAction });
}

function certificateFor(scope: Construct, { name, zone }: DomainOptions): acm.ICertificate {
  return new acm.Certificate(scope, 'Certificate', { domainName: name, validation: acm.CertificateValidation.fromDns(zone) });
}

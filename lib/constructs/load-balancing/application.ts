import { Duration } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { misuse } from '../misuse';

/** An Application Load Balancer before a service. `{}` makes one that serves HTTP on port 80 to everybody. */
export interface LoadBalancerOptions {
  /**
   * A load balancer that exists. The service adds a listener to it.
   * @default - one is made
   */
  readonly loadBalancer?: elbv2.IApplicationLoadBalancer;
  /**
   * A listener that exists, and that other services may share. The service adds a rule to it, for which it needs `priority`, and `hosts` or `paths`.
   * @default - a listener of its own
   */
  readonly listener?: elbv2.IApplicationListener;
  /**
   * Certificate of the names by which users call. With it the listener serves HTTPS on port 443, and port 80 redirects there.
   * @default - HTTP on port 80
   */
  readonly certificate?: acm.ICertificate;
  /**
   * Whether the load balancer that is made can be reached from the internet. Otherwise only from the VPC.
   * @default true
   */
  readonly internetFacing?: boolean;
  /**
   * Only requests to these hosts, as `api.example.com` or `*.example.com`. With `listener`.
   * @default - all hosts
   */
  readonly hosts?: string[];
  /**
   * Only requests to these paths, as `/api/*`. With `listener`.
   * @default - all paths
   */
  readonly paths?: string[];
  /**
   * The place of the rule among those of a shared `listener`, which tries the lowest first.
   */
  readonly priority?: number;
  /**
   * How the load balancer tells that a task is healthy. What is left out here stays as below.
   * @default - GET / gives 200, asked every 10 seconds; twice in a row is healthy, three failures are not
   */
  readonly healthCheck?: elbv2.HealthCheck;
  /**
   * How long the load balancer waits for open requests before a task is stopped.
   * @default Duration.seconds(30)
   */
  readonly deregistrationDelay?: Duration;
}

/** What was made for a service, and what was given. */
export interface Balancing {
  /** Undefined where a listener was given. */
  readonly loadBalancer?: elbv2.IApplicationLoadBalancer;
  readonly listener: elbv2.IApplicationListener;
  readonly targets: elbv2.ApplicationTargetGroup;
}

/**
 * Puts the service behind a load balancer. Everything hangs below the service, so that it may share a load balancer with services of other stacks.
 * Security groups open what is needed: listener to users, task port to the load balancer. The service comes after its listener, as ECS demands.
 */
export function balance(service: ecs.BaseService, options: LoadBalancerOptions): Balancing {
  const targets = targetGroup(service, options);
  if (options.listener) return { listener: addRule(service, options.listener, targets, options), targets };
  const given = (['hosts', 'paths', 'priority'] as const).find(property => options[property] !== undefined);
  if (given) throw misuse(service, `loadBalancer.${given} belongs to a rule of a shared listener: give that as loadBalancer.listener.`);
  return { ...addListener(service, targets, options), targets };
}

function targetGroup(service: ecs.BaseService, { healthCheck, deregistrationDelay }: LoadBalancerOptions): elbv2.ApplicationTargetGroup {
  const container = service.taskDefinition.defaultContainer;
  const [port] = container?.portMappings ?? [];
  if (!container || !port) throw misuse(service, 'the load balancer needs a port to send requests to. Give container.port.');
  return new elbv2.ApplicationTargetGroup(service, 'Targets', {
    vpc: service.cluster.vpc,
    protocol: elbv2.ApplicationProtocol.HTTP,
    targets: [service.loadBalancerTarget({ containerName: container.containerName, containerPort: port.containerPort })],
    healthCheck: { path: '/', interval: Duration.seconds(10), timeout: Duration.seconds(5), healthyThresholdCount: 2, unhealthyThresholdCount: 3, ...healthCheck },
    deregistrationDelay: deregistrationDelay ?? Duration.seconds(30),
  });
}

function addRule(
  service: ecs.BaseService, listener: elbv2.IApplicationListener, targets: elbv2.ApplicationTargetGroup, { hosts = [], paths = [], priority, ...others }: LoadBalancerOptions,
): elbv2.IApplicationListener {
  const other = (['loadBalancer', 'certificate', 'internetFacing'] as const).find(property => others[property] !== undefined);
  if (other) throw misuse(service, `loadBalancer.${other} is settled by the listener that is given. Leave it out.`);
  const conditions = [
    ...(hosts.length > 0 ? [elbv2.ListenerCondition.hostHeaders(hosts)] : []),
    ...(paths.length > 0 ? [elbv2.ListenerCondition.pathPatterns(paths)] : []),
  ];
  if (priority === undefined || conditions.length === 0) {
    throw misuse(service, "a shared listener needs to know which requests are for this service: give loadBalancer.priority, and hosts or paths, as paths: ['/api/*'].");
  }
  new elbv2.ApplicationListenerRule(service, 'ListenerRule', { listener, priority, conditions, targetGroups: [targets] });
  return listener;
}

function addListener(
  service: ecs.BaseService, targets: elbv2.ApplicationTargetGroup, { certificate, internetFacing = true, ...given }: LoadBalancerOptions,
): Pick<Balancing, 'loadBalancer' | 'listener'> {
  const loadBalancer = given.loadBalancer ?? new elbv2.ApplicationLoadBalancer(service, 'LoadBalancer', { vpc: service.cluster.vpc, internetFacing });
  const listener = new elbv2.ApplicationListener(service, 'Listener', {
    loadBalancer,
    protocol: certificate ? elbv2.ApplicationProtocol.HTTPS : elbv2.ApplicationProtocol.HTTP,
    ...(certificate ? { certificates: [certificate], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS } : {}),
    defaultTargetGroups: [targets],
  });
  if (certificate) {
    new elbv2.ApplicationListener(service, 'Redirect', {
      loadBalancer,
      protocol: elbv2.ApplicationProtocol.HTTP,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
    });
  }
  return { loadBalancer, listener };
}

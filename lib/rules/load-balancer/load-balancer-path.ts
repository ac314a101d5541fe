import { defaultEgress } from '../../catalog/default-egress';
import { ephemeralPorts } from '../../catalog/ephemeral-ports';
import { datagramProtocols } from '../../catalog/load-balancer-protocols';
import { ifKnown, unknownsIn } from '../../core/value';
import type { Words } from '../../finding/finding';
import { passSecurityGroups } from '../../network/filter';
import { clientAddressesShown } from '../../catalog/load-balancer-protocols';
import type { TargetGroup } from '../../model/load-balancer/target-group';
import type { ClassicLoadBalancer, LoadBalancer } from '../../model/load-balancer/load-balancer';
import { sendersTo } from '../../model/load-balancer/listener';
import type { Family } from '../../model/network/family';
import type { Model } from '../../model/model';
import { isFargate } from '../../model/service/launch';
import type { Service } from '../../model/service/service';
import type { ServiceLoadBalancer } from '../../model/service/service-wiring';
import { containerNamed, networkModeOf, type TaskDefinition } from '../../model/task-definition/task-definition';
import type { Interfaces } from '../../network/interfaces';
import { loadBalancerInterfaces, reachTarget } from '../../network/load-balancer';
import type { Obstacle } from '../../network/reach';
import { groupsOf } from '../../network/start-paths';
import { trafficInterfaces } from '../../network/task-traffic';
import { describeObstacle } from '../network/describe-obstacle';
import { defineRule, type Say } from '../rule';
import { isFixedHostPort } from './fixed-host-port';

/** A load balancer gets through to the port of its targets, for requests and for health checks. */
export const loadBalancerPath = defineRule({
  id: 'load-balancer-path',
  title: 'The load balancer cannot reach the tasks',
  severity: 'error',
  phase: 'deploy',
  subject: 'service',
  explanation: 'The security groups of the load balancer must let requests out, and those of the targets must let them in: to the container port in awsvpc mode, to the host port in the others, which is any of the ephemeral ports where none is fixed. '
    + 'What does not get through is no health check either: no target becomes healthy, and ECS stops and starts tasks without end.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
  predicts: ['is unhealthy in target-group', 'Request timed out'],
  facts: [ephemeralPorts, clientAddressesShown, defaultEgress],
  messages: {
    closed: (blocked: Blocked) => words(blocked, ''),
    healthCheck: (blocked: Blocked) => words(blocked, ' for its health checks'),
    clients: ({ loadBalancer, ports, obstacle }: Blocked) => ({
      says: `${loadBalancer} hands on the addresses of its clients in the internet, and no rule lets those in on ${portsShown(ports)}: ${describeObstacle(obstacle).because}.`,
      fix: `Allow TCP ${portsShown(ports)} from the clients in SecurityGroupIngress, give ${loadBalancer} security groups, or set the attribute preserve_client_ip.enabled of the target group to false.`,
      severity: 'warning',
    }),
    partly: ({ ports, ...blocked }: Blocked) => {
      const { says, ...others } = words({ ports, ...blocked }, '');
      return { ...others, says: says.replace(/ on ports/, ' on all of the ports'), severity: 'warning' };
    },
  },
  check(service, say, model) {
    const task = say.need(service.taskDefinition);
    for (const entry of task ? say.need(service.loadBalancers) ?? [] : []) {
      const classic = ifKnown(entry.classic), ports = classic && task ? portsOf(service, task, entry, model) : undefined;
      if (task && classic && ports?.length === 1 && ifKnown(networkModeOf(task)) !== 'awsvpc') check(classic, 'closed', ports, { task, targets: trafficInterfaces(service, task, model), family: 'ipv4' }, say, model);
      const asked = task && portsAsked(service, task, entry, model), loadBalancers = asked ? sendersTo(asked.targetGroup, model.forwarders) : [];
      if (!asked || loadBalancers.length === 0) continue;
      const { protocol, healthCheckPort, family: given } = asked.targetGroup, open = unknownsIn(protocol, healthCheckPort, given), family = ifKnown(given);
      open.forEach(unknown => { say.undecided(unknown); });
      if (open.length > 0 || !family) continue;
      const targets = trafficInterfaces(service, task, model);
      for (const loadBalancer of loadBalancers) {
        const barred = obstacleToClients(loadBalancer, asked.targetGroup, targets, asked.closed, family);
        if (barred) say.violated('clients', barred, { loadBalancer: loadBalancer.id, ports: asked.closed, obstacle: barred }, { related: [loadBalancer, task, ...barred.involved] });
        for (const message of ['closed', 'healthCheck'] as const) {
          if (asked[message].length > 0) check(loadBalancer, message, asked[message], { task, targets, family, targetGroup: asked.targetGroup }, say, model);
        }
      }
    }
  },
});

interface Way {
  readonly task: TaskDefinition;
  readonly targets: Interfaces;
  readonly family: Family;
  readonly targetGroup?: TargetGroup;
}

/** Says what keeps a load balancer from the tasks on these ports. */
function check(loadBalancer: LoadBalancer | ClassicLoadBalancer, message: 'closed' | 'healthCheck', asked: readonly number[], { task, targets, family, targetGroup }: Way, say: Say<(typeof loadBalancerPath)['messages']>, model: Model): void {
  const { obstacle, ports, unknowns } = obstacleBetween(loadBalancer, targets, asked, family, model);
  if (!obstacle) return unknowns.forEach(unknown => { say.undecided(unknown); });
  const related = [loadBalancer, ...(targetGroup ? [targetGroup] : []), task, ...obstacle.involved];
  say.violated(ports.length < asked.length ? 'partly' : message, obstacle, { loadBalancer: loadBalancer.id, ports: asked, obstacle }, { related });
}

interface Blocked {
  readonly loadBalancer: string;
  /** One, or the first and the last. */
  readonly ports: readonly number[];
  readonly obstacle: Obstacle;
}

function words({ loadBalancer, ports, obstacle }: Blocked, what: string): Words {
  const { because, ...how } = describeObstacle(obstacle, { ports });
  return {
    says: `${loadBalancer} cannot reach the tasks on ${portsShown(ports)}${what}: ${because}.`,
    ...how,
    ecsSays: 'is unhealthy in target-group due to (reason Request timed out).',
  };
}

function portsShown(ports: readonly number[]): string {
  return `${ports.length > 1 ? 'ports' : 'port'} ${ports.join('-')}`;
}

/** The ports on which a load balancer opens connections of TCP: for requests, and for health checks where those ask another one. */
function portsAsked(service: Service, task: TaskDefinition, entry: ServiceLoadBalancer, model: Model) {
  const targetGroup = ifKnown(entry.targetGroup), requested = portsOf(service, task, entry, model), checked = Number(targetGroup && ifKnown(targetGroup.healthCheckPort));
  if (!targetGroup || !requested) return undefined;
  const isDatagrams = datagramProtocols.includes(ifKnown(targetGroup.protocol) ?? '');
  // A port where nobody listens is the rule health-check-port's.
  const isOther = Number.isInteger(checked) && !requested.includes(checked) && (ifKnown(networkModeOf(task)) !== 'bridge' || isFixedHostPort(checked, model) !== 'no');
  return { targetGroup, closed: isDatagrams ? [] : requested, healthCheck: isOther ? [checked] : isDatagrams ? requested : [] };
}

/** The port that requests take, or the first and the last of those it may be. Undefined where it is not known, as on instances that are told from which ports to choose. */
function portsOf(service: Service, task: TaskDefinition, { containerName, containerPort }: ServiceLoadBalancer, model: Model): readonly number[] | undefined {
  const name = ifKnown(containerName), port = ifKnown(containerPort), mode = ifKnown(networkModeOf(task));
  if (name === undefined || port === undefined || mode === undefined) return undefined;
  const container = ifKnown(containerNamed(task, name)), mappings = container && ifKnown(container.portMappings), mapping = mappings?.find(({ containerPort: mapped }) => ifKnown(mapped) === port);
  // A port that is not mapped is the rule load-balancer-container's, and on Fargate another network mode fargate-network-mode's.
  if (mappings && !mapping && mappings.every(({ containerPort: mapped }) => mapped.state === 'known')) return undefined;
  const capacity = ifKnown(service.runsOn);
  if (mode !== 'bridge' || (capacity && isFargate(capacity))) return [port];
  if (!mapping || mapping.hostPort.state === 'unknown') return undefined;
  const hostPort = ifKnown(mapping.hostPort) ?? 0;
  if (hostPort !== 0) return [hostPort];
  const configs = (capacity ? groupsOf(service, capacity, model) : []).map(({ autoScalingGroup }) => ifKnown(autoScalingGroup.launchTemplate)?.agentConfig);
  return configs.every(config => config && ifKnown(config.choosesPorts) === false) ? [ephemeralPorts.value.linux.from, ephemeralPorts.value.linux.to] : undefined;
}

/**
 * What keeps clients in the internet from every target, where a network load balancer without security groups shows the targets the addresses of its
 * clients: those of type instance unless an attribute says otherwise, those of type ip only if one does.
 */
function obstacleToClients({ kind, scheme, securityGroups }: LoadBalancer, { targetType, properties }: TargetGroup, { interfaces, strays }: Interfaces, ports: readonly number[], family: Family): Obstacle | undefined {
  if (ifKnown(kind) !== 'network' || ifKnown(scheme) !== 'internet-facing' || securityGroups.state !== 'absent') return undefined;
  const attributes = properties.get('TargetGroupAttributes').list();
  if (attributes.state === 'unknown') return undefined;
  const given = (ifKnown(attributes) ?? []).find(item => ifKnown(item.get('Key').text()) === 'preserve_client_ip.enabled'), type = ifKnown(targetType);
  const isShown = given ? ifKnown(given.get('Value').text()) === 'true' : type !== undefined && clientAddressesShown.value.includes(type);
  const reaches = isShown ? [...interfaces, ...strays].flatMap(target => ports.map(port => passSecurityGroups(target.securityGroups, { direction: 'ingress', family, port, other: 'internet' }))) : [];
  const obstacles = reaches.flatMap(reach => (reach.answer === 'no' ? reach.obstacle : []));
  return obstacles.length === reaches.length ? obstacles[0] : undefined;
}

/** What keeps the load balancer from every target for certain, and on which of the ports. Ways that are open to some targets are another matter. */
function obstacleBetween(loadBalancer: LoadBalancer | ClassicLoadBalancer, targets: Interfaces, ports: readonly number[], family: Family, model: Model) {
  const from = loadBalancerInterfaces(loadBalancer, model.network);
  const ways = [...from.interfaces, ...from.strays].flatMap(source => [...targets.interfaces, ...targets.strays].map(target => ({ source, target })));
  const tried = ports.map(port => ({ port, reaches: ways.map(({ source, target }) => reachTarget(source, target, port, family)) }));
  const closed = tried.filter(({ reaches }) => reaches.length > 0 && reaches.every(({ answer }) => answer === 'no')), [first] = closed.flatMap(({ reaches }) => reaches);
  return {
    obstacle: first?.answer === 'no' ? first.obstacle : undefined,
    ports: closed.map(({ port }) => port),
    unknowns: [...from.unknowns, ...targets.unknowns, ...tried.flatMap(({ reaches }) => reaches.flatMap(reach => (reach.answer === 'unknown' ? [reach.unknown] : [])))],
  };
}

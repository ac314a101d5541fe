import { ephemeralPorts } from '../../catalog/ephemeral-ports';
import { ifKnown } from '../../core/value';
import { byResource, type Words } from '../../finding/finding';
import type { LoadBalancer } from '../../model/load-balancer';
import { forwardsTo } from '../../model/listener';
import type { Model } from '../../model/model';
import type { ServiceLoadBalancer } from '../../model/service-wiring';
import { containerNamed, networkModeOf, type TaskDefinition } from '../../model/task-definition';
import type { Interfaces } from '../../network/interfaces';
import { loadBalancerInterfaces, reachTarget } from '../../network/load-balancer';
import type { Obstacle } from '../../network/reach';
import { trafficInterfaces } from '../../network/task-traffic';
import { describeObstacle } from '../network/describe-obstacle';
import { defineRule } from '../rule';

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
  facts: [ephemeralPorts],
  messages: {
    closed: (blocked: Blocked) => words(blocked, ''),
    healthCheck: (blocked: Blocked) => words(blocked, ' for its health checks'),
  },
  check(service, say, model) {
    const task = say.need(service.taskDefinition);
    for (const entry of task ? say.need(service.loadBalancers) ?? [] : []) {
      const ports = task && portsOf(task, entry);
      const loadBalancers = loadBalancersOf(entry, model);
      if (!task || !ports || loadBalancers.length === 0) continue;
      const targets = trafficInterfaces(service, task, model), checked = checkedPort(entry);
      targets.unknowns.forEach(unknown => { say.undecided(unknown); });
      for (const loadBalancer of loadBalancers) {
        const judge = (message: 'closed' | 'healthCheck', list: readonly number[]): void => {
          const { obstacle, unknowns } = obstacleBetween(loadBalancer, targets, list, model);
          if (obstacle) say.violated(message, obstacle, { loadBalancer: loadBalancer.id, ports: list, obstacle }, { related: [loadBalancer, task, ...obstacle.involved] });
          else unknowns.forEach(unknown => { say.undecided(unknown); });
        };
        judge('closed', ports);
        if (checked !== undefined && !ports.includes(checked)) judge('healthCheck', [checked]);
      }
    }
  },
});

interface Blocked {
  readonly loadBalancer: string;
  /** One, or the first and the last. */
  readonly ports: readonly number[];
  readonly obstacle: Obstacle;
}

function words({ loadBalancer, ports, obstacle }: Blocked, what: string): Words {
  const { because, fix } = describeObstacle(obstacle), shown = `${ports.length > 1 ? 'ports' : 'port'} ${ports.join('-')}`;
  return {
    says: `${loadBalancer} cannot reach the tasks on ${shown}${what}: ${because}.`,
    fix: fix.replace(/port \d+/, shown), // the obstacle knows the port of one attempt
    ecsSays: 'is unhealthy in target-group due to (reason Request timed out).',
  };
}

/** The port that health checks ask where it is not the one that requests take. */
function checkedPort({ targetGroup }: ServiceLoadBalancer): number | undefined {
  const group = ifKnown(targetGroup), port = Number(group && ifKnown(group.healthCheckPort));
  return Number.isInteger(port) ? port : undefined;
}

/** The load balancers that send to the entry's target group. */
function loadBalancersOf({ targetGroup }: ServiceLoadBalancer, model: Model): readonly LoadBalancer[] {
  const target = ifKnown(targetGroup);
  const forwarders = target ? model.forwarders.filter(forwarder => forwardsTo(forwarder, target) === 'yes') : [];
  return [...new Set(forwarders.flatMap(({ loadBalancer }) => ifKnown(loadBalancer) ?? []))].sort(byResource);
}

/** The port that requests take, or the first and the last of those it may be. Undefined where it is not known. */
function portsOf(task: TaskDefinition, { containerName, containerPort }: ServiceLoadBalancer): readonly number[] | undefined {
  const name = ifKnown(containerName), port = ifKnown(containerPort), mode = ifKnown(networkModeOf(task));
  if (name === undefined || port === undefined || mode === undefined) return undefined;
  if (mode !== 'bridge') return [port];
  const container = ifKnown(containerNamed(task, name));
  const mapping = (container && ifKnown(container.portMappings))?.find(({ containerPort: mapped }) => ifKnown(mapped) === port);
  if (!mapping || mapping.hostPort.state === 'unknown') return undefined;
  const hostPort = ifKnown(mapping.hostPort) ?? 0;
  return hostPort === 0 ? [ephemeralPorts.value.linux.from, ephemeralPorts.value.linux.to] : [hostPort];
}

/** What keeps the load balancer from every target on every port for certain. Ways that are open for some are another matter. */
function obstacleBetween(loadBalancer: LoadBalancer, targets: Interfaces, ports: readonly number[], model: Model) {
  const from = loadBalancerInterfaces(loadBalancer, model.network);
  const reaches = from.interfaces.flatMap(source => targets.interfaces.flatMap(target => ports.map(port => reachTarget(source, target, port))));
  const obstacles = reaches.flatMap(reach => (reach.answer === 'no' ? [reach.obstacle] : []));
  return {
    obstacle: reaches.length > 0 && obstacles.length === reaches.length ? obstacles[0] : undefined,
    unknowns: [...from.unknowns, ...reaches.flatMap(reach => (reach.answer === 'unknown' ? [reach.unknown] : []))],
  };
}

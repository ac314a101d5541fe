import { ifKnown, type Unknown } from '../../core/value';
import type { Words } from '../../finding/finding';
import { sendersTo } from '../../model/load-balancer/listener';
import type { LoadBalancer } from '../../model/load-balancer/load-balancer';
import type { Model } from '../../model/model';
import type { Network } from '../../model/network/network';
import type { Subnet } from '../../model/network/subnet';
import { sameZone, zoneOfSubnet, zonesOfSubnets } from '../../model/network/zone';
import { isFargate } from '../../model/service/launch';
import type { Service } from '../../model/service/service';
import { networkModeOf } from '../../model/task-definition/task-definition';
import { trafficInterfaces } from '../../network/task-traffic';
import { listed } from '../listed';
import { defineRule } from '../rule';

/** A load balancer sends to targets in the zones of its own subnets, and checks the health of no others. */
export const targetZone = defineRule({
  id: 'target-zone',
  title: 'Tasks run in zones that the load balancer does not serve',
  severity: 'error',
  phase: 'deploy',
  subject: 'service',
  explanation: 'A load balancer has the Availability Zones of its subnets. Targets in other zones are registered and not used: they do not become healthy, and ECS stops them and starts others. Fargate spreads tasks over the zones of their subnets, so that with as many tasks as zones there are some in each.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html',
  predicts: ['Target is in an Availability Zone that is not enabled for the load balancer'],
  facts: [],
  messages: {
    all: (missed: Missed) => words(missed, 'error'),
    some: (missed: Missed) => words(missed, 'error'),
    maybeSome: (missed: Missed) => words(missed, 'warning'),
  },
  check(service, say, model) {
    const task = say.need(service.taskDefinition), targetGroups = (say.need(service.loadBalancers) ?? []).flatMap(({ targetGroup }) => ifKnown(targetGroup) ?? []);
    if (!task || targetGroups.length === 0) return;
    const { interfaces, unknowns } = trafficInterfaces(service, task, model), subnets = [...new Set(interfaces.map(({ subnet }) => subnet))];
    unknowns.forEach(unknown => { say.undecided(unknown); });
    for (const loadBalancer of new Set(targetGroups.flatMap(targetGroup => sendersTo(targetGroup, model.forwarders)))) {
      const { outside, open } = compareZones(subnets, loadBalancer, model.network);
      open.forEach(unknown => { say.undecided(unknown); });
      if (outside.length === 0) continue;
      const isWhole = unknowns.length === 0 && open.length === 0 && (ifKnown(networkModeOf(task)) === 'awsvpc' || knowsAllInstances(model));
      const message = isWhole && outside.length === subnets.length ? 'all' : isWhole && hasTaskInEach(subnets, service) ? 'some' : 'maybeSome';
      say.violated(message, loadBalancer.subnets, { loadBalancer: loadBalancer.id, subnets: outside.map(({ id }) => id) }, { related: [loadBalancer, ...outside] });
    }
  },
});

interface Missed {
  readonly loadBalancer: string;
  readonly subnets: readonly string[];
}

function words({ loadBalancer, subnets }: Missed, severity: 'error' | 'warning'): Words {
  return {
    says: `Tasks run in ${listed(subnets)}, and ${loadBalancer} has no subnet in the ${subnets.length === 1 ? 'Availability Zone' : 'Availability Zones'} of ${subnets.length === 1 ? 'it' : 'these'}.`,
    fix: `Give ${loadBalancer} a subnet in each zone of the tasks, or take ${listed(subnets)} from the tasks.`,
    ecsSays: 'is unhealthy in target-group due to (reason Target is in an Availability Zone that is not enabled for the load balancer).',
    severity,
  };
}

/** The subnets of targets in none of the load balancer's zones for certain, and what is not known of the others. */
function compareZones(targets: readonly Subnet[], { subnets, kind }: LoadBalancer, network: Network): { readonly outside: readonly Subnet[]; readonly open: readonly Unknown[] } {
  const served = zonesOfSubnets(subnets, network.subnets);
  if (served.state !== 'known') return { outside: [], open: served.state === 'unknown' ? [served] : [] };
  // An application load balancer in one zone is not created at all: load-balancer-zones.
  if (ifKnown(kind) === 'application' && served.value.length < 2) return { outside: [], open: [] };
  const zones = targets.map(subnet => ({ subnet, zone: zoneOfSubnet(subnet) }));
  return {
    outside: zones.flatMap(({ subnet, zone }) => (zone.state === 'known' && served.value.every(other => sameZone(other, zone.value) === 'no') ? subnet : [])),
    open: zones.flatMap(({ zone }) => (zone.state === 'unknown' ? zone : [])),
  };
}

/** Whether the templates tell of all container instances in which clusters they are. */
function knowsAllInstances({ instanceGroups, instanceSources }: Model): boolean {
  return instanceSources.length === 0 && instanceGroups.every(({ cluster }) => cluster.state !== 'unknown');
}

/** Whether ECS has a task in each of the subnets' zones when it has all that it wants. */
function hasTaskInEach(subnets: readonly Subnet[], { runsOn, desiredCount }: Service): boolean {
  return runsOn.state === 'known' && isFargate(runsOn.value) && (ifKnown(desiredCount) ?? 1) >= subnets.length;
}

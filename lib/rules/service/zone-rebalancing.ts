import { ifKnown } from '../../core/value';
import { rebalancingObstacles, type RebalancingObstacle } from '../../model/service/zone-rebalancing';
import type { Service } from '../../model/service/service';
import { defineRule } from '../rule';

/** ECS moves tasks between zones only where it is free to start another first, and where nothing else says which zone. */
export const zoneRebalancing = defineRule({
  id: 'zone-rebalancing',
  title: 'ECS cannot rebalance the tasks of this service over the zones',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'With AvailabilityZoneRebalancing ECS starts a task in a zone that has too few and stops one where there are too many. It refuses to do so for daemons, on external instances, with a Classic Load Balancer, with MaximumPercent of 100, with a constraint on the zone, and with a placement strategy that does not begin with a spread over zones. Where the property is left out, ECS rebalances only services for which it can.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
  predicts: ['Availability Zone Rebalancing does not support'],
  facts: [],
  messages: {
    notWith: ({ obstacle, what }: { obstacle: RebalancingObstacle; what: string }) => ({
      says: `AvailabilityZoneRebalancing is ENABLED, and ${what}.`,
      fix: 'AvailabilityZoneRebalancing: DISABLED',
      repair: [{ set: 'DISABLED' }],
      ecsSays: `Availability Zone Rebalancing does not support ${refusals[obstacle]}`,
      // ECS looks at the service when it creates it.
      ...(obstacle === 'constraint of the task definition' ? { severity: 'warning' } : {}),
    }),
  },
  check(service, say) {
    const given = service.properties.get('AvailabilityZoneRebalancing').text();
    if (say.need(given) !== 'ENABLED') return;
    for (const [obstacle, stands] of rebalancingObstacles(service)) {
      if (say.need(stands)) say.violated('notWith', given, { obstacle, what: words(obstacle, service) });
    }
  },
});

const refusals: Readonly<Record<RebalancingObstacle, string>> = {
  'DAEMON': 'DAEMON as scheduling strategy.',
  'MaximumPercent': 'maximumPercent <= 100 % as deployment configuration.',
  'EXTERNAL': 'the EXTERNAL launch type.',
  'Classic Load Balancer': 'Classic Load Balancers.',
  'placement strategy': 'a placement strategy that does not begin with a spread over Availability Zones.',
  'placement constraint': 'placement constraints on attribute:ecs.availability-zone.',
  'constraint of the task definition': 'placement constraints on attribute:ecs.availability-zone.',
};

function words(obstacle: RebalancingObstacle, { maximumPercent, placementStrategies }: Service): string {
  const [first] = ifKnown(placementStrategies) ?? [];
  switch (obstacle) {
    case 'DAEMON': return 'SchedulingStrategy is DAEMON';
    case 'MaximumPercent': return `MaximumPercent is ${ifKnown(maximumPercent)}`;
    case 'EXTERNAL': return 'LaunchType is EXTERNAL';
    case 'Classic Load Balancer': return 'the service is behind a Classic Load Balancer';
    case 'placement strategy': return `the first placement strategy is ${[first && ifKnown(first.type), first && ifKnown(first.field)].filter(Boolean).join(' over ')}`;
    case 'placement constraint': return 'a placement constraint names the zone';
    case 'constraint of the task definition': return 'a placement constraint of the task definition names the zone';
  }
}

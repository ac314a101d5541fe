import { ifKnown } from '../../core/value';
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
    notWith: ({ what, ecsSays }: { what: string; ecsSays: string }) => ({
      says: `AvailabilityZoneRebalancing is ENABLED, and ${what}.`,
      fix: 'AvailabilityZoneRebalancing: DISABLED',
      ecsSays: `Availability Zone Rebalancing does not support ${ecsSays}`,
    }),
  },
  check(service, say) {
    const given = service.properties.get('AvailabilityZoneRebalancing').text();
    if (say.need(given) !== 'ENABLED') return;
    const percent = say.need(service.maximumPercent), scheduling = say.need(service.scheduling);
    if (scheduling === 'DAEMON') say.violated('notWith', given, { what: 'SchedulingStrategy is DAEMON', ecsSays: 'DAEMON as scheduling strategy.' });
    else if (percent !== undefined && percent <= 100) {
      say.violated('notWith', given, { what: `MaximumPercent is ${percent}`, ecsSays: 'maximumPercent <= 100 % as deployment configuration.' });
    }
    if (ifKnown(service.launchType) === 'EXTERNAL') say.violated('notWith', given, { what: 'LaunchType is EXTERNAL', ecsSays: 'the EXTERNAL launch type.' });
    if (ifKnown(service.loadBalancers)?.some(({ classic }) => classic.state !== 'absent')) say.violated('notWith', given, { what: 'the service is behind a Classic Load Balancer', ecsSays: 'Classic Load Balancers.' });
    const [first] = say.need(service.placementStrategies) ?? [], type = first && say.need(first.type), field = first && say.need(first.field);
    if (type !== undefined && (type !== 'spread' || (field !== undefined && field !== zone))) {
      say.violated('notWith', given, { what: `the first placement strategy is ${[type, field].filter(Boolean).join(' over ')}`, ecsSays: 'a placement strategy that does not begin with a spread over Availability Zones.' });
    }
    const constraints = say.need(service.placementConstraints) ?? [];
    if (constraints.some(({ expression }) => ifKnown(expression)?.includes(zone))) {
      say.violated('notWith', given, { what: 'a placement constraint names the zone', ecsSays: `placement constraints on ${zone}.` });
    }
  },
});

const zone = 'attribute:ecs.availability-zone';

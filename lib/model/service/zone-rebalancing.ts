import { ifKnown, known, mapValue, thenValue, unknownsIn, type Value } from '../../core/value';
import type { PlacementConstraint } from '../task-definition/placement-rule';
import type { Service } from './service';

/** Why ECS does not move tasks of a service between zones: DG service-rebalancing. */
export type RebalancingObstacle = 'DAEMON' | 'MaximumPercent' | 'EXTERNAL' | 'Classic Load Balancer' | 'placement strategy' | 'placement constraint' | 'constraint of the task definition';

const zone = 'attribute:ecs.availability-zone';

/** What may keep ECS from moving tasks of a service between zones, and whether it does. */
export function rebalancingObstacles(service: Service): readonly (readonly [RebalancingObstacle, Value<boolean>])[] {
  const { scheduling, maximumPercent, launchType, loadBalancers, placementStrategies, placementConstraints, taskDefinition } = service;
  return [
    ['DAEMON', mapValue(scheduling, strategy => strategy === 'DAEMON')],
    ['MaximumPercent', thenValue(scheduling, strategy => (strategy === 'DAEMON' ? known(false, scheduling.at) : mapValue(maximumPercent, percent => percent <= 100)))],
    ['EXTERNAL', mapValue(launchType, type => type === 'EXTERNAL')],
    ['Classic Load Balancer', mapValue(loadBalancers, list => list.some(({ classic }) => classic.state !== 'absent'))],
    ['placement strategy', thenValue(placementStrategies, ([first]) => (!first ? known(false, placementStrategies.at)
      : thenValue(first.type, (type): Value<boolean> => (type === 'spread' ? mapValue(first.field, field => field !== zone) : known(true, first.at)))))],
    ['placement constraint', saysWhichZone(placementConstraints)],
    ['constraint of the task definition', thenValue(taskDefinition, task => saysWhichZone(task.placementConstraints))],
  ];
}

/** Whether ECS evens tasks of the service out over the zones, which it does unless told otherwise, and unless something known is in the way. */
export function isRebalanced(service: Service): boolean {
  return ifKnown(service.properties.get('AvailabilityZoneRebalancing').text()) !== 'DISABLED' && rebalancingObstacles(service).every(([, stands]) => ifKnown(stands) !== true);
}

function saysWhichZone(constraints: Value<readonly PlacementConstraint[]>): Value<boolean> {
  return thenValue(constraints, (list): Value<boolean> => {
    const names = list.some(({ expression }) => ifKnown(expression)?.includes(zone)), [open] = unknownsIn(...list.map(({ expression }) => expression));
    return names || !open ? known(names, constraints.at) : open;
  });
}

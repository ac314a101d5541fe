import { allKnown, ifKnown, known, mapValue, thenValue, unknown, unknownsIn, type Value } from '../core/value';
import type { CapacityProvider } from '../model/capacity/capacity-provider';
import type { StrategyItem } from '../model/capacity/capacity-strategy';
import { isFargate, type Capacity, type Launcher } from '../model/service/launch';
import type { Model } from '../model/model';
import type { PlacementConstraint, PlacementStrategy } from '../model/task-definition/placement-rule';
import type { Service } from '../model/service/service';
import { zonesOfSubnets } from '../model/network/zone';
import { taskNeed } from '../model/task-definition/task-need';
import type { TaskDefinition } from '../model/task-definition/task-definition';
import { distinctInstance, memberOf, type Constraint } from '../placement/constraint';
import { strategyFault, type ProviderShare } from '../placement/provider-strategy';
import { isProblem, parseQuery } from '../placement/query/parse';
import { binpack, random, spread, type Strategy } from '../placement/strategy';
import { serviceDefaults, type Task } from '../placement/task';
import { countsOf, type Counts } from './counts';

/** A service as a placement sees it: tasks that are all alike. */
export interface Workload {
  readonly service: Service;
  /** Whether each instance gets one task, in place of a number of tasks in all. */
  readonly daemon: boolean;
  readonly counts: Counts;
  readonly task: Task;
  /** The capacity providers, by `providerKey`, that its tasks are shared out to; undefined for the launch type EC2. */
  readonly shares: readonly ProviderShare[] | undefined;
}

/** The tasks of a service on container instances; absent where they run on Fargate, or where ECS starts none by itself. */
export function workloadOf(service: Service, model: Model): Value<Workload> {
  return thenValue(service.runsOn, capacity => {
    if (isFargate(capacity) || ifKnown(service.deploymentController) === 'EXTERNAL') return { state: 'absent', at: service.at };
    return thenValue(service.taskDefinition, definition => readWorkload(service, capacity, definition, model));
  });
}

/** How a provider is told from others: by name, or by logical id where CloudFormation makes the name up. */
export function providerKey({ name, id }: CapacityProvider): string {
  return ifKnown(name) ?? id;
}

function readWorkload(service: Service, capacity: Capacity, definition: TaskDefinition, model: Model): Value<Workload> {
  const shares = sharesOf(capacity, service), counts = countsOf(service, model), daemon = mapValue(service.scheduling, scheduling => scheduling === 'DAEMON');
  return thenValue(taskOf(service, definition, groupOf(service), model), task => {
    if (counts.state === 'unknown') return counts;
    const [open] = unknownsIn(shares, daemon);
    return open ?? known({ service, task, daemon: ifKnown(daemon) ?? false, counts: counts.value, shares: ifKnown(shares) }, service.at);
  });
}

/** A task as a placement sees it. `group`: ECS's name of the group that it belongs to. */
export function taskOf(launch: Launcher, definition: TaskDefinition, group: string, model: Model): Value<Task> {
  const need = taskNeed(definition);
  const constraints = [definition.placementConstraints, launch.placementConstraints].map(list => thenValue(list, items => allKnown(items.map(constraintOf), list.at)));
  const strategies = thenValue(launch.placementStrategies, items => allKnown(items.map(strategyOf), launch.placementStrategies.at));
  const zones = ifKnown(need)?.eni ? zonesOfSubnets(launch.subnets, model.network.subnets) : undefined;
  if (need.state === 'unknown') return need;
  const [open] = unknownsIn(...constraints, strategies);
  if (open) return open;
  const given = ifKnown(strategies) ?? [];
  return known({
    need: need.value, group,
    constraints: constraints.flatMap(list => ifKnown(list) ?? []),
    strategies: given.length > 0 ? given : serviceDefaults,
    capacityProvider: undefined,
    // Where the zones of the subnets are not known, the task may go anywhere: an instance refuses it only for what is certain.
    zones: zones && ifKnown(zones),
  }, launch.at);
}

/** ECS's name of the group that the tasks of a service make. */
function groupOf({ name, stack, id }: Service): string {
  return `service:${ifKnown(name) ?? `${stack}/${id}`}`;
}

export function sharesOf(capacity: Capacity, { at }: Launcher): Value<readonly ProviderShare[]> {
  if (capacity.kind === 'launchType') {
    return capacity.launchType === 'EC2' ? { state: 'absent', at } : unknown({ kind: 'elsewhere', what: `an instance of launch type ${capacity.launchType}` }, at);
  }
  return thenValue(allKnown(capacity.strategy.map(shareOf), at), shares => {
    const fault = strategyFault(shares);
    return fault === undefined ? known(shares, at) : unknown({ kind: 'form', expected: 'a strategy that ECS takes', found: fault }, at);
  });
}

function shareOf({ capacityProvider, base, weight }: StrategyItem): Value<ProviderShare> {
  return thenValue(capacityProvider, provider => {
    if (provider.autoScalingGroup.state === 'absent') return unknown({ kind: 'fact', what: 'which instances ECS launches for Managed Instances' }, provider.at);
    return thenValue(base, base => mapValue(weight, weight => ({ provider: providerKey(provider), base, weight })));
  });
}

function constraintOf({ type, expression }: PlacementConstraint): Value<Constraint> {
  return thenValue(type, name => {
    if (name.toLowerCase() === 'distinctinstance') return known(distinctInstance, type.at);
    if (name.toLowerCase() !== 'memberof') return unknown({ kind: 'form', expected: 'distinctInstance or memberOf', found: name }, type.at);
    return thenValue(expression, text => {
      const query = parseQuery(text);
      if (!isProblem(query)) return known(memberOf(query, text), expression.at);
      return unknown({ kind: 'form', expected: query.expected, found: `${query.found} (character ${query.position})` }, expression.at);
    });
  });
}

function strategyOf({ type, field }: PlacementStrategy): Value<Strategy> {
  return thenValue(type, name => {
    if (name === 'random') return known(random, type.at);
    return thenValue(field, (text): Value<Strategy> => {
      if (name === 'spread') return known(spread(text), type.at);
      const resource = text.toLowerCase();
      if (name === 'binpack' && (resource === 'cpu' || resource === 'memory')) return known(binpack(resource), type.at);
      return unknown({ kind: 'form', expected: 'spread, random, or binpack by cpu or memory', found: `${name} ${text}` }, type.at);
    });
  });
}

import { clusterQuotas } from '../catalog/cluster-quotas';
import { ifKnown, known, unknown, withDefault, type Known, type Unknown, type Value } from '../core/value';
import type { Model } from '../model/model';
import type { Service } from '../model/service/service';

/** How many tasks a service has. */
export interface Counts {
  /** When it is created. CloudFormation takes 1 where nothing is said. */
  readonly desired: number;
  /** When it runs: its scaling lifts it to its minimum. */
  readonly steady: number;
  /** At most and at least, by its scaling. */
  readonly maximum: number;
  readonly minimum: number;
}

/** Of a daemon nobody knows before the instances are there; here it has none. */
export function countsOf(service: Service, { scaledBy }: Model): Known<Counts> | Unknown {
  if (ifKnown(service.scheduling) === 'DAEMON') return known({ desired: 0, steady: 0, maximum: 0, minimum: 0 }, service.at);
  const desired = withDefault(service.desiredCount, 1);
  if (desired.state === 'unknown') return desired;
  const { tasksPerService } = clusterQuotas.value;
  if (desired.value > tasksPerService) return unknown({ kind: 'fact', what: `services of more than ${tasksPerService} tasks` }, desired.at);
  if (desired.value < 0) return unknown({ kind: 'form', expected: 'a number of tasks', found: String(desired.value) }, desired.at);
  const target = scaledBy.get(service);
  const atLeast = (count: number, capacity: Value<number> | undefined): number => Math.max(count, Math.min(tasksPerService, (capacity && ifKnown(capacity)) ?? 0));
  const steady = atLeast(desired.value, target?.minCapacity);
  return known({ desired: desired.value, steady, maximum: atLeast(steady, target?.maxCapacity), minimum: Math.max(0, Math.min(steady, (target && ifKnown(target.minCapacity)) ?? desired.value)) }, desired.at);
}

/** How many tasks a service has for certain. */
export function certainCount(service: Service, model: Model, when: keyof Counts): number {
  return ifKnown(countsOf(service, model))?.[when] ?? 0;
}

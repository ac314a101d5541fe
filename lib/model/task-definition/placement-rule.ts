import type { Origin } from '../../core/origin';
import { mapValue, type Value } from '../../core/value';
import type { Property } from '../../template/property';

/** An instance that does not meet it takes no task. */
export interface PlacementConstraint {
  readonly at: Origin;
  /** `distinctInstance` or `memberOf`. */
  readonly type: Value<string>;
  /** A cluster query, for `memberOf`. */
  readonly expression: Value<string>;
}

/** Among the instances that meet the constraints, which to prefer. */
export interface PlacementStrategy {
  readonly at: Origin;
  /** `spread`, `binpack` or `random`. */
  readonly type: Value<string>;
  readonly field: Value<string>;
}

export function readPlacementConstraints(property: Property): Value<readonly PlacementConstraint[]> {
  return mapValue(property.list(), list => list.map(item => ({
    at: item.at, type: item.get('Type').text(), expression: item.get('Expression').text(),
  })));
}

export function readPlacementStrategies(property: Property): Value<readonly PlacementStrategy[]> {
  return mapValue(property.list(), list => list.map(item => ({
    at: item.at, type: item.get('Type').text(), field: item.get('Field').text(),
  })));
}

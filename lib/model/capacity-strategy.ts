import { mapValue, withDefault, type Value } from '../core/value';
import type { Property } from '../template/property';

/** One item of a capacity provider strategy. */
export interface StrategyItem {
  /** The provider's name: `FARGATE`, `FARGATE_SPOT`, or that of a capacity provider. */
  readonly provider: Value<string>;
  /** Tasks that run on it before the weights count; 0 unless given. */
  readonly base: Value<number>;
  /** Its share of the tasks beyond the base; 0 unless given. */
  readonly weight: Value<number>;
}

export function readStrategy(property: Property): Value<readonly StrategyItem[]> {
  return mapValue(property.list(), items => items.map(item => ({
    provider: item.get('CapacityProvider').text(),
    base: withDefault(item.get('Base').integer(), 0),
    weight: withDefault(item.get('Weight').integer(), 0),
  })));
}

import type { Answer } from '../../core/identity';
import type { Origin } from '../../core/origin';
import { absent, mapValue, thenValue, unknown, withDefault, type Value } from '../../core/value';
import { countOf } from '../count';
import type { Property } from '../../template/property';
import type { CapacityProvider } from './capacity-provider';
import type { Lookup } from '../lookup';

/** One item of a capacity provider strategy. */
export interface StrategyItem {
  readonly at: Origin;
  /** The provider's name: `FARGATE`, `FARGATE_SPOT`, or that of a capacity provider. */
  readonly provider: Value<string>;
  /** The capacity provider of that name; absent where it is one of Fargate's, unknown where it is in none of the templates. */
  readonly capacityProvider: Value<CapacityProvider>;
  /** Tasks that run on it before the weights count; 0 unless given. */
  readonly base: Value<number>;
  /** Its share of the tasks beyond the base; 0 unless given. */
  readonly weight: Value<number>;
  /** Whether the weight stands in the template. */
  readonly weightGiven: Answer;
}

export function readStrategy(property: Property, providers: Lookup<CapacityProvider>): Value<readonly StrategyItem[]> {
  // What goes where all of them decide together.
  return thenValue(countOf(property), () => mapValue(property.list(), items => items.map(item => {
    const provider = item.get('CapacityProvider').text();
    return {
      at: item.at,
      provider,
      capacityProvider: providerNamed(provider, providers),
      base: withDefault(item.get('Base').integer(), 0),
      weight: withDefault(item.get('Weight').integer(), 0),
      weightGiven: item.get('Weight').given,
    };
  })));
}

function providerNamed(name: Value<string>, providers: Lookup<CapacityProvider>): Value<CapacityProvider> {
  if (name.state === 'absent') return unknown({ kind: 'form', expected: 'the name of a capacity provider', found: 'nothing' }, name.at);
  return name.state === 'known' && fargateProviders.includes(name.value) ? absent(name.at) : providers.find(name);
}

/** The providers that ECS itself has for Fargate. */
const fargateProviders = ['FARGATE', 'FARGATE_SPOT'];

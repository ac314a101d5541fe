import { textKey } from '../core/text';
import type { Value } from '../core/value';
import type { Property } from './property';

/** Where a name counts: within a region of an account. */
export interface Market {
  readonly region?: string | undefined;
  readonly account?: string | undefined;
}

/** A value under a name by which others may read it. */
export interface Publication {
  readonly name: Value<string>;
  readonly value: Property;
}

/** What stacks make known to others: exports, parameters of Systems Manager. A name may be known by what it is alone, as `${AWS::Region}-vpc`. */
export class Published {
  private readonly values = new Map<string, Property | undefined>();

  publish({ name, value }: Publication, market: Market): void {
    const key = keyIn(market, name);
    if (key !== undefined) this.values.set(key, this.values.has(key) ? undefined : value);
  }

  /** What stands under a name; undefined where nothing does, and where two do. */
  find(name: Value<string>, market: Market): Property | undefined {
    const key = keyIn(market, name);
    return key === undefined ? undefined : this.values.get(key);
  }
}

function keyIn({ region, account }: Market, name: Value<string>): string | undefined {
  const key = name.state === 'absent' ? undefined : textKey(name);
  return key === undefined ? undefined : JSON.stringify([region, account, key]);
}

import type { Limit } from '../catalog/property-demand';
import { absent, ifKnown, mapValue, type Value } from '../core/value';
import type { Words } from '../finding/finding';
import { countOf } from '../model/count';
import { atPaths, chosen, nameOf, quoted } from './at-path';
import type { Located, Say } from './rule';

/** What a message says of a property that is beyond its limit. */
export interface BeyondLimit {
  readonly property: string;
  readonly measured: number;
  readonly limit: Limit;
}

/** The properties that are beyond their limits. */
export function beyondLimits(root: Measured, limits: readonly Limit[] | undefined, say: Pick<Say, 'need' | 'undecided'>): readonly (Located & { readonly data: BeyondLimit })[] {
  return atPaths(root, limits, say).flatMap(({ row: limit, property }) => {
    const at = property.value().at, measured = chosen(measure(property, limit), say);
    const within = measured === undefined || (measured >= (limit.least ?? -Infinity) && measured <= (limit.most ?? Infinity));
    return within ? [] : [{ at, data: { property: nameOf({ at }), measured, limit } }];
  });
}

/** The words of a property that is beyond its limit. */
export function limitWords({ property, measured, limit }: BeyondLimit): Words {
  const { least, most, measures, ecsSays } = limit, nearestBound = least !== undefined && measured < least ? least : most, unit = measures === 'number' ? limit.unit : measures;
  const [is, be] = measures === 'number' ? ['is', 'be'] : ['holds', 'hold'];
  const range = least === undefined ? `may ${be} at most ${most}` : most === undefined ? `must ${be} at least ${least}` : `may ${be} ${least} to ${most}`;
  return {
    says: `${property} ${is} ${measured}${unit === undefined ? '' : ` ${unit}`}; it ${range}.`,
    fix: `Bring ${property} within these bounds.`,
    // How long or how much may be brought to the nearest bound; which port is a decision.
    ...(unit === undefined || measures !== 'number' || nearestBound === undefined ? {} : { repair: [{ set: nearestBound }] }),
    ...quoted(ecsSays),
  };
}

type Measured = Parameters<typeof atPaths>[0];

function measure(property: Measured, limit: Limit): Value<number> {
  switch (limit.measures) {
    case 'number': return property.number();
    case 'items': return countWithin(property, limit);
    case 'characters': return mapValue(property.text(), ({ length }) => length);
  }
}

/** The length of a list. Of one that is not known it counts as absent: lists grow too long where they are written out. So it does where it is within the limit whichever of its elements are there. */
function countWithin(list: Measured, { least = 0, most = Infinity }: Limit): Value<number> {
  const elements = ifKnown(list.list()) ?? [], certain = elements.filter(({ given }) => given === 'yes').length;
  const isWithin = certain >= least && elements.length <= most;
  return list.value().state === 'unknown' || (isWithin && certain < elements.length) ? absent(list.at) : countOf(list);
}

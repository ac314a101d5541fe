import type { Identity } from '../core/identity';
import { absent, known, unknown, unknownsIn, type Unknown, type Value } from '../core/value';
import { sameName, type Named, type Noun } from './noun';

/** Whether a reference means the noun. Unknown only where nobody can tell, or where the noun's own name is open: what a parameter or an import gives as a reference is elsewhere. */
export function refersTo(reference: Value<string>, noun: Named): Value<boolean> {
  if (reference.state === 'absent') return known(false, reference.at);
  if (reference.is && reference.is.kind === 'attribute') return known(isOf(reference.is, noun), reference.at);
  const same = sameName(reference, noun.name), [open] = same === 'unknown' ? unknownsIn(reference, noun.name) : [];
  return open && (open === reference ? isOpen(open) : open.why.kind !== 'created') ? unknown(open.why, reference.at) : known(same === 'yes', reference.at);
}

/**
 * The resources that name `owner` by reference, as a route names its table. Where nobody can tell whose one is, it is among them and its `exists` is unknown:
 * that it may not be there and that it may be another's come to the same.
 */
export function allReferringTo<T extends Noun>(owner: Named, parts: readonly T[], reference: (part: T) => Value<string>): readonly T[] {
  return parts.flatMap(part => {
    const mine = refersTo(reference(part), owner);
    if (mine.state === 'unknown') return [{ ...part, exists: mine }];
    return mine.state === 'known' && mine.value ? [part] : [];
  });
}

/** The one part that a noun has: one that is its own for certain goes before one that may be. Absent where nothing names the owner. */
export function oneReferringTo<T extends Noun>(owner: Named, parts: readonly T[], reference: (part: T) => Value<string>): Value<T> {
  const mine = allReferringTo(owner, parts, reference), certain = mine.find(({ exists }) => exists.state === 'known');
  const [open] = unknownsIn(...mine.map(({ exists }) => exists));
  return certain ? known(certain, certain.at) : open ?? absent(owner.at);
}

function isOf(is: Extract<Identity, { kind: 'attribute' }>, noun: Named): boolean {
  return is.stack === noun.stack && is.resource === noun.id;
}

/** Whether it is open what stands there: what a parameter or an import gives is given from elsewhere. */
export function isOpen({ why }: Unknown): boolean {
  return ['condition', 'function', 'form', 'circular'].includes(why.kind);
}

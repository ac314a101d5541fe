import type { Identity } from '../core/identity';
import { Keyed } from '../core/keyed';
import { absent, ifKnown, known, unknown, unknownsIn, type Unknown, type Value } from '../core/value';
import { resourceKey } from '../finding/finding';
import { textsIn } from '../iam/texts-in';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { nameKey, nounOf, sameName, type Named, type Noun } from './noun';

/** Whether a reference means the noun. Unknown only where nobody can tell, or where the noun's own name is open: what a parameter or an import gives as a reference is elsewhere. */
export function refersTo(reference: Value<string>, noun: Named): Value<boolean> {
  if (reference.state === 'absent') return known(false, reference.at);
  if (reference.is && reference.is.kind === 'attribute') return known(isOf(reference.is, noun), reference.at);
  const same = sameName(reference, noun.name), [open] = same === 'unknown' ? unknownsIn(reference, noun.name) : [];
  return open && (open === reference ? isOpen(open) : open.why.kind !== 'created') ? unknown(open.why, reference.at) : known(same === 'yes', reference.at);
}

/** Things of which each names its owner by reference, as a route names its table. */
export class Parts<T extends Noun> {
  private readonly byOwner: Keyed<T>;

  constructor(all: readonly T[], private readonly reference: (part: T) => Value<string>) {
    this.byOwner = new Keyed(all, part => [ownerKey(reference(part))]);
  }

  /**
   * Those that name `owner`. Where nobody can tell whose one is, it is among them and its `exists` is unknown: that it may not be there and that it may be
   * another's come to the same.
   */
  allOf(owner: Named): readonly T[] {
    return this.byOwner.find([resourceKey(owner), ifKnown(owner.name) ?? nameKey(owner.name)]).flatMap(part => {
      const mine = refersTo(this.reference(part), owner);
      if (mine.state === 'unknown') return [{ ...part, exists: mine }];
      return mine.state === 'known' && mine.value ? [part] : [];
    });
  }

  /** The one that a noun has: one that is its own for certain goes before one that may be. Absent where nothing names the owner. */
  oneOf(owner: Named): Value<T> {
    const mine = this.allOf(owner), certain = mine.find(({ exists }) => exists.state === 'known');
    const [open] = unknownsIn(...mine.map(({ exists }) => exists));
    return certain ? known(certain, certain.at) : open ?? absent(owner.at);
  }
}

/** A resource that says by a property whose it is. */
export interface ResourcePart extends Noun {
  readonly owner: Value<string>;
  readonly properties: Property;
}

/** The resources, by the one or those that they name under `property`. */
export function partsNaming(property: string, resources: readonly Resource[]): Parts<ResourcePart> {
  const parts = resources.flatMap(resource => textsIn(resource.properties.get(property)).map(owner => ({ properties: resource.properties, owner, ...nounOf(resource) })));
  return new Parts(parts, ({ owner }) => owner);
}

/** What a reference has in common with the noun that it means: the resource, or the name. Undefined where only `refersTo` can tell. */
function ownerKey(reference: Value<string>): string | undefined {
  if (reference.state === 'absent') return '';
  if (reference.is?.kind === 'attribute') return resourceKey({ stack: reference.is.stack, id: reference.is.resource });
  return ifKnown(reference);
}

function isOf(is: Extract<Identity, { kind: 'attribute' }>, noun: Named): boolean {
  return is.stack === noun.stack && is.resource === noun.id;
}

/** Whether it is open what stands there: what a parameter or an import gives is given from elsewhere, unless something chooses between values that are not. */
export function isOpen({ why, among }: Unknown): boolean {
  return among !== undefined || ['condition', 'function', 'form', 'letters', 'circular'].includes(why.kind);
}

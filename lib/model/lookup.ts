import { endsWith, partsOf, sameText, showText } from '../core/text';
import type { Identity } from '../core/identity';
import { known, mapValue, unknown, type Unknown, type Value } from '../core/value';
import { resourceKey } from '../finding/finding';
import type { Named } from './noun';

/** Finds nouns of one kind by what refers to them: `Ref`, `GetAtt`, a name or an ARN. */
export class Lookup<T extends Named> {
  private readonly byId: ReadonlyMap<string, T>;

  constructor(private readonly kind: string, readonly all: readonly T[]) {
    this.byId = new Map(all.map(noun => [resourceKey(noun), noun]));
  }

  /**
   * What `reference` refers to. Known when it is in these templates; unknown when it is elsewhere, or when nobody can tell;
   * absent when nothing is referred to.
   */
  find(reference: Value<string>): Value<T> {
    if (reference.state === 'absent') return reference;
    const named = this.byIdentity(reference.is) ?? this.byName(reference) ?? this.byIdentity(lastOf(reference));
    if (named) return known(named, reference.at);
    if (reference.state === 'unknown' && !isNamed(reference)) return unknown(reference.why, reference.at);
    const thing = reference.state === 'known' ? { thing: { type: this.kind, id: reference.value } } : {};
    return unknown({ kind: 'elsewhere', what: `${this.kind} ${showText(reference)}`, ...thing }, reference.at);
  }

  /** What each reference of a list refers to. */
  findAll(references: Value<readonly Value<string>[]>): Value<readonly Value<T>[]> {
    return mapValue(references, list => list.map(reference => this.find(reference)));
  }

  private byIdentity(is: Identity | undefined): T | undefined {
    return is?.kind === 'attribute' ? this.byId.get(resourceKey({ stack: is.stack, id: is.resource })) : undefined;
  }

  private byName(reference: Value<string>): T | undefined {
    return this.all.find(noun => sameText(noun.name, reference) === 'yes')
      ?? this.all.find(noun => noun.name.state === 'known' && ['/', ':'].some(mark => endsWith(reference, `${mark}${nameOf(noun)}`) === 'yes'));
  }
}

/** Whether enough of it is known to tell that nothing here has that name: in an ARN the account is none of it. */
function isNamed({ why }: Unknown): boolean {
  return why.kind === 'created' || (why.kind === 'pseudo' && why.name === 'AWS::AccountId');
}

/** What an ARN ends with, as the role of `arn:aws:iam::${AWS::AccountId}:role/${Role}`. */
function lastOf(reference: Value<string>): Identity | undefined {
  const [before, last] = (partsOf(reference) ?? []).slice(-2);
  return typeof before === 'string' && /[/:]$/.test(before) && typeof last === 'object' && last.is?.kind === 'attribute' && last.is.attribute === 'Ref' ? last.is : undefined;
}

function nameOf(noun: Named): string {
  return noun.name.state === 'known' ? noun.name.value : '';
}

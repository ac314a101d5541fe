import { groupBy } from '../core/group-by';
import type { Identity } from '../core/identity';
import { partsOf, sameText, showText, textKey } from '../core/text';
import { ifKnown, known, mapValue, unknown, unknownsIn, type Unknown, type Value } from '../core/value';
import { splitText } from '../template/intrinsics/split';
import type { Environment } from '../template/resource';
import { isMadeUp, sameName, type Named } from './noun';

/** How much of the end of a text is searched for a name: more than any name is long. */
const longestName = 600;

/** Finds nouns of one kind by what refers to them: `Ref`, `GetAtt`, a name or an ARN. */
export class Lookup<T extends Named> {
  /** By stack and logical id. */
  private readonly byId = new Map<string, Map<string, T>>();
  private readonly byKey: ReadonlyMap<string, readonly T[]>;
  /** Those of which nobody knows the name that somebody gives them. */
  private readonly unnamed: readonly T[];

  /** `environments` says where a stack is deployed; without it all are taken to be in one place. */
  constructor(private readonly kind: string, readonly all: readonly T[], private readonly environments: (stack: string) => Environment | undefined = () => undefined) {
    for (const noun of all) this.byId.set(noun.stack, (this.byId.get(noun.stack) ?? new Map<string, T>()).set(noun.id, noun));
    this.byKey = groupBy(all, noun => textKey(noun.name) ?? '');
    this.unnamed = all.filter(({ name }) => name.state === 'unknown' && !isMadeUp(name));
  }

  /**
   * What `reference` refers to. Known when it is in these templates; unknown when it is elsewhere, or when nobody can tell;
   * absent when nothing is referred to.
   */
  find(reference: Value<string>): Value<T> {
    if (reference.state === 'absent') return reference;
    const named = this.byIdentity(reference.is) ?? this.byName(reference) ?? this.byIdentity(lastOf(reference));
    if (named) return known(named, reference.at);
    const clues = reference.state === 'unknown' && reference.mayBeAbsent ? { mayBeAbsent: true } as const : {};
    if (reference.state === 'unknown' && !isNamed(reference)) return unknown(reference.why, reference.at, clues);
    const [open] = unknownsIn(...this.unnamed.flatMap(({ name }) => (sameName(reference, name) === 'unknown' ? [name] : [])));
    if (open) return unknown(open.why, reference.at);
    const thing = reference.state === 'known' ? { thing: { type: this.kind, id: reference.value } } : {};
    return unknown({ kind: 'elsewhere', what: `${this.kind} ${showText(reference)}`, ...thing }, reference.at);
  }

  /** What each reference of a list refers to. */
  findAll(references: Value<readonly Value<string>[]>): Value<readonly Value<T>[]> {
    return mapValue(references, list => list.map(reference => this.find(reference)));
  }

  private byIdentity(is: Identity | undefined): T | undefined {
    return is?.kind === 'attribute' ? this.byId.get(is.stack)?.get(is.resource) : undefined;
  }

  /** By the name itself, or by what an ARN ends with. */
  private byName(reference: Value<string>): T | undefined {
    const last = partsOf(reference)?.at(-1), end = typeof last === 'string' ? last.slice(-longestName) : '';
    const keys = [textKey(reference), ...[...end.matchAll(/[/:]/g)].map(({ index }) => textKey(known(end.slice(index + 1), reference.at)))];
    return keys.flatMap(key => (key === undefined ? [] : this.byKey.get(key) ?? [])).find(noun => this.isInReach(noun, reference));
  }

  /** Names count within a region of an account, those of IAM within an account. An ARN says which; else it is where the name is said. */
  private isInReach({ stack, type, environment }: T, reference: Value<string>): boolean {
    const pieces = splitText(reference, ':'), [prefix, , , region, account] = ifKnown(pieces) ?? [];
    const place = prefix && ifKnown(prefix) === 'arn' ? { region, account } : stack === reference.at.stack ? {} : this.environments(reference.at.stack) ?? {};
    const mayBe = (own: Value<string>, other: Value<string> | undefined): boolean => !other || ifKnown(other) === '' || sameText(own, other) !== 'no';
    return mayBe(environment.account, place.account) && (type.startsWith('AWS::IAM::') || mayBe(environment.region, place.region));
  }
}

/** Whether enough of it is known to tell that nothing here has that name: in an ARN the account is none of it. */
function isNamed({ why }: Unknown): boolean {
  return why.kind === 'created' || (why.kind === 'pseudo' && why.name === 'AWS::AccountId');
}

/** What an ARN ends with, as the role of `arn:aws:iam::${AWS::AccountId}:role/${Role}`, and a task definition with its revision. */
function lastOf(reference: Value<string>): Identity | undefined {
  const [before, last] = (partsOf(reference) ?? []).slice(-2);
  return typeof before === 'string' && /[/:]$/.test(before) && typeof last === 'object' && last.is?.kind === 'attribute' && ['Ref', 'Revision'].includes(last.is.attribute) ? last.is : undefined;
}

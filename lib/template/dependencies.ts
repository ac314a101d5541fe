import type { Origin } from '../core/origin';
import { ifKnown } from '../core/value';
import { mayExpand } from './expansion';
import type { Evaluator } from './intrinsics/intrinsic';
import { Property } from './property';
import { isList, isMap, own, type Raw } from './raw';

/**
 * The logical ids that CloudFormation must have finished before it begins with a resource: those of `DependsOn`, and all that its properties and
 * its metadata refer to by `Ref`, `Fn::GetAtt` and `Fn::Sub`. Of `Fn::If` only the branch that is taken counts, and both where the condition is open.
 */
export function dependenciesOf(resource: Raw, { certain, open }: References): ReadonlySet<string> {
  const ids = new Set(dependsOnOf(resource));
  for (const references of [certain, open]) for (const { id } of references) ids.add(id);
  return ids;
}

/** The logical ids of `DependsOn`. */
export function dependsOnOf(resource: Raw): readonly string[] {
  const dependsOn = own(resource, 'DependsOn');
  return (isList(dependsOn) ? dependsOn : [dependsOn]).filter(id => typeof id === 'string');
}

/** A reference to a resource or, without an attribute, to a parameter. */
export interface Reference {
  readonly id: string;
  /** What `Fn::GetAtt` or `Fn::Sub` asks of it. */
  readonly attribute: string | undefined;
}

/** What the properties and the metadata of a resource refer to: whatever the parameters are, and under a condition that is open. */
export interface References {
  readonly certain: readonly Reference[];
  readonly open: readonly Reference[];
}

export function referencesOf(resource: Raw, at: Origin, stack: Evaluator): References {
  const certain: Reference[] = [], open: Reference[] = [];
  const written: Raw[] = [own(resource, 'Properties') ?? null, own(resource, 'Metadata') ?? null], doubtful: Raw[] = [];
  for (const [raws, found] of [[written, certain], [doubtful, open]] as const) {
    for (let raw = raws.pop(); raw !== undefined; raw = raws.pop()) {
      if (isList(raw)) raws.push(...raw);
      else if (isMap(raw)) {
        const entries = mayExpand(raw) ? stack.expand(raw, at).entries : raw, keys = Object.keys(entries);
        for (const key of keys) {
          const value = entries[key] ?? null, branches = keys.length === 1 && key === 'Fn::If' ? branchesOf(value, at, stack) : undefined;
          if (keys.length === 1) found.push(...namedIn(key, value, at, stack));
          if (branches) (branches.areOpen ? doubtful : raws).push(...branches.taken);
          else if (typeof value === 'object') raws.push(value);
        }
      }
    }
  }
  return { certain, open };
}

/** The resources (or parameters) that one function names by itself. */
function namedIn(name: string, argument: Raw, at: Origin, stack: Evaluator): readonly Reference[] {
  const text = (raw: Raw | undefined): string | undefined => (raw === undefined ? raw : ifKnown(Property.written(stack, raw, at).text()));
  const named = (id: string | undefined, attribute?: string): readonly Reference[] => (id === undefined ? [] : [{ id, attribute }]);
  if (name === 'Ref') return named(text(argument));
  if (name === 'Fn::GetAtt') return isList(argument) ? named(text(argument[0]), text(argument[1])) : namedByDot(text(argument)).flatMap(([id, attribute]) => named(id, attribute));
  const template = name === 'Fn::Sub' ? (isList(argument) ? argument[0] : argument) : undefined;
  if (typeof template !== 'string') return [];
  const variables = isList(argument) && isMap(argument[1]) ? Object.keys(argument[1]) : [];
  return [...template.matchAll(/\$\{([^${}!]+)\}/g)].flatMap(([, inside]) => namedByDot(inside?.trim())).filter(([id, attribute]) => !variables.includes(attribute === undefined ? id : `${id}.${attribute}`)).flatMap(([id, attribute]) => named(id, attribute));
}

/** `Service.Name` as its two parts. */
function namedByDot(text: string | undefined): readonly (readonly [id: string, attribute: string | undefined])[] {
  const [id, ...rest] = text?.split('.') ?? [];
  return id === undefined ? [] : [[id, rest.length > 0 ? rest.join('.') : undefined]];
}

/** The branch of `Fn::If` that is taken, or both where the condition is open. */
function branchesOf(argument: Raw, at: Origin, stack: Evaluator): { readonly taken: readonly Raw[]; readonly areOpen: boolean } {
  if (!isList(argument)) return { taken: [], areOpen: false };
  const [name, yes = null, no = null] = argument;
  const condition = typeof name === 'string' ? stack.condition(name, at) : undefined;
  return condition?.state === 'known' ? { taken: [condition.value ? yes : no], areOpen: false } : { taken: [yes, no], areOpen: true };
}

import type { Origin } from '../core/origin';
import { ifKnown } from '../core/value';
import { mayExpand } from './expansion';
import type { Evaluator } from './intrinsics/intrinsic';
import { isList, isMap, own, type Raw, type RawMap } from './raw';

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
        const entries = mayExpand(raw) ? stack.expand(raw, at).entries : raw, called = onlyKey(entries), argument = called === undefined ? null : entries[called] ?? null;
        if (called !== undefined) addNamed(found, called, argument, at, stack);
        if (called === 'Fn::If') {
          const { taken, areOpen } = branchesOf(argument, at, stack);
          (areOpen ? doubtful : raws).push(...taken);
        } else {
          for (const key in entries) {
            const value = entries[key];
            if (typeof value === 'object') raws.push(value);
          }
        }
      }
    }
  }
  return { certain, open };
}

function onlyKey(entries: RawMap): string | undefined {
  let only: string | undefined;
  for (const key in entries) {
    if (only !== undefined) return undefined;
    only = key;
  }
  return only;
}

/** Adds what one function names by itself: resources or parameters, none of which CloudFormation has itself. */
function addNamed(found: Reference[], name: string, argument: Raw, at: Origin, stack: Evaluator): void {
  if (name === 'Ref') add(found, textOf(argument, at, stack), undefined);
  else if (name === 'Fn::GetAtt') {
    if (isList(argument)) add(found, textOf(argument[0], at, stack), textOf(argument[1], at, stack));
    else addByDot(found, textOf(argument, at, stack));
  } else if (name === 'Fn::Sub') {
    const [template, variables] = isList(argument) ? argument : [argument];
    for (const [, inside = ''] of typeof template === 'string' ? template.matchAll(/\$\{([^${}!]+)\}/g) : []) {
      if (own(variables, inside.trim()) === undefined) addByDot(found, inside.trim());
    }
  }
}

/** `Service.Name` as its two parts. */
function addByDot(found: Reference[], text: string | undefined): void {
  const dot = text?.indexOf('.') ?? -1;
  if (text === undefined || dot < 0) add(found, text, undefined);
  else add(found, text.slice(0, dot), text.slice(dot + 1));
}

function add(found: Reference[], id: string | undefined, attribute: string | undefined): void {
  if (id !== undefined && !id.startsWith('AWS::')) found.push({ id, attribute });
}

function textOf(raw: Raw | undefined, at: Origin, stack: Evaluator): string | undefined {
  const value = raw === undefined ? raw : ifKnown(stack.resolve(raw, at));
  return value === undefined || typeof value === 'object' ? undefined : String(value);
}

/** The branch of `Fn::If` that is taken, or both where the condition is open. */
function branchesOf(argument: Raw, at: Origin, stack: Evaluator): { readonly taken: readonly Raw[]; readonly areOpen: boolean } {
  if (!isList(argument)) return { taken: [], areOpen: false };
  const [name, yes = null, no = null] = argument;
  const condition = typeof name === 'string' ? stack.condition(name, at) : undefined;
  return condition?.state === 'known' ? { taken: [condition.value ? yes : no], areOpen: false } : { taken: [yes, no], areOpen: true };
}

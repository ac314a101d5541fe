import { Annotations, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { nearest } from '../../engine';
import { isConstruct, misuse, pathOf } from '../misuse';
import { entryOf, isOfAnother, isOfCdk, optionsEntry, tableVersion, type Kind, type OptionsEntry, type Range } from './table';
import { isAlternatives, namesOf, wordsOfGiven, wordsOfKind, wordsOfRange } from './words';

/**
 * Refuses options of a construct that are not as they are declared, at any depth. Programs are often run without their types being checked, and what is wrong there would fail far from where it was written, or never.
 * @param isOurs whether it is this class that is made, and none that extends it, which may take more options.
 */
export function checkProps(scope: Construct, id: string, type: string, props: unknown, isOurs: boolean): void {
  if (!isConstruct(scope)) throw misuse(typeof id === 'string' ? id : type.replace(/Props$/, ''), `its scope is ${wordsOfGiven(scope)}. Give the construct in which it is to be, as the stack.`);
  if (typeof id !== 'string') throw misuse(scope, `the id of a ${type.replace(/Props$/, '')} is ${wordsOfGiven(id)}. Give a text.`);
  const path = pathOf(scope, id);
  const fault = faultInOptions(props ?? {}, type, (option, value, entry) => {
    if (!isOurs) return undefined;
    if (isOfAnother(option)) return { at: '', says: 'is an option of other constructs, which this one does not have. Leave it out.' };
    const mistyped = faultInMistyped(option, value, entry);
    if (!mistyped) Annotations.of(scope).addWarningV2(`Drydock:unknownOption:${id}.${option}`, `${path} takes no option ${option}, and goes on without it. Leave it out, or acknowledge this where it is meant for somebody else.`);
    return mistyped;
  });
  if (fault) throw misuse(path, inWords({ at: fault.at === '' ? 'props' : fault.at.replace(/^\./, ''), says: fault.says }));
}

/** Refuses options, or the parameters of a method, that are not as they are declared. What describes something, and makes nothing yet, is in no construct: then it is the method that errors name. */
export function checkGiven(type: string, given: unknown, where: Construct | string = type): void {
  const fault = faultInOptions(given, type);
  if (fault) throw misuse(where, `${inWords({ ...fault, at: fault.at.replace(/^\./, '').replace(/^(options|props)\.(?=\w)/, '') })}`);
}

type Options = Readonly<Record<string, unknown>>;

/** What is wrong, and where: `.container.port`. */
interface Fault {
  readonly at: string;
  readonly says: string;
}

function inWords({ at, says }: Fault): string {
  return `${at} ${says}`;
}

/** What is wrong with a value. Tokens may stand for anything. */
function faultIn(value: unknown, kind: Kind): Fault | undefined {
  if (typeof kind !== 'string') {
    if (isAlternatives(kind)) return faultInAll(value, kind);
    if ('list' in kind) return Array.isArray(value) ? firstFault(value, kind.list, i => `[${i}]`) : unlessToken(value, kind);
    if ('map' in kind) return isObject(value) && !isConstruct(value) && !Token.isUnresolved(value) ? firstFault(Object.values(value), kind.map, i => `.${Object.keys(value)[i] ?? ''}`) : unlessToken(value, kind);
    return kind.words.includes(value as string) ? undefined : unlessToken(value, kind);
  }
  switch (kind) {
    case 'text': return typeof value === 'string' ? undefined : unlessToken(value, kind);
    case 'number': return typeof value === 'number' && !Number.isNaN(value) ? undefined : unlessToken(value, kind);
    case 'boolean': return typeof value === 'boolean' ? undefined : unlessToken(value, kind);
    case 'anything': return undefined;
    default: return optionsEntry(kind) ? faultInOptions(value, kind) : faultInNamed(value, kind);
  }
}

/** An object is known by some of its members, as it may come from another copy of its package. A newer one may have other members, and more words. */
function faultInNamed(value: unknown, kind: string): Fault | undefined {
  const { has, words } = entryOf(kind);
  if (words ? words.includes(value as string) : isObject(value) && (has?.every(member => member in value) ?? true)) return undefined;
  if (isOfCdk(kind) && (words ? typeof value === typeof words[0] : isObject(value)) && isNewer()) return undefined;
  return unlessToken(value, kind);
}

function firstFault(values: readonly unknown[], kind: Kind, nameOf: (index: number) => string): Fault | undefined {
  for (let i = 0; i < values.length; i++) {
    const fault = faultIn(values[i], kind);
    if (fault) return { at: `${nameOf(i)}${fault.at}`, says: fault.says };
  }
  return undefined;
}

/** Where one of several is meant, that is said of it which says most: what is wrong within. */
function faultInAll(value: unknown, kinds: readonly Kind[]): Fault | undefined {
  let within: Fault | undefined;
  for (const kind of kinds) {
    const fault = faultIn(value, kind);
    if (!fault) return undefined;
    if (fault.at !== '') within ??= fault;
  }
  return within ?? unlessToken(value, kinds);
}

function faultInOptions(value: unknown, name: string, inUnknown = faultInUnknown): Fault | undefined {
  const entry = optionsEntry(name);
  if (!entry) throw new Error(`The table of options has no ${name}: node tools/options.mjs.`);
  if (!isObject(value) || isSomethingElse(value, entry)) return unlessToken(value, name);
  if (Token.isUnresolved(value)) return undefined;
  for (const [option, given] of Object.entries(value)) {
    const kind = entry.kinds.get(option);
    const range = entry.ranges.get(option);
    const fault = given === undefined ? undefined : kind === undefined ? inUnknown(option, value, entry) : faultIn(given, kind) ?? (range && outOfRange(given, range));
    if (fault) return { at: `.${option}${fault.at}`, says: fault.says };
  }
  const missing = entry.needs.find(option => value[option] === undefined), kind = missing === undefined ? undefined : entry.kinds.get(missing);
  return kind === undefined ? undefined : { at: `.${missing}`, says: `is missing. Give ${wordsOfKind(kind)}.` };
}

/** An object of a class that is none of options: of a class of the user's it may be. */
function isSomethingElse(value: Options, { needs, kinds }: OptionsEntry): boolean {
  if (isConstruct(value)) return true;
  const isPlain = Object.getPrototypeOf(value) === null || (value.constructor as { readonly name?: string } | undefined)?.name === 'Object';
  return !isPlain && (needs.some(option => value[option] === undefined) || ![...kinds.keys()].some(option => option in value));
}

/** An option that nobody has declared. Of what aws-cdk-lib declares a newer one may have more. */
function faultInUnknown(option: string, value: Options, entry: OptionsEntry): Fault | undefined {
  return faultInMistyped(option, value, entry) ?? (entry.isOpen ? undefined : { at: '', says: `is no option. There is ${namesOf([...entry.kinds.keys()])}.` });
}

function faultInMistyped(option: string, value: Options, { kinds, isOpen }: OptionsEntry): Fault | undefined {
  const meant = nearest(option, [...kinds.keys()].filter(name => value[name] === undefined));
  return meant === undefined || (isOpen && isNewer()) ? undefined : { at: '', says: `is no option. Did you mean ${meant}?` };
}

function outOfRange(value: unknown, range: Range): Fault | undefined {
  if (typeof value !== 'number' || Token.isUnresolved(value)) return undefined;
  const isIn = value >= range.from && value <= (range.to ?? Infinity) && (!range.whole || Number.isInteger(value));
  return isIn ? undefined : { at: '', says: `is ${value}. Give ${wordsOfRange(range)}.` };
}

function unlessToken(value: unknown, kind: Kind): Fault | undefined {
  // A stack can resolve, as tokens can.
  return Token.isUnresolved(value) && !isConstruct(value) ? undefined : { at: '', says: `is ${wordsOfGiven(value)}. Give ${wordsOfKind(kind)}.` };
}

function isObject(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the app has a newer aws-cdk-lib than that of which the declarations were read. */
function isNewer(): boolean {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- long, and seldom asked for
  const { version } = require('aws-cdk-lib/package.json') as { readonly version: string }, parts = version.split('.').map(Number), known = tableVersion.split('.').map(Number);
  const i = parts.findIndex((part, j) => part !== known[j]);
  return i >= 0 && (parts[i] ?? 0) > (known[i] ?? 0);
}

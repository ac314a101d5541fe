import { isConstruct } from '../misuse';
import { entryOf, isOfCdk, optionsEntry, type Kind, type OptionsEntry, type Range, type Word } from './table';

/** What was given, as an error says it. */
export function wordsOfGiven(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === 'function') return value.name === '' ? 'a function' : `the function or class ${value.name}`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value !== 'object' || value === null) return String(value);
  // Bundled as they are, classes of aws-cdk-lib are called Vpc2.
  const name = (value.constructor as { readonly name?: string } | undefined)?.name?.replace(/(?<!V)2$/, '');
  if (isConstruct(value)) return `${article(name ?? 'construct')} (${value.node.path})`;
  if (name !== undefined && name !== 'Object') return article(name);
  const keys = Object.keys(value);
  return keys.length === 0 ? '{}' : `{ ${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''} }`;
}

/** What may be given, as an error says it. */
export function wordsOfKind(kind: Kind): string {
  if (typeof kind !== 'string') {
    if (isAlternatives(kind)) return listed(kind.map(wordsOfKind));
    if ('list' in kind) return `a list, of which each is ${wordsOfKind(kind.list)}`;
    return 'map' in kind ? `an object, of which each value is ${wordsOfKind(kind.map)}` : wordsOf(kind.words);
  }
  const { by, words } = entryOf(kind), options = optionsEntry(kind);
  if (options) return wordsOfOptions(options);
  if (words) return `${wordsOf(words)} (${kind.split('.').slice(-1).join('')})`;
  const name = isOfCdk(kind) ? `${article(kind.replace(/^.*\.I?(?=[A-Z])/, ''))} of ${kind.startsWith('core.') ? 'aws-cdk-lib' : kind.replace(/\..*$/, '')}` : article(kind);
  return plain[kind] ?? (by ? `${name} (${by.join(', ')})` : name);
}

function wordsOfOptions({ needs, kinds }: OptionsEntry): string {
  const others = [...kinds.keys()].filter(name => !needs.includes(name));
  return `an object${needs.length > 0 ? ` with ${listed(needs, 'and')}` : ''}${others.length > 0 ? `, which takes ${namesOf(others)}` : ''}`;
}

/** Names of options; of many only the first. */
export function namesOf(names: readonly string[]): string {
  return names.length > 25 ? `${names.slice(0, 25).join(', ')} and others` : listed(names, 'and');
}

/** The numbers that there may be. */
export function wordsOfRange({ from, to, whole }: Range): string {
  return `a ${whole ? 'whole ' : ''}number from ${from}${to === undefined ? '' : ` to ${to}`}`;
}

const plain: Partial<Record<string, string>> = { text: 'a text', number: 'a number', boolean: 'true or false', anything: 'anything' };

export function isAlternatives(kind: Kind): kind is readonly Kind[] {
  return Array.isArray(kind);
}

function wordsOf(words: readonly Word[]): string {
  const shown = words.slice(0, 30).map(word => (typeof word === 'string' ? `'${word}'` : `${word}`));
  return words.length > 30 ? `${shown.join(', ')} or others` : listed(shown);
}

function listed(parts: readonly string[], by = 'or'): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${by} ${parts.slice(-1).join('')}`;
}

function article(name: string): string {
  return `${/^[AEIO]|^Ulimit/.test(name) ? 'an' : 'a'} ${name}`;
}

import data from './declared.json';

/** What a value may be: `text`, `number`, `boolean`, `anything`, the name of an entry, a list or a map of something, one of some words, or one of several of these. */
export type Kind = string | readonly Kind[] | { readonly list: Kind } | { readonly map: Kind } | { readonly words: readonly Word[] };

/** A word of an enumeration. */
export type Word = string | number;

/** The numbers that an option takes, where its declaration says `@range`. */
export interface Range {
  readonly from: number;
  readonly to?: number;
  readonly whole?: true;
}

interface Entry {
  readonly bases?: readonly string[];
  readonly needs?: readonly string[];
  readonly ranges?: Readonly<Record<string, Range>>;
  readonly takes?: Readonly<Record<string, Kind>>;
  /** Members by which an object is known, whichever copy of the package it comes from. */
  readonly has?: readonly string[];
  /** How one is made, where its class says so. */
  readonly by?: readonly string[];
  readonly words?: readonly Word[];
}

/** What options are made of, with what they have of their bases. */
export interface OptionsEntry {
  readonly needs: readonly string[];
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly ranges: ReadonlyMap<string, Range>;
  /** Whether aws-cdk-lib declares some of them, so that another version of it may have more. */
  readonly isOpen: boolean;
}

/** Made of the declarations by tools/options.mjs. */
const types = data.types as unknown as Readonly<Partial<Record<string, Entry>>>;

/** The version of aws-cdk-lib of which the declarations were read. */
export const tableVersion: string = data['aws-cdk-lib'];

/** An object or an enumeration by its name. */
export function entryOf(name: string): Pick<Entry, 'has' | 'by' | 'words'> {
  return types[name] ?? {};
}

/** Options by the name of their interface, or the parameters of a method by its name; undefined where it is something else. */
export function optionsEntry(name: string): OptionsEntry | undefined {
  const known = entries.get(name);
  if (known || !types[name]?.takes) return known;
  const entry = flattened(name);
  entries.set(name, entry);
  return entry;
}

const entries = new Map<string, OptionsEntry>();

function flattened(name: string): OptionsEntry {
  const { bases = [], needs = [], ranges = {}, takes = {} } = types[name] ?? {}, inherited = bases.map(base => flattened(base));
  return {
    needs: [...new Set([...inherited.flatMap(entry => entry.needs), ...needs])],
    // Its own come first in what is said of it.
    kinds: new Map([...Object.entries(takes), ...inherited.flatMap(entry => [...entry.kinds].filter(([option]) => !Object.hasOwn(takes, option)))]),
    ranges: new Map([...inherited.flatMap(entry => [...entry.ranges]), ...Object.entries(ranges)]),
    isOpen: isOfCdk(name) || inherited.some(({ isOpen }) => isOpen),
  };
}

/** Whether it is an option of some construct. */
export function isOfAnother(option: string): boolean {
  return Object.keys(types).some(name => name.endsWith('Props') && !isOfCdk(name) && optionsEntry(name)?.kinds.has(option));
}

/** Whether aws-cdk-lib declares it: names are those of its modules, as `aws-ecs.ICluster`. */
export function isOfCdk(name: string): boolean {
  return /^[a-z].*\./.test(name);
}

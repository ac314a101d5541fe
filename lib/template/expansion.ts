import { cloudFormationLimits } from '../catalog/cloudformation-limits';
import { byText } from '../core/order';
import { below, type Origin, type Path } from '../core/origin';
import { unknown, unknownsIn, type Unknown, type Value } from '../core/value';
import { misused } from './intrinsics/arguments';
import type { Property } from './property';
import { isList, isMap, own, type Raw, type RawMap } from './raw';
import { isInclude, transformed } from './transforms';

/** A map of a template once its loops (`Fn::ForEach`) have run. */
export interface Expansion {
  readonly entries: RawMap;
  /** Entries of loops of which nobody knows how often they run, under the keys that are written there; what the loop would put in is unknown. */
  readonly typical: ReadonlyMap<string, TypicalEntry>;
  /** The functions that may put more into the map, by their keys, and why nobody knows what. */
  readonly open: ReadonlyMap<string, Unknown>;
}

export interface TypicalEntry {
  readonly value: Raw;
  readonly why: Unknown;
}

/** Whether more or other entries may stand in the map than are written there. */
export function mayExpand(map: RawMap): boolean {
  for (const key in map) if (isLoop(key) || key === 'Fn::Transform') return true;
  return false;
}

const nothing = new Map<string, never>();

function asWritten(entries: RawMap): Expansion {
  return { entries, typical: nothing, open: nothing };
}

function isLoop(key: string): boolean {
  return key.startsWith('Fn::ForEach::');
}

/** What loops make of a template, and where each thing that they made is written. */
export class Expansions {
  private readonly done = new WeakMap<RawMap, Expansion>();
  /** For the entries of a map that stand elsewhere or under another key in the template: the way there from where the map is written. */
  private readonly ways = new WeakMap<RawMap, ReadonlyMap<string, Path>>();
  /** How much text one loop may make, so that all together make no more than five templates could hold. */
  private longest: number | undefined;

  /** `list` computes a collection. */
  constructor(private readonly root: RawMap, private readonly list: (collection: Raw, at: Origin) => Value<readonly Property[]>) {}

  of(map: RawMap, at: Origin): Expansion {
    if (!mayExpand(map)) return asWritten(map);
    const before = this.done.get(map);
    if (before) return before;
    this.longest ??= 5e6 * cloudFormationLimits.value.templateMegabytes / Math.max(1, countLoops(this.root));
    const expansion = this.expand(map, at, new Allowance(this.longest));
    this.done.set(map, expansion);
    return expansion;
  }

  /** Where what stands at `path` once all loops have run is written. */
  written(path: Path): Path {
    let raw: Raw | undefined = this.root;
    return path.flatMap((key): Path => {
      const expansion: Expansion | undefined = isMap(raw) ? this.done.get(raw) : undefined, around: Raw | undefined = expansion?.entries ?? raw;
      raw = isList(around) ? around[Number(key)] : own(around, String(key)) ?? expansion?.typical.get(String(key))?.value;
      return isMap(around) ? this.wayTo(around, key) : [key];
    });
  }

  private wayTo(map: RawMap, key: string | number): Path {
    return this.ways.get(map)?.get(String(key)) ?? [key];
  }

  private expand(map: RawMap, at: Origin, allowance: Allowance): Expansion {
    const keys = Object.keys(map), transform = own(map, 'Fn::Transform'), all = new Map<string, Made>(), open = new Map<string, Unknown>();
    for (const key of keys) if (!isLoop(key) && key !== 'Fn::Transform') all.set(key, { value: map[key] ?? null, way: this.wayTo(map, key) });
    for (const key of keys.filter(isLoop).sort(byText)) {
      const { made, why } = this.run(key, map[key] ?? null, below(at, key), allowance), way = [...this.wayTo(map, key), 2];
      const isNew = addTo(all, made.map(([name, one]) => [name, { ...one, way: [...way, ...one.way] }]));
      if (why || !isNew) open.set(key, why ?? misused(key, below(at, key)));
    }
    if (transform !== undefined) open.set('Fn::Transform', transformed(transform, below(at, 'Fn::Transform')));
    const made = transform === undefined || isInclude(transform) ? [...all] : [];
    const entries = Object.fromEntries(made.flatMap(([key, { value, why }]) => (why ? [] : [[key, value]])));
    this.ways.set(entries, new Map(made.map(([key, { way }]) => [key, way])));
    return { entries, typical: new Map(made.flatMap(([key, { value, why }]) => (why ? [[key, { value, why }]] : []))), open };
  }

  /** What a loop makes, and why it may make more. */
  private run(key: string, loop: Raw, at: Origin, allowance: Allowance): { readonly made: readonly (readonly [string, Made])[]; readonly why?: Unknown | undefined } {
    const [identifier, collection, fragment] = isList(loop) && loop.length === 3 ? loop : [], made = new Map<string, Made>();
    if (typeof identifier !== 'string' || collection === undefined || !isMap(fragment)) return { made: [], why: misused(key, at) };
    const list = this.list(collection, below(at, 1));
    if (list.state === 'absent') return { made: [], why: misused(key, at) };
    const texts = list.state === 'known' ? list.value.map(element => element.text()) : [list], [unknownText] = unknownsIn(...texts);
    allowance.spend(texts.length);
    let why = unknownText;
    for (const text of unknownText ? [...texts.filter(({ state }) => state === 'known'), unknownText] : texts) {
      if (text.state === 'absent') continue;
      const copy = this.copy(fragment, { identifier, value: text.state === 'known' ? text.value : undefined, allowance });
      const { entries, typical, open } = mayExpand(copy) ? this.expand(copy, below(at, 2), allowance) : asWritten(copy);
      if (allowance.isSpent) return { made: [], why: unknown({ kind: 'form', expected: 'a loop that makes no more than a template may hold', found: 'one that makes more' }, at) };
      const way = (name: string): Path => this.wayTo(entries, name);
      const isNew = addTo(made, [
        ...Object.keys(entries).map(name => [name, { value: entries[name] ?? null, way: way(name), ...(text.state === 'unknown' ? { why: text } : {}) }] as const),
        ...[...typical].map(([name, one]) => [name, { ...one, way: way(name) }] as const),
      ]);
      why ??= isNew ? [...open.values()][0] : misused(key, at);
    }
    return { made: [...made], why };
  }

  /** A copy in which the value stands for `${identifier}`, `&{identifier}` (its letters and digits alone) and `Ref` of the identifier. */
  private copy(map: RawMap, loop: Loop): RawMap {
    const names = new Map(Object.keys(map).map(key => [loop.value === undefined ? key : inText(key, loop.value, loop), key]));
    const copy = Object.fromEntries([...names].map(([name, key]) => [name, this.substitute(map[key] ?? null, loop, key === 'Fn::Sub')]));
    if (this.ways.has(map) || [...names].some(([name, key]) => name !== key)) this.ways.set(copy, new Map([...names].map(([name, key]) => [name, this.wayTo(map, key)])));
    return copy;
  }

  private substitute(raw: Raw, loop: Loop, isTemplate = false): Raw {
    const { identifier, value, allowance } = loop;
    allowance.spend(1);
    if (allowance.isSpent) return null;
    if (typeof raw === 'string') return value === undefined ? openText(raw, identifier, isTemplate) : inText(raw, value, loop);
    if (isList(raw)) return raw.map((element, i) => this.substitute(element, loop, isTemplate && i === 0));
    if (!isMap(raw)) return raw;
    return value !== undefined && raw['Ref'] === identifier && Object.keys(raw).length === 1 ? value : this.copy(raw, loop);
  }
}

/** One run of a loop. */
interface Loop {
  readonly identifier: string;
  /** Undefined where it is not known. */
  readonly value: string | undefined;
  readonly allowance: Allowance;
}

function inText(text: string, value: string, { identifier, allowance }: Loop): string {
  return allowance.replace(allowance.replace(text, `\${${identifier}}`, value), `&{${identifier}}`, value.replace(/[^A-Za-z0-9]/g, ''));
}

/** A text as a function that does not know what the identifier stands for, for there is no parameter of that name. */
function openText(text: string, identifier: string, isTemplate: boolean): Raw {
  const pieces = text.split(`&{${identifier}}`).flatMap(piece => piece.split(`\${${identifier}}`));
  if (pieces.length === 1) return text;
  return isTemplate ? pieces.join(`\${${identifier}}`) : { 'Fn::Join': ['', pieces.flatMap((piece, i) => (i === 0 ? [piece] : [{ Ref: identifier }, piece]))] };
}

/** What stands under a key, and the way to where it is written. */
interface Made {
  readonly value: Raw;
  readonly way: Path;
  /** Why nobody knows whether it is there, where that is so. */
  readonly why?: Unknown;
}

/** Adds what has a key of its own, and says whether all have: CloudFormation takes no loop that makes a key twice. */
function addTo(all: Map<string, Made>, made: readonly (readonly [string, Made])[]): boolean {
  let isNew = true;
  for (const [key, one] of made) {
    if (all.has(key)) isNew = false;
    else all.set(key, one);
  }
  return isNew;
}

/** How much text a loop may still make. */
class Allowance {
  constructor(private left: number) {}

  get isSpent(): boolean {
    return this.left < 0;
  }

  spend(letters: number): void {
    this.left -= letters;
  }

  replace(text: string, mark: string, by: string): string {
    const pieces = text.split(mark);
    this.spend(text.length + (pieces.length - 1) * by.length);
    return this.isSpent ? '' : pieces.join(by);
  }
}

function countLoops(raw: Raw): number {
  if (isList(raw)) return raw.reduce<number>((sum, element) => sum + countLoops(element), 0);
  if (!isMap(raw)) return 0;
  return Object.entries(raw).reduce((sum, [key, value]) => sum + Number(isLoop(key)) + countLoops(value), 0);
}

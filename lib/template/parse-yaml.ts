import { isAlias, isCollection, isMap, isNode, isScalar, isSeq, Scalar, type Alias, type Node, type Pair } from 'yaml';
import { InputError } from '../finding/input-error';
import { documentOf, type Document } from './document';
import { locateIn, positionsIn, type Written } from './locate';
import { deepest, isList, own, type Raw } from './raw';
import { parseIndented } from './yaml-indent';
import { faults, longForm, plainScalar } from './yaml-words';

/** Reads YAML, short tags (`!Ref`) as their long form. Throws `InputError` with line and column where the text is not YAML. */
export function parseYaml(file: string, given: string): Document {
  return documentOf(readYaml(file, given));
}

/** Reads YAML of whatever it may hold. */
export function readYaml(file: string, given: string): Omit<Document, 'root'> & { readonly root: Raw } {
  const { document: { contents, errors: [error] }, text } = parseIndented(given), positionOf = positionsIn(text);
  const refuse = (offset: number, says: string): never => {
    const { line, column } = positionOf(offset);
    throw new InputError(`${file}:${line}:${column} ${says}.`);
  };
  if (error) refuse(error.pos[0], `is not YAML: ${own(faults, error.code)?.toString() ?? error.message}`);
  const reader = new Reader(text, refuse);
  const root = reader.read(contents, 0);
  return {
    file, root,
    locate: path => locateIn(text, positionOf, path, contents ? reader.written(contents) : undefined, (value, key) => reader.child(value, key)),
    repeated: () => [...reader.repeated].map(([again, { key, before }]) => ({ key, before: positionOf(before), again: positionOf(again) })),
  };
}

/** As far before a value its tag and its anchor are looked for. */
const longestTags = 200;

/** Most values that are read of one file, those that aliases repeat counted each time: far more than a template can hold. */
const mostValues = 500_000;

interface WrittenNode extends Written {
  readonly node: Node;
  /** Whether the path leads on within the node's short tag: `!If [a, b, c]` is a map that holds `Fn::If`. */
  readonly untagged?: boolean;
}

/** Turns nodes into plain data, and finds nodes again by path. */
class Reader {
  private values = 0;
  /** The keys that stand again in one map, and where before, by where they do. */
  readonly repeated = new Map<number, { readonly key: string; readonly before: number }>();
  private readonly anchors = new Map<string, Node>();
  private readonly targets = new Map<Alias, Node>();
  /** The entries of the maps that were asked about, by their keys. */
  private readonly entries = new Map<Node, ReadonlyMap<string, Pair>>();

  constructor(private readonly text: string, private readonly refuse: (offset: number, says: string) => never) {}

  read(node: Node | null | undefined, depth: number): Raw {
    if (!node) return null;
    const start = startOf(node);
    if (depth > deepest) this.refuse(start, `is no template: it nests deeper than ${deepest} levels`);
    if (++this.values > mostValues) this.refuse(start, `is no template: it holds more than ${mostValues} values`);
    if (isAlias(node)) return this.read(this.resolve(node), depth + 1);
    if ((isCollection(node) || isScalar(node)) && node.anchor !== undefined) this.anchors.set(node.anchor, node);
    const name = longForm(node.tag), raw = this.readUntagged(node, depth);
    return name === undefined ? raw : { [name]: raw };
  }

  private readUntagged(node: Node, depth: number): Raw {
    if (isScalar(node)) return node.type === 'PLAIN' && node.tag === undefined ? plainScalar(String(node.value)) : String(node.value);
    if (isMap(node)) return this.readMap(node.items, depth);
    return isSeq(node) ? node.items.map(item => this.read(item as Node | null, depth + 1)) : null;
  }

  /** Of a key that stands twice the last counts; a merged one (`<<`) only where the map has none of its own. */
  private readMap(pairs: readonly Pair[], depth: number): Raw {
    const merged: [string, Raw][] = [], own: Record<string, Raw> = {};
    let starts: Map<string, number> | undefined; // of the keys so far, once one stands again
    for (const [i, { key, value }] of pairs.entries()) {
      const raw = this.read(value as Node | null, depth + 1), name = keyOf(key);
      if (isMerge(key)) {
        merged.unshift(...(isList(raw) ? raw : [raw]).flatMap(map => Object.entries(map ?? {}) as [string, Raw][]).reverse());
        continue;
      }
      if (starts || Object.hasOwn(own, name)) {
        starts ??= new Map(pairs.slice(0, i).filter(pair => !isMerge(pair.key)).map(pair => [keyOf(pair.key), startOfKey(pair)]));
        const before = starts.get(name), start = startOfKey({ key });
        if (before !== undefined) this.repeated.set(start, { key: name, before });
        starts.set(name, start);
      }
      if (name === '__proto__') Object.defineProperty(own, name, { value: raw, enumerable: true, configurable: true, writable: true });
      else own[name] = raw;
    }
    return merged.length > 0 ? Object.fromEntries([...merged, ...Object.entries(own)]) : own;
  }

  private resolve(alias: Alias): Node {
    const target = this.targets.get(alias) ?? this.anchors.get(alias.source) ?? this.refuse(startOf(alias), `is not YAML: there is no anchor &${alias.source} before this alias`);
    this.targets.set(alias, target);
    return target;
  }

  /** Tags and anchors on the same line belong to the value. */
  written(node: Node, key?: number): WrittenNode {
    const start = startOf(node), before = this.text.slice(Math.max(0, start - longestTags), start);
    const [properties = ''] = /(?<=^|[\s[{,])[!&]\S*[ \t]+(?:[!&]\S*[ \t]+)?$/.exec(before.slice(before.lastIndexOf('\n') + 1)) ?? [];
    return { node, start: start - properties.length, end: node.range?.[1] ?? 0, ...(key === undefined ? {} : { key }) };
  }

  child(parent: WrittenNode, key: string | number): WrittenNode | undefined {
    const node = isAlias(parent.node) ? this.resolve(parent.node) : parent.node, name = longForm(node.tag);
    if (name !== undefined && parent.untagged !== true) return key === name ? { ...parent, node, untagged: true } : undefined;
    if (isSeq(node)) {
      const item = typeof key === 'number' ? node.items[key] : undefined;
      return isNode(item) ? this.written(item) : undefined;
    }
    if (!isMap(node)) return undefined;
    let entries = this.entries.get(node);
    if (!entries) this.entries.set(node, entries = new Map(node.items.filter(pair => !isMerge(pair.key)).map(pair => [keyOf(pair.key), pair])));
    const own = entries.get(String(key));
    if (own) return this.writtenPair(own);
    return node.items.filter(pair => isMerge(pair.key)).flatMap(({ value }) => (isSeq(value) ? value.items : [value]))
      .map(value => (isNode(value) ? this.child(this.written(value), key) : undefined)).find(found => found !== undefined);
  }

  private writtenPair({ key, value }: Pair): WrittenNode {
    const start = startOfKey({ key });
    return isNode(value) ? this.written(value, start) : { node: new Scalar(null), start, end: start };
  }
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function startOfKey({ key }: Pick<Pair, 'key'>): number {
  return isNode(key) ? startOf(key) : 0;
}

function isMerge(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<';
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key ?? '');
}

import { InputError } from '../finding/input-error';
import { documentOf, type Document } from './document';
import { findJsonFault } from './json-fault';
import { locateIn, positionsIn, type Written } from './locate';
import { deepest, isList, type Raw } from './raw';

/** What JSON says. Throws `InputError` with line and column where the text is not JSON. */
export function readJson(file: string, text: string): Raw {
  try {
    return JSON.parse(text) as Raw;
  } catch {
    const { offset, says } = findJsonFault(text), { line, column } = positionsIn(text)(offset);
    throw new InputError(`${file}:${line}:${column} is not JSON: ${says}.`);
  }
}

/** Reads a JSON file that holds a map. Throws `InputError` as `readJson`, and where it holds something else. */
export function parseJson(file: string, text: string): Document {
  const root = readJson(file, text);
  if (isDeeper(root, deepest)) throw new InputError(`${file} is no template: it nests deeper than ${deepest} levels.`);
  const scan = new Scan(text), positionOf = positionsIn(text);
  return documentOf({
    file, root,
    locate: path => locateIn(text, positionOf, path, scan.root(), (value, key) => scan.child(value, key)),
    repeated: () => (scan.keys() === keysIn(root) ? [] : scan.repeated().map(({ key, before, again }) => ({ key, before: positionOf(before), again: positionOf(again) }))),
  });
}

function keysIn(raw: Raw): number {
  if (typeof raw !== 'object' || raw === null) return 0;
  const values = isList(raw) ? raw : Object.values(raw);
  return values.reduce((keys: number, value) => keys + keysIn(value), isList(raw) ? 0 : values.length);
}

function isDeeper(raw: Raw, levels: number): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  if (levels === 0) return true;
  if (isList(raw)) {
    for (const value of raw) if (isDeeper(value, levels - 1)) return true;
  } else for (const key in raw) if (isDeeper(raw[key] ?? null, levels - 1)) return true;
  return false;
}

/** Walks over JSON that is known to be well formed, and skips everything beside the way. */
class Scan {
  /** What stands in the maps and lists that were asked about, by where they begin. */
  private readonly seen = new Map<number, ReadonlyMap<string, Written>>();

  constructor(private readonly text: string) {}

  root(): Written {
    return { start: this.blank(0), end: this.text.length };
  }

  child(parent: Written, key: string | number): Written | undefined {
    let children = this.seen.get(parent.start);
    if (!children) this.seen.set(parent.start, children = this.children(parent.start));
    return children.get(String(key));
  }

  /** What stands in the map or list that begins at `at`. Of a key that stands twice the last counts, as for JSON.parse. */
  private children(at: number): ReadonlyMap<string, Written> {
    const open = this.text[at], children = new Map<string, Written>();
    if (open !== '{' && open !== '[') return children;
    for (let next = this.blank(at + 1); this.text[next] !== '}' && this.text[next] !== ']';) {
      if (open === '{') {
        const behindKey = this.end(next), start = this.blank(this.blank(behindKey) + 1), end = this.end(start);
        children.set(JSON.parse(this.text.slice(next, behindKey)) as string, { start, end, key: next });
        next = end;
      } else {
        const end = this.end(next);
        children.set(String(children.size), { start: next, end });
        next = end;
      }
      next = this.blank(next);
      if (this.text[next] === ',') next = this.blank(next + 1);
    }
    return children;
  }

  /** How many keys are written. */
  keys(): number {
    let keys = 0;
    for (let at = this.text.indexOf('"'), end; at >= 0; at = this.text.indexOf('"', end)) {
      end = this.endOfString(at);
      if (this.text[this.blank(end)] === ':') keys++;
    }
    return keys;
  }

  /** The keys that stand again in one map, by their offsets. */
  repeated(): readonly { readonly key: string; readonly before: number; readonly again: number }[] {
    const open: Map<string, number>[] = [], found = [];
    for (const marks = /["[{}\]]/g; ;) {
      const { 0: mark, index: again } = marks.exec(this.text) ?? {};
      if (mark === undefined || again === undefined) return found;
      if (mark === '{' || mark === '[') open.push(new Map());
      else if (mark !== '"') open.pop();
      else {
        marks.lastIndex = this.endOfString(again);
        if (this.text[this.blank(marks.lastIndex)] !== ':') continue;
        const key = JSON.parse(this.text.slice(again, marks.lastIndex)) as string, before = open.at(-1)?.get(key);
        if (before !== undefined) found.push({ key, before, again });
        open.at(-1)?.set(key, again);
      }
    }
  }

  /** The offset of the first character from here on that is not blank. */
  private blank(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) <= 0x20) at++;
    return at;
  }

  /** The offset behind the value that begins at `at`. */
  private end(at: number): number {
    if (this.text[at] === '"') return this.endOfString(at);
    if (this.text[at] !== '{' && this.text[at] !== '[') {
      const rest = /[\s,\]}]/g;
      rest.lastIndex = at;
      return rest.exec(this.text)?.index ?? this.text.length;
    }
    let depth = 0;
    for (let i = at; ; i++) {
      const c = this.text[i];
      if (c === '"') i = this.endOfString(i) - 1;
      else if (c === '{' || c === '[') depth++;
      else if ((c === '}' || c === ']') && --depth === 0) return i + 1;
    }
  }

  private endOfString(at: number): number {
    for (let end = this.text.indexOf('"', at + 1); ; end = this.text.indexOf('"', end + 1)) {
      let before = end;
      while (this.text[before - 1] === '\\') before--;
      if ((end - before) % 2 === 0) return end + 1; // an odd number of backslashes escapes the quote
    }
  }
}

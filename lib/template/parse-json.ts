import { InputError } from '../finding/input-error';
import { documentOf, type Document } from './document';
import { findJsonFault } from './json-fault';
import { locateIn, positionAt, type Written } from './locate';
import { deepest, isList, type Raw } from './raw';

/** What JSON says. Throws `InputError` with line and column where the text is not JSON. */
export function readJson(file: string, text: string): Raw {
  try {
    return JSON.parse(text) as Raw;
  } catch {
    const { offset, says } = findJsonFault(text), { line, column } = positionAt(text, offset);
    throw new InputError(`${file}:${line}:${column} is not JSON: ${says}.`);
  }
}

/** Reads a JSON file that holds a map. Throws `InputError` as `readJson`, and where it holds something else. */
export function parseJson(file: string, text: string): Document {
  const root = readJson(file, text);
  if (isDeeper(root, deepest)) throw new InputError(`${file} is no template: it nests deeper than ${deepest} levels.`);
  return documentOf(file, root, path => {
    const scan = new Scan(text);
    return locateIn(text, path, scan.value(scan.blank(0)), (value, key) => scan.child(value.start, key));
  });
}

function isDeeper(raw: Raw, levels: number): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  return levels === 0 || (isList(raw) ? raw : Object.values(raw)).some(value => isDeeper(value, levels - 1));
}

/** Walks over JSON that is known to be well formed, and skips everything beside the way. */
class Scan {
  constructor(private readonly text: string) {}

  /** The offset of the first character from here on that is not blank. */
  blank(from: number): number {
    let at = from;
    while (' \t\r\n'.includes(this.text[at] ?? '.')) at++;
    return at;
  }

  value(start: number, key?: number): Written {
    return { start, end: this.end(start), ...(key === undefined ? {} : { key }) };
  }

  /** The value under `key` in the map or list that begins at `at`. */
  child(at: number, key: string | number): Written | undefined {
    const open = this.text[at];
    if (open !== '{' && open !== '[') return undefined;
    let found: Written | undefined, index = 0;
    for (let next = this.blank(at + 1); this.text[next] !== '}' && this.text[next] !== ']'; index++) {
      let name: string | number = index, written: number | undefined;
      if (open === '{') {
        written = next;
        const end = this.end(next);
        name = JSON.parse(this.text.slice(next, end)) as string;
        next = this.blank(this.blank(end) + 1);
      }
      // Of a key that stands twice, JSON.parse takes the last.
      if (String(name) === String(key)) found = this.value(next, written);
      next = this.blank(this.end(next));
      if (this.text[next] === ',') next = this.blank(next + 1);
    }
    return found;
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
    for (let i = at + 1; ; i++) {
      if (this.text[i] === '\\') i++;
      else if (this.text[i] === '"') return i + 1;
    }
  }
}

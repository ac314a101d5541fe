import type { Path } from '../core/origin';
import { InputError } from '../finding/input-error';
import type { Document, Position } from './document';
import { describeRaw, isMap, type Raw } from './raw';

/** Reads a JSON template. Throws `InputError` with line and column where the text is not JSON. */
export function parseJson(file: string, text: string): Document {
  let root: Raw;
  try {
    root = JSON.parse(text) as Raw;
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (!isMap(root)) throw new InputError(`${file} is not a CloudFormation template: it holds ${describeRaw(root)}.`);
  return { file, root, locate: path => locateJson(text, path) };
}

/** Where the value at `path` begins, by a scan that skips everything beside it; the nearest thing around it where the path leads nowhere. */
export function locateJson(text: string, path: Path): Position {
  const scan = new Scan(text);
  let found = scan.blank(0);
  for (const key of path) {
    const next = scan.child(found, key);
    if (next === undefined) break;
    found = next;
  }
  return positionAt(text, found);
}

export function positionAt(text: string, offset: number): Position {
  let line = 1, start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

/** Walks over JSON that is known to be well formed. Offsets are those of the first character of a value. */
class Scan {
  constructor(private readonly text: string) {}

  blank(from: number): number {
    let at = from;
    while (' \t\r\n'.includes(this.text[at] ?? '.')) at++;
    return at;
  }

  /** The offset of the value under `key` in the map or list that begins at `at`. */
  child(at: number, key: string | number): number | undefined {
    const open = this.text[at];
    if (open !== '{' && open !== '[') return undefined;
    let index = 0, found: number | undefined;
    for (let next = this.blank(at + 1); this.text[next] !== '}' && this.text[next] !== ']'; index++) {
      let name: string | number = index;
      if (open === '{') {
        const end = this.end(next);
        name = JSON.parse(this.text.slice(next, end)) as string;
        next = this.blank(this.blank(end) + 1);
      }
      // Of a key that stands twice, JSON.parse takes the last.
      if (String(name) === String(key)) found = next;
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

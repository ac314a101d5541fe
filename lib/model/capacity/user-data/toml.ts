/** What a key of a TOML text is set to. Numbers and truth values are as they are written. */
export type TomlValue = string | readonly TomlValue[];

export interface TomlEntry {
  /** The keys that lead to it, those of its table first. */
  readonly keys: readonly string[];
  readonly value: TomlValue;
}

/** What is set in a TOML text, in its order; undefined where it is no TOML. The tables of a list are read as one. */
export function readToml(text: string): readonly TomlEntry[] | undefined {
  return new Reader(text).read();
}

const blank = /(?:\s|#.*)*/y, lineEnd = /[ \t]*(?:#.*)?\r?(?=\n|$)/y;
const literal = /'''\n?([^]*?)'''|'([^'\n]*)'/y, basic = /"""\n?((?:[^\\"]|\\[^]|""?(?!"))*)"""|"((?:[^\\"\n]|\\.)*)"/y;
const escaped: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

class Reader {
  private i = 0;
  private readonly entries: TomlEntry[] = [];

  constructor(private readonly text: string) {}

  read(): readonly TomlEntry[] | undefined {
    let table: readonly string[] = [];
    for (this.take(blank); this.i < this.text.length; this.take(blank)) {
      const isTable = this.take(/\[\[?/y) !== undefined, keys = this.keys();
      if (!keys) return undefined;
      if (isTable) table = keys;
      if (isTable ? this.take(/[ \t]*\]\]?/y) === undefined : !this.assignment([...table, ...keys], 0)) return undefined;
      if (this.take(lineEnd) === undefined) return undefined;
    }
    return this.entries;
  }

  /** `= value`; a table within a line sets each key of it. */
  private assignment(keys: readonly string[], depth: number): boolean {
    if (depth > deepest || this.take(/[ \t]*=[ \t]*/y) === undefined) return false;
    if (this.take(/\{[ \t]*/y) === undefined) {
      const value = this.value(depth);
      if (value !== undefined) this.entries.push({ keys, value });
      return value !== undefined;
    }
    while (this.take(/[ \t]*\}/y) === undefined) {
      this.take(/[ \t]*,[ \t]*/y);
      const inner = this.keys();
      if (!inner || !this.assignment([...keys, ...inner], depth + 1)) return false;
    }
    return true;
  }

  private value(depth: number): TomlValue | undefined {
    if (depth > deepest) return undefined;
    if (this.take(/\[/y) === undefined) return this.quoted() ?? this.take(/[^\s,[\]{}#"']+/y)?.[0];
    const list: TomlValue[] = [];
    for (this.take(blank); this.take(/\]/y) === undefined; this.take(blank)) {
      const item = this.value(depth + 1);
      if (item === undefined) return undefined;
      list.push(item);
      this.take(blank);
      this.take(/,/y);
    }
    return list;
  }

  /** `a.b."c.d"` */
  private keys(): readonly string[] | undefined {
    const keys: string[] = [];
    do {
      this.take(/[ \t]*/y);
      const key = this.quoted() ?? this.take(/[\w-]+/y)?.[0];
      if (key === undefined) return undefined;
      keys.push(key);
    } while (this.take(/[ \t]*\.[ \t]*/y) !== undefined);
    return keys;
  }

  private quoted(): string | undefined {
    const plain = this.take(literal);
    if (plain) return plain[1] ?? plain[2];
    const [, lines, line] = this.take(basic) ?? [];
    return (lines ?? line)?.replace(/\\(?:u([\dA-Fa-f]{4})|([^]))/g, (_, code: string | undefined, c = '') =>
      (code === undefined ? escaped[String(c)] ?? String(c) : String.fromCharCode(parseInt(code, 16))));
  }

  /** What stands here, and goes behind it. */
  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.i;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.i += found[0].length;
    return found;
  }
}

/** Tables and lists in each other beyond this are no settings. */
const deepest = 16;

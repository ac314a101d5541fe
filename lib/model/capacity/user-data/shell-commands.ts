/** One simple command of a shell script, or a word that makes commands one: `{`, `(`, and `function` with a name, which also stands for `name()`. */
export interface Command {
  /** Its words without quotes. `$NAME` and `${NAME}` are variables, still to be put in; a dollar that is none is `literalDollar`. */
  readonly words: readonly string[];
  readonly outputs: readonly Output[];
  /** A here-document. */
  readonly input: string | undefined;
  /** How it hangs on the command before it. */
  readonly after: Separator;
  /** Whether the script goes on beside it, by `&`. */
  readonly isApart: boolean;
}

export type Separator = ';' | '&&' | '||' | '|';

export interface Output {
  readonly file: string;
  readonly append: boolean;
}

/** Stands for `$` where the shell leaves it alone. */
export const literalDollar = '\u0001';

/** Takes a script apart into its commands, in their order. `substitute` gives what stands for `$(…)`, which is not run. */
export function shellCommands(script: string, substitute: (command: string) => string): readonly Command[] {
  return new Reader(script, substitute).read();
}

interface HereDocument { readonly command: OpenCommand; readonly end: string; readonly quoted: boolean; readonly stripTabs: boolean }
type OpenCommand = { -readonly [K in keyof Command]: Command[K] } & { words: string[]; outputs: Output[] };

const blank = /[ \t\r]/, wordEnd = /[\s;&|()<>]/;

class Reader {
  private i = 0;
  private command: OpenCommand = emptyCommand(';');
  private readonly commands: OpenCommand[] = [];
  private hereDocuments: HereDocument[] = [];

  constructor(private readonly text: string, private readonly substitute: (command: string) => string) {}

  read(): readonly Command[] {
    while (this.i < this.text.length) this.step();
    this.end(';');
    return this.commands;
  }

  private step(): void {
    const c = this.text[this.i] ?? '', two = this.text.slice(this.i, this.i + 2);
    if (blank.test(c)) this.i++;
    else if (two === '\\\n') this.i += 2;
    else if (c === '#') this.upTo('\n');
    else if (c === '\n') this.endLine();
    else if (/^(?:&>|\d*[<>])/.test(this.text.slice(this.i, this.i + 4)) && !/^[<>]\(/.test(two)) this.redirection();
    else if (/[;&|()]/.test(c)) {
      const operator = ['||', '&&', ';;'].includes(two) ? two : c;
      if (operator === '(' || operator === ')') return this.parenthesis(operator);
      this.i += operator.length;
      if (operator === '&') this.command.isApart = true;
      this.end(operator === '||' || operator === '&&' || operator === '|' ? operator : ';');
    } else this.command.words.push(this.word());
  }

  private parenthesis(mark: '(' | ')'): void {
    const { words } = this.command, [both] = /^\([ \t]*\)/.exec(this.text.slice(this.i, this.i + 8)) ?? [];
    this.i += both?.length ?? 1;
    if (both !== undefined && words.length > 0) {
      if (words[0] !== 'function') words.unshift('function');
      return;
    }
    if (words.length > 0) this.end(';');
    this.command.words.push(mark);
    // Behind the closing one stands where the output goes.
    if (mark === '(') this.end(';');
  }

  private end(next: Separator): void {
    if (this.command.words.length > 0 || this.command.outputs.length > 0) {
      this.commands.push(this.command);
      this.command = emptyCommand(next);
    } else if (next !== ';') this.command = emptyCommand(next);
  }

  private endLine(): void {
    this.i++;
    this.end(';');
    for (const document of this.hereDocuments) document.command.input = this.hereDocument(document);
    this.hereDocuments = [];
  }

  private redirection(): void {
    const [whole = '', descriptor = '', operator = ''] = /^(\d*|&)(<<<|<<-|<<|>>|>\||>&|<&|[<>])/.exec(this.text.slice(this.i)) ?? [];
    this.i += whole.length;
    while (blank.test(this.text[this.i] ?? '.')) this.i++;
    const from = this.i, target = this.word();
    if (operator === '<<<') this.command.input = `${target}\n`;
    else if (operator.startsWith('<<')) {
      const quoted = /['"\\]/.test(this.text.slice(from, this.i));
      this.hereDocuments.push({ command: this.command, end: target, quoted, stripTabs: operator === '<<-' });
    } else if (operator.startsWith('>') && operator !== '>&' && ['', '1', '&'].includes(descriptor)) {
      this.command.outputs.push({ file: target, append: operator === '>>' });
    }
  }

  private hereDocument({ end, quoted, stripTabs }: HereDocument): string {
    const lines: string[] = [];
    while (this.i < this.text.length) {
      const line = this.upTo('\n'), stripped = stripTabs ? line.replace(/^\t+/, '') : line;
      this.i++;
      if (stripped.trimEnd() === end) break;
      lines.push(stripped);
    }
    const body = lines.map(line => `${line}\n`).join('');
    return quoted ? literal(body) : new Reader(body, this.substitute).expandable('');
  }

  /** Characters up to, and not including, one that ends them. */
  private upTo(end: string): string {
    const at = this.text.indexOf(end, this.i), from = this.i;
    this.i = at === -1 ? this.text.length : at;
    return this.text.slice(from, this.i);
  }

  private word(): string {
    let word = '';
    while (this.i < this.text.length) {
      const c = this.text[this.i] ?? '', two = this.text.slice(this.i, this.i + 2);
      if (two === '<(' || two === '>(' || (c === '(' && word.endsWith('='))) word += this.substitution();
      else if (wordEnd.test(c)) break;
      else if (c === "'") word += literal(this.quotedBy("'"));
      else if (two === "$'") {
        this.i++;
        word += literal(unescaped(this.quotedBy("'")));
      } else if (c === '"') {
        this.i++;
        word += this.expandable('"');
        this.i++;
      } else word += this.plain(c, /[^]/);
    }
    return word;
  }

  private quotedBy(quote: string): string {
    this.i++;
    const inside = this.upTo(quote);
    this.i++;
    return inside;
  }

  /** Text in which variables and commands are put in: up to a double quote, or all there is. */
  private expandable(end: '"' | ''): string {
    let text = '';
    while (this.i < this.text.length && (end === '' || this.text[this.i] !== end)) text += this.plain(this.text[this.i] ?? '', /[$`"\\\n]/);
    return text;
  }

  /** One character or one `$(…)`, `${…}` or escape. `escapable`: before what a backslash is taken away. */
  private plain(c: string, escapable: RegExp): string {
    const next = this.text[this.i + 1] ?? '';
    if (c === '`' || (c === '$' && next === '(')) return this.substitution();
    if (c === '$' && next === '{') return this.braced();
    this.i++;
    if (c !== '\\' || !escapable.test(next)) return c;
    this.i++;
    return next === '\n' ? '' : literal(next);
  }

  private substitution(): string {
    const from = this.i;
    if (this.text[this.i] === '`') this.quotedBy('`');
    else this.pair('(', ')');
    return this.substitute(this.text.slice(from, this.i));
  }

  private braced(): string {
    const from = this.i;
    this.pair('{', '}');
    return this.text.slice(from, this.i);
  }

  /** Goes behind the mark that closes the next one that opens. */
  private pair(open: string, close: string): void {
    let depth = 0;
    do {
      const c = this.text[this.i++];
      if (c === open) depth++;
      else if (c === close) depth--;
    } while (this.i < this.text.length && (depth > 0 || this.text[this.i - 1] !== close));
  }
}

function emptyCommand(after: Separator): OpenCommand {
  return { words: [], outputs: [], input: undefined, after, isApart: false };
}

function literal(text: string): string {
  return text.replaceAll('$', literalDollar);
}

/** What `\n` and its like stand for in `$'…'`, `echo -e` and `printf`. */
export function unescaped(text: string): string {
  return text.replace(/\\([ntr\\'"])/g, (_, c: string) => ({ n: '\n', t: '\t', r: '\r' })[c] ?? c);
}

import { allAnswer, opposite, type Answer } from '../../../core/identity';
import { Mask } from '../../../core/mask';
import type { UnknownReason } from '../../../core/unknown-reason';
import type { AgentFile } from './agent-file';
import { literalDollar, shellCommands, type Command } from './shell-commands';
import { echoed, isForeign, printed, tested } from './shell-words';

const closing = ['}', ')', 'fi', 'done', 'esac'];
const leading = ['do', 'time', 'nohup', 'exec', 'command', 'sudo'];
const declaring = ['export', 'declare', 'local', 'readonly', 'typeset'];
const looking = ['chmod', 'chown', 'file', 'grep', 'head', 'less', 'ls', 'mkdir', 'restorecon', 'stat', 'tail', 'touch', 'wc'];
const agentFile = /^(?:\.\/|.*\/ecs\/)?ecs\.config$|\/etc\/ecs\/?$/;
const assignment = /^([A-Za-z_]\w*)=([^]*)$/;
/** User data is no longer than this; what a script puts together beyond it is given up, as are calls of functions without end. */
const longestText = 16_384, mostCalls = 1_000, deepestCall = 16;
/** Variables that the shell or the system sets. */
const ofSystem = /^(?:BASH\w*|[EU]?UID|RANDOM|SECONDS|\w*TYPE|HOST\w*|HOME|PATH|\w*PWD|USER|LOGNAME|SHELL|LANG|TERM|INSTANCE_ID|AWS_\w+|[\W\d_]+)$/;
/** Commands that set variables which they do not name. */
const setsOthers = /(?:^|[\s;&|(])(?:(?:source|\.|eval)\s|export \$\()/;
/** Where it stands when systemd starts the agent. */
const unitOfAgent = /\/systemd\/system\/ecs\.service/;
const inBranch: UnknownReason = { kind: 'elsewhere', what: 'what decides an if or a loop in the user data' };

/** Commands that belong together: between braces, parentheses, `if` and `fi`, `for` and `done`. */
interface Block {
  /** Whether the block itself is reached. */
  readonly outer: Answer;
  /** Whether what stands here is run. */
  runs: Answer;
  /** Of an `if`: whether an earlier branch was. */
  taken: Answer;
  /** What its commands wrote so far; undefined where that is not known. */
  output: string | undefined;
  /** Whether the agent was waited for before it. */
  readonly wasAwaited: boolean;
}

/**
 * Follows a shell script as far as it writes the agent's configuration: what `echo`, `printf`, `cat` and `tee` put there or into files that are put there
 * later, with variables and functions of the script. A branch is followed as far as it can be told whether it is taken; what is written in another is not
 * known. Nothing else is run.
 */
export class Shell {
  private readonly variables = new Map<string, string>();
  private readonly functions = new Map<string, readonly Command[]>();
  /** Texts of other files, as far as they are known. */
  private readonly files = new Map<string, string | undefined>();
  /** Of variables whether nothing in the text gives them a value. */
  private readonly unset = new Map<string, boolean>();
  private readonly blocks: Block[] = [];
  private status: Answer = 'unknown';
  private calls = 0;
  private depth = 0;
  private text = '';

  constructor(private readonly file: AgentFile, private readonly init: (args: readonly string[]) => void) {}

  run(script: string): void {
    this.text += `${script}\n`;
    this.unset.clear();
    this.runAll(this.commandsOf(script));
  }

  /** Puts a text, undefined where it is not known, into a file. */
  write(path: string, text: string | undefined, append: boolean): void {
    if (!agentFile.test(path)) {
      const all = joined(append ? this.files.get(path) : '', text);
      this.files.set(path, this.runs === 'yes' ? all : undefined);
    } else if (text === undefined) this.file.obscure({ kind: 'elsewhere', what: 'what user data writes to /etc/ecs/ecs.config' });
    else if (this.runs !== 'yes') this.file.append(this.doubtful(text));
    else if (append) this.file.append(text);
    else this.file.replace(text);
  }

  private runAll(commands: readonly Command[]): void {
    let output: string | undefined;
    for (let i = 0; i < commands.length; i++) {
      const command = commands[i] ?? noCommand, next = commands[i + 1];
      if (command.words[0] === 'function') i = this.define(commands, i);
      else {
        output = this.runCommand(command, command.after === '|' ? output : undefined);
        for (const target of this.runs === 'no' ? [] : command.outputs) this.write(this.expand(target.file), output, target.append);
        const block = this.blocks.at(-1), shown = command.outputs.length > 0 || next?.after === '|' ? '' : output;
        if (block) block.output = joined(block.output, shown);
      }
    }
  }

  /** Whether what comes next is run. */
  private get runs(): Answer {
    const block = this.blocks.at(-1);
    return block ? allAnswer([block.outer, block.runs]) : 'yes';
  }

  /** Keeps the commands of a function for its calls. Gives the index of the last of them. */
  private define(commands: readonly Command[], start: number): number {
    const [, name = ''] = commands[start]?.words ?? [];
    let depth = 0, end = start;
    do {
      for (const word of commands[end]?.words ?? []) depth += word === '{' ? 1 : word === '}' ? -1 : 0;
      end++;
    } while (end < commands.length && (depth > 0 || end === start + 1));
    this.functions.set(name, commands.slice(start, end).map((command, i) => (i > 0 ? command : { ...command, words: command.words.slice(2) })));
    return end - 1;
  }

  /** Gives what the command writes to its output, where that is known. */
  private runCommand(command: Command, piped: string | undefined): string | undefined {
    const before = this.status, skipped = (command.after === '&&' && before === 'no') || (command.after === '||' && before === 'yes');
    const wasAwaited = this.file.isAwaited, { words, output } = this.enter(command);
    if (words.length === 0 || skipped || this.runs === 'no') return output;
    const [negated, all] = words[0] === '!' ? [true, words.slice(1)] : [false, words];
    this.status = 'unknown';
    const expanded = all.map(word => this.expand(word));
    if (this.runs === 'yes' && waitsForAgent(expanded) && !unitOfAgent.test(this.text)) this.file.isAwaited = true;
    const written = this.perform(expanded, command.input === undefined ? piped : this.expand(command.input));
    if (command.isApart) this.file.isAwaited = wasAwaited;
    if (negated) this.status = opposite(this.status);
    // Of a list of which the first is open only one answer can be told.
    if (before === 'unknown' && (command.after === '&&' || command.after === '||') && this.status !== (command.after === '&&' ? 'no' : 'yes')) this.status = 'unknown';
    return written;
  }

  /** Enters and leaves blocks by the words at the beginning; gives the words behind, and the output of a block that ends here. */
  private enter({ words, isApart }: Command): { readonly words: readonly string[]; readonly output: string | undefined } {
    let at = 0, output: string | undefined = '';
    for (; at < words.length; at++) {
      const word = words[at] ?? '', block = this.blocks.at(-1);
      if (word === '{' || word === '(' || word === 'if') this.open('yes');
      else if (word === 'while' || word === 'until') this.open('unknown');
      else if (closing.includes(word)) output = this.close(isApart);
      else if (word === 'then' && block) block.runs = allAnswer([opposite(block.taken), this.status]);
      else if ((word === 'elif' || word === 'else') && block) {
        block.taken = opposite(allAnswer([opposite(block.taken), opposite(block.runs)]));
        block.runs = opposite(block.taken);
      } else if (word === 'sudo') at = behindSudo(words, at);
      else if (!leading.includes(word)) break;
    }
    if (['for', 'case', 'select'].includes(words[at] ?? '')) this.open('unknown');
    return { words: words.slice(at), output };
  }

  private open(runs: Answer): void {
    this.blocks.push({ outer: this.runs, runs, taken: 'no', output: '', wasAwaited: this.file.isAwaited });
  }

  private close(isApart = false): string | undefined {
    const block = this.blocks.pop();
    this.status = 'unknown';
    if (!block) return '';
    if (isApart) this.file.isAwaited = block.wasAwaited;
    return block.runs === 'yes' || block.output === undefined ? block.output : this.doubtful(block.output);
  }

  private perform(words: readonly string[], input: string | undefined): string | undefined {
    const [name = '', ...args] = words, operands = args.filter(arg => !arg.startsWith('-')), called = this.functions.get(name);
    if (words.length > 0 && words.every(word => assignment.test(word))) return this.assign(words);
    if (declaring.includes(name)) return this.assign(args);
    if (called) return this.call(called, args);
    switch (name) {
      case 'echo': return echoed(args);
      case 'printf': return printed(args);
      case 'cat': return operands.length === 0 ? input : operands.map(path => this.files.get(path)).reduce(joined, '');
      case 'tee':
        for (const path of operands) this.write(path, input, args.includes('-a') || args.includes('--append'));
        return input;
      case 'cp': case 'mv':
        this.write(within(operands[1] ?? '', operands[0] ?? ''), this.files.get(operands[0] ?? ''), false);
        return '';
      case 'rm':
        for (const path of operands) this.write(path, '', false);
        return '';
      case '[': case '[[': case 'test':
        this.status = tested(args.filter(arg => arg !== ']' && arg !== ']]'));
        return '';
      case 'true': case ':': case 'false':
        this.status = name === 'false' ? 'no' : 'yes';
        return '';
      case 'cloud-init-per': return this.perform(words.slice(3), input);
      default: return this.watch(name, args, words);
    }
  }

  private call(commands: readonly Command[], args: readonly string[]): string | undefined {
    if (this.calls++ > mostCalls || this.depth > deepestCall) return undefined;
    const positions = new Map([...args.map((arg, i): [string, string] => [String(i + 1), arg]), ['@', args.join(' ')], ['*', args.join(' ')], ['#', String(args.length)]]);
    const outer = [...positions.keys()].map((name): [string, string | undefined] => [name, this.variables.get(name)]);
    for (const [name, value] of positions) this.variables.set(name, value);
    this.open('yes');
    this.depth++;
    this.runAll(commands);
    this.depth--;
    for (const [name, value] of outer) {
      if (value === undefined) this.variables.delete(name);
      else this.variables.set(name, value);
    }
    return this.close();
  }

  private assign(words: readonly string[]): string {
    for (const word of words) {
      const [, name, value] = assignment.exec(word) ?? [];
      if (name === undefined || value === undefined) continue;
      this.variables.set(name, this.runs !== 'yes' || value.length > longestText ? this.file.masked(inBranch) : value);
    }
    return '';
  }

  /** Looks out for what may write the configuration in a way that cannot be followed. */
  private watch(name: string, args: readonly string[], words: readonly string[]): undefined {
    const program = name.slice(name.lastIndexOf('/') + 1), isShell = /^(?:(?:ba|da|k|z)?sh|source|\.)$/.test(program);
    const script = isShell ? args.find((_, i) => /^-\w*c$/.test(args[i - 1] ?? '')) : undefined;
    const written = this.files.get(isShell ? args.find(arg => !arg.startsWith('-')) ?? '' : name);
    const shown = (): string => this.file.show(words.join(' '));
    if (program === 'cfn-init') this.init(args);
    else if (program === 'eval') this.call(this.commandsOf(args.join(' ')), []);
    else if (script !== undefined || written !== undefined) this.call(this.commandsOf(script ?? written ?? ''), []);
    else if (program === 'docker' && args.some(arg => arg.includes('ecs-agent'))) this.startAgent(args);
    else if (args.some(arg => agentFile.test(arg)) && !looking.includes(program)) this.file.obscure({ kind: 'elsewhere', what: `what \`${shown()}\` writes` });
    else if (Mask.covers(name)) this.file.suspectText(name);
    else if (isForeign(name, program, args)) this.file.suspect({ kind: 'elsewhere', what: `what \`${shown()}\` runs` });
    return undefined;
  }

  private commandsOf(script: string): readonly Command[] {
    return shellCommands(script, command => this.file.masked({ kind: 'elsewhere', what: `what ${this.file.show(command)} gives` }));
  }

  /** The agent as a container, which takes its configuration also from its environment. */
  private startAgent(args: readonly string[]): void {
    args.forEach((arg, i) => {
      const [, value] = /^(?:-e|--env)=?([^]*)$/.exec(arg) ?? [];
      if (value !== undefined) this.file.append(value === '' ? args[i + 1] ?? '' : value);
    });
  }

  /** A configuration of which it is not known whether it holds. */
  private doubtful(text: string): string {
    return text.replace(/=.*$/gm, () => `=${this.file.masked(inBranch)}`);
  }

  private expand(word: string): string {
    return word.replace(/\$(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\d|\w+|[?#@*!$-]))/g, (_, braced: string | undefined, bare: string | undefined) => this.parameter(braced ?? bare ?? ''))
      .replaceAll(literalDollar, '$');
  }

  /** `NAME`, or `NAME:-text` and its like. */
  private parameter(expression: string): string {
    const [, name, operator = '', other = ''] = /^(\w+|[?#@*!$-])(?::?([-=+?]))?([^]*)$/.exec(expression) ?? [];
    if (name === undefined || (operator === '' && other !== '')) return this.file.masked({ kind: 'elsewhere', what: `what \${${expression}} gives` });
    const value = this.variables.get(name) ?? (this.isUnset(name) ? '' : this.file.masked({ kind: 'elsewhere', what: `the shell variable ${name}` }));
    if (operator === '-' || operator === '=') return value === '' ? this.expand(other) : value;
    return operator === '+' && value !== '' ? this.expand(other) : value;
  }

  /** Whether nothing gives the variable a value, as where `Fn::Sub` was forgotten: the shell takes it for the empty text then. */
  private isUnset(name: string): boolean {
    const known = this.unset.get(name);
    if (known !== undefined) return known;
    const unset = !ofSystem.test(name) && !setsOthers.test(this.text) && !new RegExp(`(?<![$\\w])(?<!\\$\\{)${name}\\b`).test(this.text);
    this.unset.set(name, unset);
    return unset;
  }
}

const noCommand: Command = { words: [], outputs: [], input: undefined, after: ';', isApart: false };

/** One text behind another; undefined where one is not known, or both are too long. */
function joined(before: string | undefined, text: string | undefined): string | undefined {
  return before === undefined || text === undefined || before.length + text.length > longestText ? undefined : before + text;
}

/** Where a file is copied to: into a folder under its own name. */
function within(target: string, source: string): string {
  return /\/$|^\/etc\/ecs$/.test(target) ? `${target.replace(/\/$/, '')}/${source.slice(source.lastIndexOf('/') + 1)}` : target;
}

/** The index of the last word that belongs to `sudo`. */
function behindSudo(words: readonly string[], at: number): number {
  let last = at;
  while (words[last + 1]?.startsWith('-')) last += /^-[ugph]$/.test(words[last + 1] ?? '') ? 2 : 1;
  return last;
}

/** Whether a command comes back only when the agent has started. */
function waitsForAgent([program, ...args]: readonly string[]): boolean {
  const [first, second] = args.filter(arg => !arg.startsWith('-')), [verb, unit] = program === 'service' ? [second, first] : [first, second];
  return (program === 'systemctl' || program === 'service') && (verb === 'start' || verb === 'restart') && /^ecs(?:\.service)?$/.test(unit ?? '') && !args.includes('--no-block');
}

import { Mask } from '../../core/mask';
import type { UnknownReason } from '../../core/unknown-reason';
import type { AgentFile } from './agent-file';
import { literalDollar, shellCommands, unescaped, type Command } from './shell-commands';

const opening = ['if', 'while', 'until', 'for', 'case', 'select'], closing = ['fi', 'done', 'esac'];
const leading = ['if', 'while', 'until', 'then', 'else', 'elif', 'do', '!', '{', '}', 'time', 'nohup', 'exec', 'command', 'sudo', ...closing];
const declaring = ['export', 'declare', 'local', 'readonly', 'typeset'];
const looking = ['cat', 'chmod', 'chown', 'echo', 'file', 'grep', 'head', 'less', 'ls', 'mkdir', 'printf', 'restorecon', 'stat', 'tail', 'tee', 'test', 'touch', 'wc', '[', '[['];
const interpreters = /^(?:(?:ba|da|k|z)?sh|python[\d.]*|perl|ruby|node|php|pwsh|source|\.|eval)$/;
const configurators = /^(?:ansible\S*|chef\S*|puppet\S*|salt\S*|cinc\S*)$/;
/** Where programs of the system and of AWS lie. */
const systemFolders = /^\/(?:usr\/)?(?:local\/)?s?bin\/|^\/opt\/aws\/|^\/etc\/init\.d\//;
const agentFile = /^(?:\.\/|.*\/ecs\/)?ecs\.config$|\/etc\/ecs\/?$/;
const assignment = /^([A-Za-z_]\w*)=([^]*)$/;
const longestValue = 16_384;
/** Variables that the shell or the system sets. */
const ofSystem = /^(?:BASH\w*|[EU]?UID|RANDOM|SECONDS|\w*TYPE|HOST\w*|HOME|PATH|\w*PWD|USER|LOGNAME|SHELL|LANG|TERM|INSTANCE_ID|AWS_\w+|[\W\d_]+)$/;
/** Commands that set variables which they do not name. */
const setsOthers = /(?:^|[\s;&|(])(?:(?:source|\.|eval)\s|export \$\()/;
const inBranch: UnknownReason = { kind: 'elsewhere', what: 'what decides an if or a loop in the user data' };

/**
 * Follows a shell script as far as it writes the agent's configuration: what `echo`, `printf`, `cat` and `tee` put there, with variables that
 * the script sets. What an `if` or a loop writes may be there or not: values that it assigns are unknown. Nothing else is run.
 */
export class Shell {
  private readonly variables = new Map<string, string>();
  private depth = 0;
  private text = '';

  constructor(private readonly file: AgentFile, private readonly init: (args: readonly string[]) => void) {}

  run(script: string): void {
    this.text += `${script}\n`;
    const commands = shellCommands(script, command => this.file.masked({ kind: 'elsewhere', what: `what ${this.file.show(command)} gives` }));
    let output: string | undefined;
    for (const command of commands) {
      output = this.runCommand(command.words.map(word => this.expand(word)), command, command.piped ? output : undefined);
      const target = command.outputs.find(({ file }) => agentFile.test(this.expand(file)));
      if (target) this.write(output, target.append);
    }
  }

  /** Gives what the command writes to its output, where that is known. */
  private runCommand(all: readonly string[], command: Pick<Command, 'input'>, piped: string | undefined): string | undefined {
    const words = this.enter(all), [name = '', ...args] = words;
    const input = command.input === undefined ? piped : this.expand(command.input);
    if (words.length > 0 && words.every(word => assignment.test(word))) this.assign(words);
    else if (declaring.includes(name)) this.assign(args);
    switch (name) {
      case 'echo': return echoed(args);
      case 'printf': return printed(args);
      case 'cat': return args.every(arg => arg.startsWith('-')) ? input : undefined;
      case 'tee':
        if (args.some(arg => agentFile.test(arg))) this.write(input, args.includes('-a') || args.includes('--append'));
        return input;
      case 'rm':
        if (args.some(arg => agentFile.test(arg)) && this.depth === 0) this.file.replace('');
        return undefined;
      default: this.watch(name, args, words);
    }
    return undefined;
  }

  /** The words behind `if`, `then`, `sudo` and their like. */
  private enter(words: readonly string[]): readonly string[] {
    const [first = '', ...rest] = words;
    if (opening.includes(first)) this.depth++;
    if (closing.includes(first)) this.depth--;
    if (!leading.includes(first)) return words;
    if (first !== 'sudo') return this.enter(rest);
    const start = rest.findIndex((word, i) => !word.startsWith('-') && !/^-[ugph]$/.test(rest[i - 1] ?? ''));
    return this.enter(start === -1 ? [] : rest.slice(start));
  }

  private assign(words: readonly string[]): void {
    for (const word of words) {
      const [, name, value] = assignment.exec(word) ?? [];
      if (name === undefined || value === undefined) continue;
      // A variable that is put into itself again and again grows beyond all bounds.
      this.variables.set(name, this.depth > 0 || value.length > longestValue ? this.file.masked(inBranch) : value);
    }
  }

  /** Looks out for what may write the configuration in a way that cannot be followed. */
  private watch(name: string, args: readonly string[], words: readonly string[]): void {
    const program = name.slice(name.lastIndexOf('/') + 1);
    const script = /^(?:ba|da|k|z)?sh$/.test(program) ? args.find((_, i) => /^-\w*c$/.test(args[i - 1] ?? '')) : undefined;
    const shown = (): string => this.file.show(words.join(' '));
    if (program === 'cfn-init') this.init(args);
    else if (program === 'eval') this.run(args.join(' '));
    else if (script !== undefined) this.run(script);
    else if (args.some(arg => agentFile.test(arg)) && !looking.includes(program)) this.file.obscure({ kind: 'elsewhere', what: `what \`${shown()}\` writes` });
    else if (Mask.covers(name)) this.file.suspectText(name);
    else if (isForeign(name, program, args)) this.file.suspect({ kind: 'elsewhere', what: `what \`${shown()}\` runs` });
  }

  private write(text: string | undefined, append: boolean): void {
    if (text === undefined) return this.file.obscure({ kind: 'elsewhere', what: 'what user data writes to /etc/ecs/ecs.config' });
    if (this.depth > 0) this.file.append(text.replace(/=.*$/gm, () => `=${this.file.masked(inBranch)}`));
    else if (append) this.file.append(text);
    else this.file.replace(text);
  }

  private expand(word: string): string {
    return word.replace(/\$(?:\{(\w+)[^}]*\}|(\w+|[?#@*!$-]))/g, (_, braced: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare ?? '';
      return this.variables.get(name) ?? (this.isUnset(name) ? '' : this.file.masked({ kind: 'elsewhere', what: `the shell variable ${name}` }));
    }).replaceAll(literalDollar, '$');
  }

  /** Whether nothing gives the variable a value, as where `Fn::Sub` was forgotten: the shell takes it for the empty text then. */
  private isUnset(name: string): boolean {
    return !ofSystem.test(name) && !setsOthers.test(this.text) && !new RegExp(`(?<![$\\w])(?<!\\$\\{)${name}\\b`).test(this.text);
  }
}

/** Whether a program runs code that is neither in the user data nor a program of the system. */
function isForeign(name: string, program: string, args: readonly string[]): boolean {
  if (interpreters.test(program)) return !((name === 'source' || name === '.') && /^(?:\/etc\/|~)/.test(args[0] ?? ''));
  return configurators.test(program) || (name.includes('/') && !systemFolders.test(name));
}

function echoed(args: readonly string[]): string {
  const start = args.findIndex(arg => !/^-[neE]+$/.test(arg)), options = args.slice(0, start === -1 ? args.length : start).join('');
  const text = args.slice(start === -1 ? args.length : start).join(' ');
  return `${options.includes('e') ? unescaped(text) : text}${options.includes('n') ? '' : '\n'}`;
}

function printed([format = '', ...args]: readonly string[]): string {
  const rest = [...args], pattern = /%[sdb]/g;
  let text = '';
  do text += format.replace(pattern, () => rest.shift() ?? ''); while (rest.length > 0 && format.search(pattern) !== -1);
  return unescaped(text);
}

import { byText } from '../../../core/order';
import type { Property } from '../../../template/property';
import type { Resource } from '../../../template/resource';
import type { AgentFile } from './agent-file';
import type { Shell } from './shell';

/** What takes the commands that it runs and the files that it writes. */
type Runner = Pick<Shell, 'run' | 'write'>;

/**
 * Follows `cfn-init`, which applies what the metadata of a resource says: files before commands, commands by name. All configurations are taken at
 * the first call, whichever set is asked for.
 */
export class CfnInit {
  private readonly followed = new Set<string>();

  constructor(private readonly resource: (id: string) => Resource | undefined, private readonly file: AgentFile) {}

  run(args: readonly string[], shell: Runner): void {
    const id = args.find((_, i) => ['--resource', '-r'].includes(args[i - 1] ?? '')) ?? '';
    if (this.followed.has(id)) return;
    this.followed.add(id);
    const init = this.resource(id)?.init.map();
    if (init?.state !== 'known') return this.file.suspect({ kind: 'elsewhere', what: 'what cfn-init applies' });
    for (const [name, config] of init.value) if (name !== 'configSets') apply(config, this.file, shell);
  }
}

function apply(config: Property, file: AgentFile, shell: Runner): void {
  const files = config.get('files').map(), commands = config.get('commands').map();
  for (const part of [files, commands]) if (part.state === 'unknown') file.suspect(part.why);
  for (const [path, written] of files.state === 'known' ? files.value : []) {
    const content = written.get('content').text();
    shell.write(path, content.state === 'absent' ? undefined : file.mask.hide(content), false);
  }
  if (commands.state !== 'known') return;
  for (const [, command] of [...commands.value].sort(([a], [b]) => byText(a, b))) {
    const property = command.get('command'), list = property.list();
    const words = list.state === 'known' ? list.value.map(word => word.text()) : [property.text()];
    shell.run(words.map(word => (word.state === 'absent' ? '' : file.mask.hide(word))).join(' '));
  }
}

import { decodeBase64 } from '../../../core/base64';
import { Mask } from '../../../core/mask';
import { parseYaml } from '../../../template/parse';
import { isList, isMap, own, type Raw, type RawMap } from '../../../template/raw';
import type { AgentFile } from './agent-file';
import type { Shell } from './shell';

/** Reads a cloud-config: the files that it writes, and the commands that it runs before and after. */
export function readCloudConfig(yaml: string, file: AgentFile, shell: Shell): void {
  const lines = yaml.split('\n'), isOpen = (line: string): boolean => /^\s*\S$/u.test(line) && Mask.covers(line);
  const root = parsed(lines.filter(line => !isOpen(line)).join('\n'));
  if (root === undefined) return file.obscure({ kind: 'form', expected: 'a cloud-config', found: 'other YAML' });
  runAll(own(root, 'bootcmd'), shell);
  const files = own(root, 'write_files');
  for (const entry of isList(files) ? files : []) {
    const path = own(entry, 'path'), content = own(entry, 'content');
    if (typeof path !== 'string') continue;
    const text = String(content ?? ''), encoding = own(entry, 'encoding');
    const decoded = encoding === undefined || encoding === 'text/plain' ? text : /^(?:b64|base64)$/.test(String(encoding)) ? decodeBase64(text) : undefined;
    shell.write(path, decoded, String(own(entry, 'append')) === 'true');
  }
  runAll(own(root, 'runcmd'), shell);
  const open = lines.find(isOpen);
  if (open !== undefined) file.suspectText(open.trim());
}

function parsed(yaml: string): RawMap | undefined {
  try {
    return parseYaml('user data', yaml).root;
  } catch {
    return undefined;
  }
}

/** Each command is a text for the shell, or a list of words. */
function runAll(commands: Raw | undefined, shell: Shell): void {
  for (const command of isList(commands) ? commands : []) {
    if (!isMap(command)) shell.run(isList(command) ? command.map(word => quoted(String(word))).join(' ') : String(command));
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'"'"'`)}'`;
}

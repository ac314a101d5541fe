import { Mask } from '../../../core/mask';
import type { AgentFile } from './agent-file';
import { readToml, type TomlValue } from './toml';

/** What Bottlerocket makes of its settings for the agent. */
const variables: ReadonlyMap<string, (value: TomlValue) => string> = new Map([
  ['allow-privileged-containers', value => `ECS_DISABLE_PRIVILEGED=${String(value !== 'true')}`],
  ['cluster', value => `ECS_CLUSTER=${String(value)}`],
  ['logging-drivers', value => `ECS_AVAILABLE_LOGGING_DRIVERS=${JSON.stringify(value)}`],
  ['reserved-memory', value => `ECS_RESERVED_MEMORY=${String(value).replaceAll('_', '')}`],
]);

/** Reads Bottlerocket's user data, settings in TOML, as the configuration that Bottlerocket starts the agent with. */
export function readBottlerocket(toml: string, file: AgentFile): void {
  const lines = toml.split('\n'), isOpen = (line: string): boolean => /^\s*\S\s*$/u.test(line) && Mask.covers(line), open = lines.find(isOpen);
  const entries = readToml(lines.filter(line => !isOpen(line)).join('\n'));
  if (!entries) return file.obscure({ kind: 'form', expected: 'settings in TOML', found: 'other user data' });
  // A line that is not known may be any setting, and what is written after it is known all the same.
  if (open !== undefined) file.append(open.trim());
  const attributes: [string, TomlValue][] = [];
  for (const { keys: [settings, ecs, setting = '', name], value } of entries) {
    if (settings !== 'settings' || ecs !== 'ecs') continue;
    const line = variables.get(setting)?.(value);
    if (line !== undefined) file.append(line);
    if (setting === 'instance-attributes' && name !== undefined) attributes.push([name, value]);
  }
  if (attributes.length > 0) file.append(`ECS_INSTANCE_ATTRIBUTES=${JSON.stringify(Object.fromEntries(attributes))}`);
}

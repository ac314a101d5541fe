import type { AgentFile } from './agent-file';

/** What Bottlerocket makes of its settings for the agent. */
const variables: Readonly<Record<string, string>> = {
  'cluster': 'ECS_CLUSTER',
  'logging-drivers': 'ECS_AVAILABLE_LOGGING_DRIVERS',
  'reserved-memory': 'ECS_RESERVED_MEMORY',
};

/** Reads Bottlerocket's user data, settings in TOML, as the configuration that Bottlerocket starts the agent with. */
export function readBottlerocket(toml: string, file: AgentFile): void {
  const attributes: [string, string][] = [];
  let table = '';
  for (const line of toml.split('\n').map(text => text.trim())) {
    const [, header] = /^\[([^[\]]+)\]/.exec(line) ?? [];
    const [, key, value] = /^([\w."'-]+)\s*=\s*("[^"]*"|'[^']*'|\[[^\]]*\]|[^#\s]+)/.exec(line) ?? [];
    if (header !== undefined) table = `${header}.`;
    if (key === undefined || value === undefined) continue;
    const [, setting] = /^settings\.ecs\.(.+)$/.exec((table + key).replace(/["'\s]/g, '')) ?? [];
    const [, attribute] = /^instance-attributes\.(.+)$/.exec(setting ?? '') ?? [];
    if (attribute !== undefined) attributes.push([attribute, value.replace(/^["']|["']$/g, '')]);
    const variable = setting === undefined ? undefined : variables[setting];
    if (variable !== undefined) file.append(`${variable}=${value.startsWith('[') ? value.replaceAll("'", '"') : value}`);
  }
  if (attributes.length > 0) file.append(`ECS_INSTANCE_ATTRIBUTES=${JSON.stringify(Object.fromEntries(attributes))}`);
}

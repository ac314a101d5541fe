import type { AgentFile } from './agent-file';
import type { CfnInit } from './cfn-init';

/** A word of PowerShell: as it stands, with variables and escapes, or bare. */
const quoted = "(?:'([^']*)'|\"((?:[^\"`]|`.)*)\"|([^\\s'\";,)]+))";

/** Reads a PowerShell script for `Initialize-ECSAgent`, and for variables of the agent that it sets. What `cfn-init` runs counts as a part of it. */
export function readPowerShell(script: string, file: AgentFile, init: CfnInit): void {
  const commands: string[] = [], [, initOptions] = /\bcfn-init(?:\.exe)?\b([^\r\n]*)/i.exec(script) ?? [];
  if (initOptions !== undefined) init.run(initOptions.trim().split(/\s+/), { run: command => commands.push(command), write: () => undefined });
  const text = [script, ...commands].join('\n').replace(/`\r?\n/g, ' ').replace(/<#[^]*?(?:#>|(?![^]))|(?<=^|\s)#.*$/gm, '');
  for (const [whole, name = '', ...words] of text.matchAll(new RegExp(`SetEnvironmentVariable\\(\\s*["'](ECS_\\w+)["']\\s*,\\s*${quoted}`, 'gi'))) {
    file.append(`${name}=${expanded([whole, ...words], text, file) ?? ''}`);
  }
  const [, options] = /Initialize-ECSAgent([^\r\n]*)/i.exec(text) ?? [];
  if (options === undefined) return file.suspect({ kind: 'elsewhere', what: 'how the agent is started by the PowerShell script' });
  for (const [option, name] of [['Cluster', 'ECS_CLUSTER'], ['LoggingDrivers', 'ECS_AVAILABLE_LOGGING_DRIVERS']] as const) {
    const value = expanded(new RegExp(`-${option}[\\s:]+${quoted}`, 'i').exec(options) ?? [], text, file);
    if (value !== undefined) file.append(`${name}=${value}`);
  }
  for (const [option, name] of [['EnableTaskIAMRole', 'ECS_ENABLE_TASK_IAM_ROLE'], ['EnableTaskENI', 'ECS_ENABLE_TASK_ENI']] as const) {
    const [given, value = 'true'] = new RegExp(`-${option}\\b(?::\\s*(\\S+))?`, 'i').exec(options) ?? [];
    if (given !== undefined) file.append(`${name}=${expanded([given, undefined, undefined, value], text, file) ?? ''}`);
  }
  // Options may stand in a variable.
  if (/\s@\w/.test(options)) file.append(file.masked({ kind: 'elsewhere', what: 'the options of Initialize-ECSAgent' }));
}

/** What a match of `quoted` gives; of a variable its value, where the script sets it to a text. */
function expanded([, single, double, bare]: readonly (string | undefined)[], script: string, file: AgentFile): string | undefined {
  const word = double?.replace(/`(.)/g, '$1') ?? bare;
  if (single !== undefined || !word?.startsWith('$')) return single ?? word;
  if (/^\$(?:true|false)$/i.test(word)) return word.slice(1).toLowerCase();
  const [, literal, text] = new RegExp(`${word.replace(/\W/g, '\\$&')}\\s*=\\s*(?:'([^']*)'|"([^"$]*)")`, 'i').exec(script) ?? [];
  return literal ?? text ?? file.masked({ kind: 'elsewhere', what: `the PowerShell variable ${word}` });
}

import type { AgentFile } from './agent-file';

const quoted = `(?:'([^']*)'|"([^"]*)"|([^\\s'";]+))`;

/** Reads a PowerShell script for `Initialize-ECSAgent`, and for variables of the agent that it sets. */
export function readPowerShell(script: string, file: AgentFile): void {
  const text = script.replace(/`\r?\n/g, ' ');
  const value = (match: RegExpExecArray | null): string | undefined => expanded(match?.[1] ?? match?.[2] ?? match?.[3], text, file);
  for (const [, name = '', ...values] of text.matchAll(new RegExp(`SetEnvironmentVariable\\(\\s*["'](ECS_\\w+)["']\\s*,\\s*${quoted}`, 'gi'))) {
    file.append(`${name}=${expanded(values.find(Boolean), text, file) ?? ''}`);
  }
  const [, options] = /Initialize-ECSAgent([^\r\n]*)/i.exec(text) ?? [];
  if (options === undefined) return file.suspect({ kind: 'elsewhere', what: 'how the agent is started by the PowerShell script' });
  const cluster = value(new RegExp(`-Cluster[\\s:]+${quoted}`, 'i').exec(options)), drivers = value(new RegExp(`-LoggingDrivers[\\s:]+${quoted}`, 'i').exec(options));
  if (cluster !== undefined) file.append(`ECS_CLUSTER=${cluster}`);
  if (drivers !== undefined) file.append(`ECS_AVAILABLE_LOGGING_DRIVERS=${drivers}`);
}

/** A variable's value where the script sets it to a text. */
function expanded(word: string | undefined, script: string, file: AgentFile): string | undefined {
  if (word === undefined || !word.startsWith('$')) return word;
  const [, single, double] = new RegExp(`${word.replace(/\W/g, '\\$&')}\\s*=\\s*(?:'([^']*)'|"([^"$]*)")`, 'i').exec(script) ?? [];
  return single ?? double ?? file.masked({ kind: 'elsewhere', what: `the PowerShell variable ${word}` });
}

import { existsSync } from 'node:fs';
import { readText } from '../assembly/disk';
import { isRegion, type Config, type FailOn } from '../config/config';
import { isDay } from '../core/date';
import { didYouMean } from '../core/nearest';
import { InputError } from '../finding/input-error';
import type { Arguments, Option } from './arguments';
import { readParameters } from './parameters';

/** The options that say of what deployment and by what measure a dry run is. */
export const settingsOptions = [
  { name: 'parameter', value: 'NAME=VALUE', repeatable: true, help: 'a value for a parameter of the templates; STACK:NAME=VALUE for one stack alone' },
  { name: 'parameters', value: 'FILE', repeatable: true, help: 'values for parameters, in JSON or YAML: as CloudFormation takes them, or a map' },
  { name: 'region', value: 'REGION', help: 'the region of stacks that do not say theirs' },
  { name: 'account', value: 'ID', help: 'the account of stacks that do not say theirs' },
  { name: 'config', value: 'FILE', help: 'read FILE instead of drydock.json, which is read where it exists' },
  { name: 'fail-on', value: 'SEVERITY', help: 'exit with 1 from this severity on: error (unless said otherwise), warning, never' },
  { name: 'today', value: 'YYYY-MM-DD', help: 'the day by which acknowledgements are judged: today unless said otherwise' },
] as const satisfies readonly Option[];

/** The options of a command that plays scenarios. */
export const playOptions = [
  { name: 'seed', value: 'N', help: 'decides where ECS would choose at random: 1 unless said otherwise' },
  { name: 'seeds', value: 'N', help: 'try N seeds from that one on, and tell what depends on luck' },
] as const satisfies readonly Option[];

/** What the options and `drydock.json` say together; options go first. */
export interface Settings {
  readonly config?: Config;
  readonly parameters: ReadonlyMap<string, string>;
  readonly region?: string;
  readonly account?: string;
  readonly failOn: FailOn;
  readonly seed: number;
  readonly seeds?: number;
  readonly today: string;
}

export function readSettings(given: Arguments): Settings {
  const config = readConfig(given.one('config'));
  const region = valueOf(given, 'region', isRegion, 'a region, as eu-west-1') ?? config?.region;
  const account = valueOf(given, 'account', text => /^\d{12}$/.test(text), 'an account id of 12 digits') ?? config?.account;
  const seeds = valueOf(given, 'seeds', text => /^([1-9]\d{0,2}|1000)$/.test(text), 'a whole number from 1 to 1000');
  return {
    ...(config ? { config } : {}),
    ...(seeds === undefined ? {} : { seeds: Number(seeds) }),
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    parameters: readParameters(given.all('parameters'), given.all('parameter')),
    failOn: failOnOf(given) ?? config?.failOn ?? 'error',
    seed: Number(valueOf(given, 'seed', text => /^\d{1,9}$/.test(text), 'a whole number') ?? 1),
    today: valueOf(given, 'today', isDay, 'a date, as 2027-01-31') ?? new Date().toISOString().slice(0, 10),
  };
}

/** The default file is read where it exists; one that is named must. jsonschema is loaded for nothing else. */
function readConfig(named: string | undefined): Config | undefined {
  const file = named ?? 'drydock.json';
  if (named === undefined && !existsSync(file)) return undefined;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded late, see above
  const { parseConfig } = require('../config/parse-config') as typeof import('../config/parse-config');
  return parseConfig(file, readText(file, file));
}

function valueOf(given: Arguments, name: (typeof settingsOptions | typeof playOptions)[number]['name'], fits: (text: string) => boolean, takes: string): string | undefined {
  const value = given.one(name);
  if (value !== undefined && !fits(value)) throw new InputError(`--${name} takes ${takes}, not ${value}.`);
  return value;
}

function failOnOf(given: Arguments): FailOn | undefined {
  const value = given.one('fail-on'), allowed = ['error', 'warning', 'never'] as const;
  const chosen = allowed.find(severity => severity === value);
  if (value !== undefined && chosen === undefined) throw new InputError(`--fail-on takes error, warning or never, not ${value}.${didYouMean(value, allowed)}`);
  return chosen;
}

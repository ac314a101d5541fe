import { existsSync, readFileSync } from 'node:fs';
import type { IConstruct } from 'constructs';
import { dryRun, InputError, parseConfig, readInputs, version, type Config, type DryRunResult, type FailOn } from '../../engine';
import { acknowledgementsIn, withUnrecorded, type TreeAcknowledgement } from './acknowledgements';

/** What is said of the deployment beside the templates. */
export interface DrydockOptions {
  /**
   * A file as `drydock.json`, with parameters, acknowledgements, and what the account holds.
   * @default - `drydock.json` where the app is run, if there is one
   */
  readonly config?: string;
  /**
   * Values for parameters of the templates, for every stack that declares them.
   * @default - the defaults of the parameters
   */
  readonly parameters?: { [name: string]: string };
  /**
   * The region of stacks that do not say theirs.
   * @default - unknown; what depends on it is undecided
   */
  readonly region?: string;
  /**
   * From which severity on a finding makes `cdk synth` fail: `error`, `warning` or `never`.
   * @default - what the configuration says, else error
   */
  readonly failOn?: 'error' | 'warning' | 'never';
}

/** What came of an app. */
export interface AppDryRun extends DryRunResult {
  readonly failOn: FailOn;
  /** What is acknowledged in its constructs. */
  readonly acknowledged: readonly TreeAcknowledgement[];
}

/** Dry-runs what an app wrote into `folders`. Throws `InputError` where the options are wrong. */
export function dryRunApp(root: IConstruct, folders: readonly string[], options: DrydockOptions = {}): AppDryRun {
  const config = readConfig(options.config), acknowledged = acknowledgementsIn(root);
  const { parameters = {}, region = config?.region } = options;
  const { deployments } = readInputs(folders, {
    workingDirectory: process.cwd(),
    parameters: new Map(Object.entries(parameters)),
    ...(region === undefined ? {} : { region }),
    ...(config?.account === undefined ? {} : { account: config.account }),
  });
  const prepared = deployments.map(stacks => withUnrecorded(stacks, acknowledged));
  return {
    ...dryRun(prepared, { today: new Date().toISOString().slice(0, 10), ...(config ? { config } : {}) }),
    failOn: options.failOn ?? config?.failOn ?? 'error',
    acknowledged,
  };
}

/** What to say of an exception, or of a rule that broke: it is ours, and not the user's. */
export function bugText(error: unknown, where = ''): string {
  return `this is a bug in Drydock ${version}${where}, not in your app. Please report it with these lines.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** The configuration: the file that is named, which there must be, else `drydock.json` where there is one. */
export function readConfig(named?: string): Config | undefined {
  const file = named ?? 'drydock.json';
  if (existsSync(file)) return parseConfig(file, readFileSync(file, 'utf8'));
  if (named !== undefined) throw new InputError(`There is no ${named}.`);
  return undefined;
}

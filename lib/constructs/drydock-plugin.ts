import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { Stage, type IPolicyValidationContext, type IPolicyValidationPlugin, type PolicyValidationPluginReport, type PolicyViolation } from 'aws-cdk-lib';
import { dryRun, InputError, isTooBad, parseConfig, readInputs, renderText, rules, version, withConfigured, type Config, type DryRunResult } from '../engine';
import { acknowledgementsIn, withUnrecorded, type TreeAcknowledgement } from './acknowledgements';
import { violationsOf } from './violations';

/** What is said of the deployment beside the templates. */
export interface DrydockOptions {
  /**
   * A file as `drydock.json`, with parameters and acknowledgements.
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

/**
 * Dry-runs what an app synthesizes: `cdk synth` fails when the deployment would.
 *
 * It prints its own report, because the CDK prints none for stacks in stages. It never lets a synthesis pass because it broke: the CDK takes a plugin that throws for
 * one that found nothing, so that here everything that goes wrong becomes a violation.
 */
export class DrydockPlugin implements IPolicyValidationPlugin {
  readonly name = 'Drydock';
  readonly version = version;
  readonly ruleIds = rules.map(({ id }) => id);
  private printed = '';

  constructor(private readonly options: DrydockOptions = {}) {}

  /** Called by the CDK when the templates are written. */
  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const { reached, success, violations } = this.judge(context);
    // The CDK's command fails by our violations, but overlooks those in stages that it was not told to synthesize. It does not overlook a process that failed.
    if (isUnderCommand() && (!reached || (!success && hasStages(context)))) process.exitCode = 1;
    return { success, violations, pluginVersion: version };
  }

  private judge(context: IPolicyValidationContext): Verdict {
    try {
      const config = readConfig(this.options.config), acknowledged = acknowledgementsIn(context.appConstruct);
      const { report, broken } = this.dryRun(context, config, acknowledged), failOn = this.options.failOn ?? config?.failOn ?? 'error';
      this.print(renderText(report));
      const bugs = broken.map(({ rule, resource, error }) => this.failure(context, bugText(error, `, in rule ${rule} at ${resource.id}`)));
      const reached = bugs.length === 0;
      return { reached, success: reached && !isTooBad(report, failOn), violations: [...violationsOf(report, failOn, acknowledged), ...bugs] };
    } catch (error) {
      return { reached: false, success: false, violations: [this.failure(context, error instanceof InputError ? error.message : bugText(error))] };
    }
  }

  private dryRun(context: IPolicyValidationContext, config: Config | undefined, acknowledged: readonly TreeAcknowledgement[]): DryRunResult {
    const { parameters = {}, region = config?.region } = this.options;
    const { deployments } = readInputs(foldersOf(context), {
      workingDirectory: process.cwd(),
      parameters: new Map(Object.entries(parameters)),
      ...(region === undefined ? {} : { region }),
      ...(config?.account === undefined ? {} : { account: config.account }),
    });
    const today = new Date().toISOString().slice(0, 10);
    return dryRun(deployments.map(stacks => withUnrecorded(stacks.map(stack => withConfigured(stack, config)), acknowledged)), { today, ...(config ? { config } : {}) });
  }

  /** That no verdict was reached. It names a stack, since the CDK shows nothing that it cannot place, and it cannot be acknowledged. */
  private failure({ stackTemplates: [stack] }: IPolicyValidationContext, description: string): PolicyViolation {
    this.print(`Drydock: ${description}\n`);
    const violatingResources = [{ constructPath: stack?.stackConstructPath ?? '', locations: [] }];
    return { ruleName: 'no-verdict', severity: 'fatal', description, violatingResources };
  }

  /** Under the CDK's command, and no text twice, since the command may synthesize often. In a program, as a test is, the CDK's error holds the violations. */
  private print(text: string): void {
    if (!isUnderCommand() || text === this.printed) return;
    this.printed = text;
    process.stderr.write(text);
  }
}

interface Verdict {
  /** False where something went wrong, so that nobody can tell. */
  readonly reached: boolean;
  readonly success: boolean;
  readonly violations: PolicyViolation[];
}

function hasStages({ appConstruct, templatePaths }: IPolicyValidationContext): boolean {
  return templatePaths.some(path => !Stage.isStage(appConstruct) || dirname(resolve(path)) !== resolve(appConstruct.outdir));
}

/** The outermost folders of the templates: an assembly holds the assemblies of its stages. */
function foldersOf({ templatePaths }: IPolicyValidationContext): readonly string[] {
  const folders = [...new Set(templatePaths.map(path => dirname(resolve(path))))];
  return folders.filter(folder => !folders.some(other => folder.startsWith(other + sep)));
}

function readConfig(named: string | undefined): Config | undefined {
  const file = named ?? 'drydock.json';
  if (existsSync(file)) return parseConfig(file, readFileSync(file, 'utf8'));
  if (named !== undefined) throw new InputError(`There is no ${named}.`);
  return undefined;
}

/** The CDK's command runs the app in a process of its own, and says there where to write. */
function isUnderCommand(): boolean {
  return process.env.CDK_OUTDIR !== undefined;
}

function bugText(error: unknown, where = ''): string {
  return `this is a bug in Drydock ${version}${where}, not in your app. Please report it with these lines.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

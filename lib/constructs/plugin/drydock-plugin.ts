import { dirname, resolve, sep } from 'node:path';
import { Stage, type IPolicyValidationContext, type IPolicyValidationPlugin, type PolicyValidationPluginReport, type PolicyViolation } from 'aws-cdk-lib';
import { InputError, isRegion, isTooBad, renderText, rules, version } from '../../engine';
import { misuse } from '../misuse';
import { checkGiven } from '../options/check';
import { isUnderCommand } from '../under-command';
import { bugText, dryRunApp, type DrydockOptions } from './dry-run-app';
import { violationsOf } from './violations';

/**
 * Dry-runs what an app synthesizes: `cdk synth` fails when the deployment would.
 *
 * It prints its own report, because the CDK prints none for stacks in stages. It never lets a synthesis pass because it broke: the CDK takes a plugin that throws for
 * one that found nothing, so that here everything that goes wrong becomes a violation.
 */
export class DrydockPlugin implements IPolicyValidationPlugin {
  readonly name = 'Drydock';
  readonly version?: string = version;
  readonly ruleIds?: string[] = rules.map(({ id }) => id);
  private printed = '';

  constructor(private readonly options: DrydockOptions = {}) {
    checkGiven('DrydockOptions', options, 'Drydock');
    const { region } = options;
    if (region !== undefined && !isRegion(region)) throw misuse('Drydock', `region is '${region}'. Give a region, as 'eu-west-1'.`);
  }

  /** Called by the CDK when the templates are written. */
  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const { reached, success, violations } = this.judge(context);
    // The CDK's command fails by our violations, but overlooks those in stages that it was not told to synthesize. It does not overlook a process that failed.
    if (isUnderCommand() && (!reached || (!success && hasStages(context)))) process.exitCode = 1;
    return { success, violations, pluginVersion: version };
  }

  private judge(context: IPolicyValidationContext): Verdict {
    try {
      const { report, broken, failOn, acknowledged } = dryRunApp(context.appConstruct, foldersOf(context), this.options);
      this.print(renderText(report));
      const bugs = broken.map(({ rule, resource, error }) => this.failure(context, bugText(error, `, in rule ${rule} at ${resource.id}`)));
      const reached = bugs.length === 0;
      return { reached, success: reached && !isTooBad(report, failOn), violations: [...violationsOf(report, failOn, acknowledged), ...bugs] };
    } catch (error) {
      return { reached: false, success: false, violations: [this.failure(context, error instanceof InputError ? error.message : bugText(error))] };
    }
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

/** The outermost folders of the templates: an assembly holds the assemblies of its stages. */
function foldersOf({ templatePaths }: IPolicyValidationContext): readonly string[] {
  const folders = [...new Set(templatePaths.map(path => dirname(resolve(path))))];
  return folders.filter(folder => !folders.some(other => folder.startsWith(other + sep)));
}

function hasStages({ appConstruct, templatePaths }: IPolicyValidationContext): boolean {
  return templatePaths.some(path => !Stage.isStage(appConstruct) || dirname(resolve(path)) !== resolve(appConstruct.outdir));
}

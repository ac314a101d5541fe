import { extractModel } from './model/extract';
import { buildReport, type Found } from './report/build';
import { locatorOf } from './report/locator';
import type { Report } from './report/report';
import { rules } from './rules/registry';
import { runRules, type RuleResults } from './rules/run';
import { playScenarios } from './simulation/play';
import { Deployment, type StackInput } from './template/deployment';

export interface DryRunOptions {
  /** Decides between places that ECS would choose from at random; 1 unless given. */
  readonly seed?: number;
  /** The day by which acknowledgements are judged, `YYYY-MM-DD`. Without it none is past its date. */
  readonly today?: string;
}

export interface DryRunResult {
  readonly report: Report;
  /** Rules that broke, each a bug in Drydock. The report holds what the others found. */
  readonly broken: RuleResults['broken'];
}

/**
 * Dry-runs deployments, each a list of stacks that are deployed together: reads, links, places, judges.
 * Pure: the same input gives the same report, byte for byte.
 */
export function dryRun(deployments: readonly (readonly StackInput[])[], options: DryRunOptions = {}): DryRunResult {
  const found = deployments.map(inputs => dryRunDeployment(inputs, options));
  return { report: buildReport(found, options), broken: found.flatMap(({ broken }) => broken) };
}

function dryRunDeployment(inputs: readonly StackInput[], _options: DryRunOptions): Found & Pick<RuleResults, 'broken'> {
  const deployment = new Deployment(inputs);
  const model = extractModel(deployment);
  const scenarios = playScenarios(model);
  const { violations, undecided, broken } = runRules(rules, model, scenarios);
  return { inputs, violations, undecided, broken, scenarios, locator: locatorOf(deployment, inputs), resources: deployment.resources().length, services: model.services.length };
}

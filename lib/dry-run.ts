import { configuredAcknowledgements, type Config } from './config/config';
import { reliedUpon } from './config/relied-upon';
import { withConfigured } from './config/with-configured';
import { judge, setAside, unlessUsedElsewhere, type Acknowledgement } from './finding/acknowledgement';
import { accountStack } from './finding/finding';
import { extractModel } from './model/extract';
import type { Model } from './model/model';
import { buildReport, type Found } from './report/build';
import { locatorOf } from './report/locator';
import type { Report } from './report/report';
import { rules } from './rules/registry';
import { runRules, type RuleResults } from './rules/run';
import { playScenarios } from './simulation/play';
import { acknowledgementsOf } from './template/acknowledgements';
import { Deployment, type StackInput } from './template/deployment';

export interface DryRunOptions {
  /** Decides between places that ECS would choose from at random; 1 unless given. */
  readonly seed?: number;
  /** How many seeds are tried, from that one on, to tell what depends on luck; a few unless given, where services compete. */
  readonly seeds?: number;
  /** The day by which acknowledgements are judged, `YYYY-MM-DD`. Without it none is past its date. */
  readonly today?: string;
  /** What `drydock.json` says. Region and account in it are for whoever reads the templates. */
  readonly config?: Config;
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
  const found = settle(deployments.map(inputs => examine(inputs, options)), options);
  return { report: buildReport(found, options), broken: found.flatMap(({ broken }) => broken) };
}

/** What came of one deployment before anybody asked what is acknowledged. */
interface Examined extends Omit<Found, 'acknowledged'>, RuleResults {
  readonly model: Model;
  readonly acknowledgements: readonly Acknowledgement[];
}

function examine(inputs: readonly StackInput[], { config, seed = 1, seeds }: DryRunOptions): Examined {
  const deployment = new Deployment(config ? withConfigured(inputs, config) : inputs);
  const model = extractModel(deployment);
  const scenarios = playScenarios(model, { seed, ...(seeds === undefined ? {} : { seeds }) });
  const results = runRules(rules, model, scenarios);
  return {
    ...results,
    inputs, model, scenarios,
    assumptions: [...deployment.assumptions(), ...config ? reliedUpon(deployment, config) : []],
    acknowledgements: acknowledgementsOf(deployment, inputs),
    locator: locatorOf(deployment, inputs, config),
    resources: deployment.resources().filter(({ stack }) => stack !== accountStack).length, services: model.services.length,
  };
}

/** Sets aside what is acknowledged, and judges the acknowledgements: those of a deployment by what it found, those of `drydock.json` by what all found. */
function settle(examined: readonly Examined[], { config, today }: DryRunOptions): readonly (Found & RuleResults)[] {
  const circumstances = { rules: rules.map(rule => rule.id), today };
  const everything = { ...circumstances, violations: examined.flatMap(part => part.violations), undecided: examined.flatMap(part => part.undecided) };
  const stacks = new Set(examined.flatMap(({ inputs }) => inputs.map(({ name }) => name)));
  const general = (config ? configuredAcknowledgements(config, stacks) : []).map(acknowledgement => judge(acknowledgement, everything));
  const own = examined.map(part => part.acknowledgements.map(acknowledgement => judge(acknowledgement, { ...circumstances, ...part })));
  return examined.map((part, i) => {
    const judged = own[i] ?? [], { open, acknowledged } = setAside(part.violations, [...judged, ...general]);
    const about = runRules(rules.filter(rule => rule.subject === 'acknowledgement'), part.model, part.scenarios, [...unlessUsedElsewhere(judged, own.flat()), ...(i === 0 ? general : [])]);
    return { ...part, violations: [...open, ...about.violations], acknowledged, broken: [...part.broken, ...about.broken] };
  });
}

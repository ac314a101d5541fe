import { by } from '../core/order';
import { unknown, type Unknown } from '../core/value';
import type { Service } from '../model/service/service';
import { repairsOf } from './repair';
import type { NoPlaceObstacle, ServiceOutcome } from './scenario';
import type { Play, ScenarioKind } from './scenarios/kind';
import { settle } from './scenarios/desired-count';
import { suppositions, type Supposition } from './supposition';
import { failed, type Trial } from './trial';
import { providerKey, type Workload } from './workload';
import type { ClusterWorld } from './world';

/** What is said of a cluster in one scenario: the services' outcomes, and the play that shows them best. */
export interface Judged {
  readonly outcomes: ReadonlyMap<Service, ServiceOutcome>;
  readonly shown: Play;
}

/** A cluster with its services running, in each way in which that may turn out: under the most and the least that is possible, and at worst. */
export interface SteadyStates {
  readonly world: ClusterWorld;
  readonly best: readonly Required<Play>[];
  readonly short: readonly Required<Play>[];
  /** None where something is open: then nothing is certain to succeed. */
  readonly worst: readonly Required<Play>[];
}

export function steadyStates(world: ClusterWorld, seed: number): SteadyStates {
  const settled = (amounts: Supposition['amounts'], doubt: Supposition['doubt']): readonly Required<Play>[] =>
    suppositions(world, amounts, doubt).map(supposition => settle(world, supposition, seed));
  return { world, best: settled('most', 'for'), short: settled('least', 'for'), worst: world.open.length > 0 ? [] : settled('least', 'against') };
}

/**
 * Plays a scenario under every supposition and says what is certain. It fails when it fails with everything open taken in its favour; it is tight when it
 * then fails only with the least that instances may have; it succeeds when it does so with everything open taken against it; and else it is undecided.
 */
export function judge(steady: SteadyStates, kind: ScenarioKind, seed: number): Judged {
  const { world } = steady, play = (states: SteadyStates['best']): readonly Play[] => states.map(state => kind.play(state));
  const best = play(steady.best), short = play(steady.short), worst = play(steady.worst);
  const fails = certainFailures(best, kind.together), tight = certainFailures(short, kind.together);
  const [first = { trials: [] }] = best, [cautious] = worst;
  const outcomeOf = ({ workload, wanted, placed }: Trial): ServiceOutcome => {
    const outcome = { service: workload.service, wanted, placed, obstacles: [] };
    const failing = fails.find(trial => trial.workload === workload), lacking = tight.find(trial => trial.workload === workload);
    if (failing) return { ...outcome, outcome: 'fails', obstacles: [{ ...noPlaceOf(failing, world, kind, seed), certain: true, orElse: failingInstead(workload, best) }] };
    if (lacking) return { ...outcome, outcome: 'undecided', obstacles: [{ ...noPlaceOf(lacking, world, kind, seed), certain: false, orElse: failingInstead(workload, short) }] };
    if (fails.some(trial => failingInstead(trial.workload, best).includes(workload.service))) return { ...outcome, outcome: 'undecided' };
    if (worst.length > 0 && worst.every(({ trials }) => trials.some(trial => trial.workload === workload && !failed(trial)))) return { ...outcome, outcome: 'succeeds' };
    return { ...outcome, outcome: 'undecided', unknown: whyOpen(world, workload, best) };
  };
  return {
    outcomes: new Map(first.trials.map(trial => [trial.workload.service, outcomeOf(trial)])),
    shown: fails.length === 0 && cautious && !cautious.trials.some(failed) ? cautious : first,
  };
}

/** The trials that fail however things turn out. Of services that compete it is enough that always one of them fails; the first play then says which. */
function certainFailures(plays: readonly Play[], together: boolean): readonly Trial[] {
  const failing = plays.map(({ trials }) => trials.filter(failed)), [first = []] = failing;
  const always = first.filter(({ workload }) => failing.every(trials => trials.some(trial => trial.workload === workload)));
  const rest = failing.map(trials => trials.filter(({ workload }) => !always.some(trial => trial.workload === workload)));
  return together && rest.every(trials => trials.length > 0) ? first : always;
}

/** Services that fail in the plays in which this one does not. */
function failingInstead(workload: Workload, plays: readonly Play[]): readonly Service[] {
  const others = plays.map(({ trials }) => trials.filter(failed).map(trial => trial.workload)).filter(failing => !failing.includes(workload));
  return [...new Set(others.flat())].map(({ service }) => service);
}

function noPlaceOf(trial: Trial, world: ClusterWorld, kind: ScenarioKind, seed: number): Omit<NoPlaceObstacle, 'certain' | 'orElse'> {
  const { workload: { task, shares }, noPlace = { asked: 0, counts: [] }, zone } = trial, nearest = noPlace.closest?.instance.replace(/-\d+$/, '');
  return {
    kind: 'noPlace', need: task.need, noPlace,
    groups: world.groups.map(({ group }) => group)
      .filter(({ capacityProvider }) => !shares || (capacityProvider && shares.some(({ provider }) => provider === providerKey(capacityProvider))))
      .sort(by(({ autoScalingGroup: { id } }) => (id === nearest ? 0 : 1))),
    repairs: repairsOf(world, kind, trial, seed),
    ...(zone === undefined ? {} : { zone }),
  };
}

function whyOpen(world: ClusterWorld, workload: Workload, best: readonly Play[]): Unknown {
  const [open] = world.open;
  if (open) return unknown(open.why, open.at);
  const sometimes = best.some(({ trials }) => trials.some(trial => trial.workload === workload && failed(trial)));
  const several = world.groups.some(({ shapes }) => shapes.length > 1);
  return unknown({
    kind: 'chance',
    what: !sometimes ? 'what its container instances can do beyond what the templates say'
      : several ? 'which of its instance types an Auto Scaling group launches' : 'which service gets its place first',
  }, workload.service.at);
}

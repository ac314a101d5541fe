import { groupBy } from '../core/group-by';
import { onceFor } from '../core/once-for';
import { by } from '../core/order';
import { ifKnown, unknown, type Unknown } from '../core/value';
import type { Service } from '../model/service/service';
import { suppositions, type Luck } from './competition';
import { repairsOf } from './repair';
import type { NoPlaceObstacle, ServiceOutcome } from './scenario';
import type { Play, ScenarioKind } from './scenarios/kind';
import { settle } from './scenarios/desired-count';
import type { Supposition } from './supposition';
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
  /** How many of each, the last ones, were asked for to tell what is luck. */
  readonly sweep: number;
}

export function steadyStates(world: ClusterWorld, luck: Luck): SteadyStates {
  const settled = (amounts: Supposition['amounts'], doubt: Supposition['doubt']): readonly Required<Play>[] =>
    suppositions(world, amounts, doubt, luck).map(supposition => settle(world, supposition));
  const worst = world.open.length > 0 ? [] : settled('least', 'against');
  // Where no task can be refused at worst, none ever is. What becomes of daemons is another matter.
  const isCertain = worst.length > 0 && worst.every(({ running }) => running.isRoomy) && !world.workloads.some(({ daemon }) => daemon);
  return { world, sweep: luck.seeds ?? 0, worst, best: isCertain ? worst : settled('most', 'for'), short: isCertain ? worst : settled('least', 'for') };
}

/**
 * Plays a scenario under every supposition and says what is certain. It fails when it fails with everything open taken in its favour; it is tight when it
 * then fails only with the least that instances may have, or with one of the types that a group may launch; it succeeds when it does so with everything
 * open taken against it; and else it is undecided.
 */
export function judge(steady: SteadyStates, kind: ScenarioKind, seed: number): Judged {
  const { world } = steady, playOne = onceFor((state: Required<Play>) => kind.play(state)), play = (states: SteadyStates['best']): readonly Play[] => states.map(playOne);
  const best = play(steady.best), short = play(steady.short), worst = play(steady.worst), failing = best.map(failuresIn), failingShort = short.map(failuresIn);
  const fails = certainFailures(usual(steady.best, failing, world), kind.together);
  const tight = certainFailures(usual(steady.short, failingShort, world), kind.together);
  const onOneType = failuresOnOneType(steady.best, best, kind.together);
  const instead = new Set([...fails.keys()].flatMap(workload => failingInstead(workload, failing)));
  const successes = worst.map(successesIn), chances = best.slice(best.length - steady.sweep).map(successesIn);
  const [first = { trials: [] }] = best, [cautious] = worst;
  const obstacleOf = (trial: Trial, all: Failures, plays: readonly Failures[]): NoPlaceObstacle => ({
    ...noPlaceOf(trial, world), certain: all === fails, ...(all === onOneType ? { onlyOnType: trial.noPlace?.answers[0]?.type ?? '' } : {}),
    orElse: all === onOneType ? [] : failingInstead(trial.workload, plays), repairs: repairsOf(world, kind, trial, { seed, failures: all.size }),
  });
  const outcomeOf = ({ workload, wanted, placed }: Trial): ServiceOutcome => {
    const luck = luckOf(workload, chances), outcome = { service: workload.service, outcome: 'undecided' as const, wanted, placed, obstacles: [], ...(luck ? { luck } : {}) };
    const sure = fails.get(workload), lacking = tight.get(workload), unlucky = onOneType.get(workload);
    if (sure) return { ...outcome, outcome: 'fails', obstacles: [obstacleOf(sure, fails, failing)] };
    if (lacking) return { ...outcome, obstacles: [obstacleOf(lacking, tight, failingShort)] };
    if (unlucky) return { ...outcome, obstacles: [obstacleOf(unlucky, onOneType, failing)] };
    if (instead.has(workload.service)) return outcome;
    if (successes.length > 0 && successes.every(succeeding => succeeding.has(workload))) return { ...outcome, outcome: 'succeeds' };
    return { unknown: whyOpen(world, workload, failing, luck), ...outcome };
  };
  return {
    outcomes: new Map(first.trials.map(trial => [trial.workload.service, outcomeOf(trial)])),
    shown: fails.size === 0 && cautious && !cautious.trials.some(failed) ? cautious : first,
  };
}

/** The trials of one play that fail. */
type Failures = ReadonlyMap<Workload, Trial>;

function failuresIn({ trials }: Play): Failures {
  return new Map(trials.filter(failed).map(trial => [trial.workload, trial]));
}

/** What succeeds in one play; what the scenario no longer asks does neither that nor fail. */
function successesIn({ trials }: Play): ReadonlySet<Workload> {
  return new Set(trials.filter(trial => !failed(trial)).map(({ workload }) => workload));
}

/** Those that fail however things turn out. Of services that compete it is enough that always one of them fails; the first play then says which. */
function certainFailures(plays: readonly Failures[], together: boolean): Failures {
  const [first = new Map<Workload, Trial>()] = plays;
  const always = new Map([...first].filter(([workload]) => plays.every(failing => failing.has(workload))));
  return together && plays.every(failing => failing.size > always.size) ? first : always;
}

/** The plays with the types that groups launch as long as EC2 has them, where all groups keep to an order; else all plays. */
function usual<T>(states: SteadyStates['best'], plays: readonly T[], { groups }: ClusterWorld): readonly T[] {
  const keepOrder = groups.every(({ group, shapes }) => shapes.length === 1 || ifKnown(group.autoScalingGroup.keepsOrder));
  return keepOrder ? plays.filter((_, i) => states[i]?.running.type === 0) : plays;
}

/** Those that fail with one of the types that groups may launch, whatever else happens, and did not before. */
function failuresOnOneType(states: SteadyStates['best'], plays: readonly Play[], together: boolean): Failures {
  const anew = states.map((state, i): Failures => {
    const play = plays[i] ?? state, before = play === state ? new Map() : failuresIn(state);
    return new Map([...failuresIn(play)].filter(([workload]) => !before.has(workload)));
  });
  const byType = groupBy(states.keys(), i => states[i]?.running.type);
  return byType.size < 2 ? new Map() : new Map([...byType.values()].toReversed().flatMap(those => [...certainFailures(those.map(i => anew[i] ?? new Map()), together)]));
}

/** Services that fail in the plays in which this one does not. */
function failingInstead(workload: Workload, plays: readonly Failures[]): readonly Service[] {
  const others = plays.filter(failing => !failing.has(workload));
  return [...new Set(others.flatMap(failing => [...failing.keys()]))].map(({ service }) => service);
}

function noPlaceOf(trial: Trial, world: ClusterWorld): Omit<NoPlaceObstacle, 'certain' | 'orElse' | 'repairs'> {
  const { workload: { task, shares }, noPlace = { asked: 0, counts: [], answers: [] }, zone } = trial, nearest = noPlace.answers[0]?.instance.replace(/-\d+$/, '');
  return {
    kind: 'noPlace', need: task.need, noPlace,
    groups: world.groups.map(({ group }) => group)
      .filter(({ capacityProvider }) => !shares || (capacityProvider && shares.some(({ provider }) => provider === providerKey(capacityProvider))))
      .sort(by(({ autoScalingGroup: { id } }) => (id === nearest ? 0 : 1))),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** Where it is luck whether all tasks of a service find their places, at how many seeds they do. */
function luckOf(workload: Workload, chances: readonly ReadonlySet<Workload>[]): ServiceOutcome['luck'] {
  const places = chances.filter(succeeding => succeeding.has(workload)).length;
  return places > 0 && places < chances.length ? { seeds: chances.length, places } : undefined;
}

function whyOpen(world: ClusterWorld, workload: Workload, plays: readonly Failures[], luck: ServiceOutcome['luck']): Unknown {
  const [open] = world.open;
  if (open) return unknown(open.why, open.at);
  const sometimes = plays.some(failing => failing.has(workload));
  const several = world.groups.some(({ shapes }) => shapes.length > 1);
  return unknown({
    kind: 'chance',
    what: !sometimes ? 'what its container instances can do beyond what the templates say'
      : luck ? `luck: all its tasks find a place at ${luck.places} of ${luck.seeds} seeds`
      : several ? 'which of its instance types an Auto Scaling group launches' : 'which service gets its place first',
  }, workload.service.at);
}

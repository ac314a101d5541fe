import { groupBy } from '../core/group-by';
import { ifKnown, type Unknown } from '../core/value';
import type { Model } from '../model/model';
import type { Service } from '../model/service/service';
import { Addresses } from './addresses';
import type { Luck } from './competition';
import { countsOf } from './counts';
import { judge, steadyStates, type Judged, type SteadyStates } from './judge';
import { placementOf } from './placement-of';
import type { Outcome, ScenarioResult, ServiceOutcome } from './scenario';
import { desiredCount } from './scenarios/desired-count';
import { unhindered, type ScenarioKind, type Surroundings } from './scenarios/kind';
import { instanceLost } from './scenarios/instance-lost';
import { rollingUpdate } from './scenarios/rolling-update';
import { scalingMaximum } from './scenarios/scaling-maximum';
import { scalingMinimum } from './scenarios/scaling-minimum';
import { zoneLost } from './scenarios/zone-lost';
import { worldOf, type ClusterWorld, type World } from './world';

/** What is played, in the order of the report. */
const kinds: readonly ScenarioKind[] = [desiredCount, rollingUpdate, scalingMaximum, scalingMinimum, zoneLost, instanceLost];

/** Plays every scenario on a deployment. The seed decides between places that ECS chooses from at random; several tell what hangs on that. */
export function playScenarios(model: Model, luck: Luck = { seed: 1 }): readonly ScenarioResult[] {
  const world = worldOf(model), steady = world.clusters.map(cluster => steadyStates(cluster, luck));
  const around = { model, addresses: new Addresses(model) };
  return kinds.map(kind => playScenario(kind, world, steady, around, luck.seed));
}

function playScenario(kind: ScenarioKind, world: World, steady: readonly SteadyStates[], around: Surroundings, seed: number): ScenarioResult {
  const judged = new Map(steady.map(states => [states.world, judge(states, kind, seed)])), { model } = around;
  const services = model.services.flatMap(service => outcomeOf(service, kind, world, judged, around) ?? []);
  const worlds = new Map(world.clusters.map(own => [own.cluster, own])), byCluster = groupBy(services, ({ service }) => ifKnown(service.cluster));
  const shown = model.clusters.map(cluster => {
    const own = worlds.get(cluster), play = own && judged.get(own);
    return placementOf(cluster, byCluster.get(cluster) ?? [], own?.workloads ?? [], play?.shown.running);
  });
  return {
    name: kind.name,
    outcome: worst(services.map(({ outcome }) => outcome)),
    services,
    clusters: kind === desiredCount || shown.some(({ instances, unplaced }) => instances.length + unplaced.length > 0) ? shown : [],
    assumptions: [...judged].filter(([, { outcomes }]) => outcomes.size > 0).flatMap(([world]) => kind.assumes(world)).map(({ id, value, because = '' }) => ({ fact: id, value, because })),
  };
}

/** What the container instances of its cluster say of a service, and what else stands in its way. */
function outcomeOf(service: Service, kind: ScenarioKind, world: World, judged: ReadonlyMap<ClusterWorld, Judged>, around: Surroundings): ServiceOutcome | undefined {
  const counts = countsOf(service, around.model);
  if (counts.state === 'unknown') return undecided(unhindered(service, 0), counts);
  const apart = kind.apart(service, counts.value, around), unplayed = world.undecided.get(service);
  if (!apart || unplayed) return apart && unplayed && undecided(apart, unplayed);
  const home = world.homes.get(service);
  const placed = home && judged.get(home)?.outcomes.get(service);
  if (placed) return together(placed, apart);
  // What has no place at desired count is not asked any further.
  return home && apart.outcome === 'succeeds' ? undefined : apart;
}

function undecided(apart: ServiceOutcome, unknown: Unknown): ServiceOutcome {
  return { ...apart, outcome: worst([apart.outcome, 'undecided']), placed: 0, unknown: apart.unknown ?? unknown };
}

function together(placed: ServiceOutcome, apart: ServiceOutcome): ServiceOutcome {
  const outcome = worst([placed.outcome, apart.outcome]), unknown = placed.unknown ?? apart.unknown;
  return {
    ...placed, outcome,
    placed: apart.outcome === 'fails' ? Math.min(placed.placed, apart.placed) : placed.placed,
    obstacles: [...placed.obstacles, ...apart.obstacles],
    ...(unknown ? { unknown } : {}),
  };
}

function worst(outcomes: readonly Outcome[]): Outcome {
  return outcomes.includes('fails') ? 'fails' : outcomes.includes('undecided') ? 'undecided' : 'succeeds';
}

import { hoursPerMonth } from '../catalog/instance-prices';
import { groupBy } from '../core/group-by';
import { by } from '../core/order';
import { explainUnknown } from '../finding/explain-unknown';
import { extractModel } from '../model/extract';
import type { ScenarioKind } from '../simulation/scenarios/kind';
import { instanceLost } from '../simulation/scenarios/instance-lost';
import { rollingUpdate } from '../simulation/scenarios/rolling-update';
import { scalingMaximum } from '../simulation/scenarios/scaling-maximum';
import { zoneLost } from '../simulation/scenarios/zone-lost';
import { Deployment, type StackInput } from '../template/deployment';
import { emptyOf } from './bound';
import { candidatesFor, type Candidate } from './candidate';
import { alternativesTo, choose, sorted, type Choice, type Outdone, type Unable } from './choose';
import type { CapacityFit, CapacityRequest, CapacitySize, FittedCapacity, HeldScenario, OutdoneType, ShortTasks, TooSmallTypes } from './fit';
import { occupancyOf } from './occupancy';
import type { Shortage } from './shortage';
import { shortageAt, unheldBy, type Demand } from './size';

/** How many choices are told. */
const told = 2;

const kinds: Readonly<Record<HeldScenario, ScenarioKind>> = { 'rolling-update': rollingUpdate, 'scaling-maximum': scalingMaximum, 'zone-lost': zoneLost, 'instance-lost': instanceLost };

/**
 * The cheapest types and numbers of container instances on which all that runs on a group finds its place, by the simulation of the dry run. Undefined where the stacks have no such group, or nothing runs on it.
 * Pure: the same input gives the same choice.
 */
export function fitCapacity(stacks: readonly StackInput[], request: CapacityRequest): CapacityFit | undefined {
  const asked = demandOf(stacks, request);
  if (!asked) return undefined;
  const { occupancy: { uncounted } } = asked;
  const candidates = candidatesFor(asked.occupancy, request.region, request.allowedInstanceTypes);
  const { able, unable } = sorted(asked, candidates);
  const [first] = able;
  const unheld = first ? unheldBy(asked, first.candidate, first.empty) : [], demand = without(unheld, asked);
  const { choices, outdone } = choose(demand, able, told);
  return {
    choices: choices.map((choice, i) => fitted(choice, demand, i === 0 ? alternativesTo(choice, demand, able, (request.types ?? 1) - 1) : [])),
    outdone: outdone.slice(0, told).map(other => outdoneType(other, demand)),
    types: candidates.length,
    tooSmall: tooSmallTypes(unable),
    unheld: unheld.map(shortTasks),
    uncounted: uncounted.map(({ launcher: { id }, why: { why } }) => {
      const { reason, resolveWith } = explainUnknown(why);
      return { service: id, reason, resolveWith };
    }),
  };
}

/** What would have no place on a group of this size; undefined where everything has one. A type that is none, or that the region does not offer, is named instead. */
export function capacityShortage(stacks: readonly StackInput[], request: CapacityRequest, size: CapacitySize): ShortTasks | string | undefined {
  const asked = demandOf(stacks, request);
  if (!asked) return undefined;
  const candidates = candidatesFor(asked.occupancy, request.region, size.instanceTypes), missing = size.instanceTypes.find(name => !candidates.some(({ type }) => type.name === name));
  if (missing !== undefined) return missing;
  for (const candidate of candidates) {
    if (!shortageAt(asked, candidate, size)) continue;
    const short = shortageAt(without(unheldBy(asked, candidate, emptyOf(asked.occupancy, candidate)), asked), candidate, size);
    if (short) return shortTasks(short);
  }
  return undefined;
}

/** The demand without the scenarios that no number of instances gets through. */
function without(unheld: readonly Shortage[], { occupancy, kinds }: Demand): Demand {
  return { occupancy, kinds: kinds.filter(({ name }) => !unheld.some(({ scenario }) => scenario === name)) };
}

function demandOf(stacks: readonly StackInput[], { group, scenarios = ['rolling-update', 'scaling-maximum', 'zone-lost'] }: CapacityRequest): Demand | undefined {
  const occupancy = occupancyOf(extractModel(new Deployment(stacks)), group);
  return occupancy && occupancy.world.workloads.length + occupancy.guests.length + occupancy.uncounted.length > 0 ? { occupancy, kinds: scenarios.map(name => kinds[name]) } : undefined;
}

function fitted({ candidate, size: { min, max } }: Choice, demand: Demand, others: readonly Candidate[]): FittedCapacity {
  const { type, price: { basis, read } } = candidate, fewer = shortWith(min - 1, candidate, demand), less = max > min ? shortageAt(demand, candidate, { min, max: max - 1 }) : undefined;
  return {
    instanceTypes: [type, ...others.map(other => other.type)].map(({ name }) => name), min, max,
    usdPerMonth: usdPerMonth(candidate, min),
    price: { basis, read },
    decides: { ...(fewer ? { min: shortTasks(fewer) } : {}), ...(less ? { max: shortTasks(less) } : {}) },
  };
}

function outdoneType({ candidate, min, floor }: Outdone, demand: Demand): OutdoneType {
  const fewer = shortWith(min - 1, candidate, demand);
  return { instanceType: candidate.type.name, floor, min, usdPerMonth: usdPerMonth(candidate, min), ...(fewer ? { decides: shortTasks(fewer) } : {}) };
}

function shortWith(instances: number, candidate: Candidate, { occupancy }: Demand): Shortage | undefined {
  return instances > 0 ? shortageAt({ occupancy, kinds: [] }, candidate, { min: instances, max: instances }) : undefined;
}

/** In whole cents. */
function usdPerMonth({ price: { microUsdPerHour } }: Candidate, instances: number): number {
  return Math.round(microUsdPerHour * instances * hoursPerMonth.value / 10_000) / 100;
}

function shortTasks({ scenario, workload, wanted, placed, noPlace }: Shortage): ShortTasks {
  const [count] = noPlace?.counts ?? [];
  return { scenario, service: workload.service.id, tasks: wanted - placed, ...(count ? { reason: count.reason, ...(count.what === undefined ? {} : { what: count.what }) } : {}) };
}

/** By task and by what is too small, those of most types first. */
function tooSmallTypes(unable: readonly Unable[]): readonly TooSmallTypes[] {
  const alike = groupBy(unable, ({ because: { launcher, refusal } }) => JSON.stringify([launcher.stack, launcher.id, refusal.reason, refusal.what]));
  return [...alike.values()].flatMap(all => all.slice(0, 1).map(({ because: { launcher, refusal: { reason, what, needed } } }): TooSmallTypes => {
    const most = Math.max(...all.map(({ because }) => because.refusal.free ?? 0));
    return { service: launcher.id, reason, types: all.length, ...(what === undefined ? {} : { what }), ...(needed === undefined ? {} : { needed, most }) };
  })).sort(by(({ types }) => -types, ({ service }) => service, ({ reason }) => reason));
}

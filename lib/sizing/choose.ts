import { by } from '../core/order';
import type { InstanceState } from '../placement/fleet';
import { emptyOf, tooSmallFor, type TooSmall } from './bound';
import type { Candidate } from './candidate';
import { floorOf, minOf, shortageAt, sizeOf, type Demand, type Size } from './size';

/** A candidate in the number that does. */
export interface Choice {
  readonly candidate: Candidate;
  readonly size: Size;
  /** How many instances would do if tasks could be cut up. */
  readonly floor: number;
}

/** A candidate that needs more than its floor. */
export interface Outdone extends Pick<Choice, 'candidate' | 'floor'> {
  readonly min: number;
}

/** A candidate on which each task has a place, if it is alone. */
export interface Able extends Pick<Choice, 'candidate' | 'floor'> {
  readonly empty: readonly InstanceState[];
}

/** A candidate on which some task has none. */
export interface Unable {
  readonly candidate: Candidate;
  readonly because: TooSmall;
}

/** Those that are large enough for each task, the cheapest by their floor first, and those that are not. */
export function sorted(demand: Demand, candidates: readonly Candidate[]): { readonly able: readonly Able[]; readonly unable: readonly Unable[] } {
  const able: Able[] = [], unable: Unable[] = [];
  for (const candidate of candidates) {
    const empty = emptyOf(demand.occupancy, candidate), because = tooSmallFor(demand.occupancy, empty);
    if (because) unable.push({ candidate, because });
    else able.push({ candidate, empty, floor: floorOf(demand, empty) });
  }
  return { able: able.sort(by(({ candidate, floor }) => cost(candidate, floor), ({ candidate }) => candidate.type.name)), unable };
}

/** The cheapest choices, the first one first, and what seemed cheaper than that one by what tasks hold together. */
export function choose(demand: Demand, able: readonly Able[], wanted: number): { readonly choices: readonly Choice[]; readonly outdone: readonly Outdone[] } {
  let choices: readonly Choice[] = [];
  const dear: Outdone[] = [];
  for (const { candidate, empty, floor } of able) {
    const last = choices[wanted - 1], isTooDear = (instances: number): boolean => last !== undefined && cost(candidate, instances) > costOf(last);
    if (isTooDear(floor)) break;
    const min = minOf(demand, candidate, empty), size = min === undefined || isTooDear(min) ? undefined : sizeOf(demand, candidate, empty, min);
    if (min !== undefined) dear.push({ candidate, min, floor });
    if (size) choices = [...choices, { candidate, size, floor }].sort(cheapestFirst).slice(0, wanted);
  }
  const [best] = choices;
  return { choices, outdone: dear.filter(({ candidate, floor }) => best && candidate !== best.candidate && cost(candidate, floor) < costOf(best)) };
}

/** Further types that do in the number of the chosen one, the cheapest first, so that EC2 can choose between them. */
export function alternativesTo({ candidate: chosen, size }: Choice, demand: Demand, able: readonly Able[], wanted: number): readonly Candidate[] {
  const found: Candidate[] = [], others = able.filter(({ candidate, floor }) => candidate !== chosen && floor <= size.min).map(({ candidate }) => candidate);
  for (const other of others.sort(by(({ price }) => price.microUsdPerHour, ({ type }) => -generationOf(type.name), ({ type }) => type.name))) {
    if (found.length >= wanted) break;
    if (!shortageAt(demand, other, size)) found.push(other);
  }
  return found;
}

/** By what it costs at desired count, then when it has grown; of equals the newer. */
const cheapestFirst = by<Choice>(costOf, ({ candidate, size }) => cost(candidate, size.max), ({ candidate }) => -generationOf(candidate.type.name), ({ candidate }) => candidate.type.name);

function costOf({ candidate, size }: Choice): number {
  return cost(candidate, size.min);
}

function cost({ price }: Candidate, instances: number): number {
  return price.microUsdPerHour * instances;
}

/** 7 for m7g.large. */
function generationOf(name: string): number {
  return Number(/^[a-z]+-?(\d+)/.exec(name)?.[1] ?? 0);
}

import type { Random } from '../core/random';
import type { Fleet, InstanceState } from './fleet';
import type { Instance } from './instance';
import type { Strategy } from './strategy';
import { nobody, Tournament } from './tournament';

/** Which instances there are to choose from, and which of them comes first. */
export interface Choice {
  /** Whether it is one of them. Hangs on nothing but the instance and what runs on it. */
  admits(state: InstanceState): boolean;
  readonly strategies: readonly Strategy[];
  /** Whose tasks the strategies count. */
  readonly group: string;
}

/** Something to compare instances by: the less the better. */
type Measure = OwnMeasure | Spread;

/** What an instance has by itself. */
interface OwnMeasure {
  readonly of: (state: InstanceState, inGroup: number) => number;
  /** By position. */
  readonly amounts: number[];
  readonly shareOf?: undefined;
}

/** What instances share that have one value: the tasks of the group that run on them. */
interface Spread {
  readonly over: (instance: Instance) => string;
  /** By share. */
  readonly amounts: number[];
  /** The share that an instance has, by position. */
  readonly shareOf: number[];
  readonly shares: Map<string, number>;
  /** By share: what its instances play among themselves, by the tournament in which the winner plays on. */
  readonly tournaments: Map<Tournament, Tournament>[];
}

/**
 * The instances of a fleet in one order, of which the first is known at any time. Those that share a value over which a strategy spreads play a tournament
 * among themselves, and the winners of the values play on: so few matches are played again when a task starts, though it counts for all that share a value.
 */
export class Ranking {
  private readonly own: readonly OwnMeasure[];
  private readonly spreads: readonly Spread[];
  private readonly final: Tournament;
  /** By position: how many tasks of the group run there, and where it stands in which tournament. */
  private readonly inGroup: number[] = [];
  private readonly homes: Tournament[] = [];
  private readonly places: number[] = [];
  private readonly generation: number;
  private seen: number;

  constructor(private readonly fleet: Fleet, private readonly choice: Choice) {
    // What comes after `random` decides nothing any more.
    const { strategies } = choice, chance = strategies.findIndex(({ type }) => type === 'random');
    const measures = chance < 0 ? [...strategies.flatMap(measureOf), own((_, inGroup) => inGroup), own(({ taskCount }) => taskCount)] : strategies.slice(0, chance).flatMap(measureOf);
    this.own = measures.filter(measure => measure.shareOf === undefined);
    this.spreads = measures.filter(measure => measure.shareOf !== undefined);
    this.final = new Tournament(comparing(measures, chance < 0));
    [this.generation, this.seen] = [fleet.generation, fleet.time];
  }

  /** Whether it still follows its fleet: not where instances have left. */
  get follows(): boolean {
    return this.generation === this.fleet.generation;
  }

  /** The first; of several that are equal, one by chance. */
  first(random: Random): InstanceState | undefined {
    const { states, time } = this.fleet, { final, homes } = this;
    for (let next = states[homes.length]; next; next = states[homes.length]) this.enter(next);
    for (const state of this.fleet.changedSince(this.seen)) this.renew(state);
    this.seen = time;
    return states[final.equals > 1 ? final.nth(random.below(final.equals)) : final.champion];
  }

  private enter(state: InstanceState): void {
    let home = this.final;
    for (const { shareOf, shares, over, amounts, tournaments } of this.spreads) {
      const value = over(state.instance), share = shares.get(value) ?? shares.size, own = tournaments[share] ?? new Map<Tournament, Tournament>();
      shares.set(value, share);
      shareOf.push(share);
      amounts[share] ??= 0;
      tournaments[share] = own;
      const next = own.get(home) ?? home.enterTogether();
      own.set(home, next);
      home = next;
    }
    this.inGroup.push(0);
    this.homes.push(home);
    this.places.push(home.enter());
    this.renew(state);
  }

  /** Takes in how it stands with an instance. */
  private renew(state: InstanceState): void {
    const { position } = state, inGroup = state.tasks.get(this.choice.group) ?? 0, more = inGroup - (this.inGroup[position] ?? 0), admitted = this.choice.admits(state);
    this.inGroup[position] = inGroup;
    if (admitted) for (const { amounts, of } of this.own) amounts[position] = of(state, inGroup);
    for (const { amounts, shareOf } of this.spreads) {
      const share = shareOf[position] ?? 0;
      amounts[share] = (amounts[share] ?? 0) + more;
    }
    this.homes[position]?.set(this.places[position] ?? 0, admitted ? position : nobody, admitted ? 1 : 0);
    if (more === 0) return;
    for (const { shareOf, tournaments } of this.spreads) tournaments[shareOf[position] ?? 0]?.forEach(tournament => { tournament.playOn(); });
  }
}

function measureOf(strategy: Strategy): readonly Measure[] {
  switch (strategy.type) {
    case 'binpack': return [own(({ free }) => free[strategy.resource])];
    case 'spread': return [strategy.over ? { over: strategy.over, amounts: [], shareOf: [], shares: new Map(), tournaments: [] } : own((_, inGroup) => inGroup)];
    case 'random': return [];
  }
}

function own(of: OwnMeasure['of']): OwnMeasure {
  return { of, amounts: [] };
}

/** By one measure after the other; where none tells them apart, by position if they are to be told apart at all. */
function comparing(measures: readonly Measure[], total: boolean): (a: number, b: number) => number {
  return (a, b) => {
    for (const { amounts, shareOf } of measures) {
      const difference = shareOf ? (amounts[shareOf[a] ?? 0] ?? 0) - (amounts[shareOf[b] ?? 0] ?? 0) : (amounts[a] ?? 0) - (amounts[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return total ? a - b : 0;
  };
}

import type { Model } from '../../model/model';
import type { Service } from '../../model/service/service';
import type { Addresses } from '../addresses';
import type { Modelled } from '../assumptions';
import type { Counts } from '../counts';
import type { RunningCluster } from '../running-cluster';
import type { ScenarioName, ServiceOutcome } from '../scenario';
import type { Trial } from '../trial';
import type { ClusterWorld } from '../world';

/** A scenario: what becomes of the services of a deployment when this happens. */
export interface ScenarioKind {
  readonly name: ScenarioName;
  /** What is taken as true where ECS does not say, and what becomes of the cluster rests on. */
  assumes(world: ClusterWorld): readonly Modelled[];
  /** What becomes of a service apart from places on container instances; undefined where the scenario does not touch it. */
  apart(service: Service, counts: Counts, around: Surroundings): ServiceOutcome | undefined;
  /** Plays it with the container instances of a cluster on which the services run already. Leaves that as it is. */
  play(steady: Required<Play>): Play;
  /** Set where nobody is told how to repair what fails. */
  readonly repaired?: false;
  /** Whether services compete for places: then it may be certain that one is left without, and not which. */
  readonly together: boolean;
}

/** What a scenario asks of a deployment beside its container instances. */
export interface Surroundings {
  readonly model: Model;
  readonly addresses: Addresses;
}

export interface Play {
  /** Of the services that it touches. */
  readonly trials: readonly Trial[];
  /** The cluster in the end, where it is one state that says something. */
  readonly running?: RunningCluster;
}

/** Nothing stands in the way of so many tasks. */
export function unhindered(service: Service, tasks: number): ServiceOutcome {
  return { service, outcome: 'succeeds', wanted: tasks, placed: tasks, obstacles: [] };
}

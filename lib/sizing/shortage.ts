import { settle } from '../simulation/scenarios/desired-count';
import type { ScenarioKind } from '../simulation/scenarios/kind';
import type { ScenarioName } from '../simulation/scenario';
import { suppositions } from '../simulation/competition';
import { failed, type Trial } from '../simulation/trial';
import type { ClusterWorld } from '../simulation/world';
import type { Doubt } from '../placement/fit';

/** A service that would not have all its tasks, and in what scenario. */
export interface Shortage extends Trial {
  readonly scenario: ScenarioName;
}

/**
 * The first service that may be left without a place, at desired count or in one of the scenarios, on instances with the least that they may have and whatever comes first.
 * None is what a dry run calls certain.
 */
export function shortageIn(world: ClusterWorld, kinds: readonly ScenarioKind[], doubt: Doubt): Shortage | undefined {
  for (const supposition of suppositions(world, 'least', doubt, { seed: 1 })) {
    const steady = settle(world, supposition), first = steady.trials.find(failed);
    if (first) return { ...first, scenario: 'desired-count' };
    for (const kind of kinds) {
      const short = kind.play(steady).trials.find(failed);
      if (short) return { ...short, scenario: kind.name };
    }
  }
  return undefined;
}

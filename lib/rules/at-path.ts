import type { Value } from '../core/value';
import type { Words } from '../finding/finding';
import { reach, type Reached } from '../model/reach';
import type { Located, Say } from './rule';

/** The properties that a path of a table leads to. Where a list on the way is not known, the rule is noted as undecided. */
export function atPath(root: Parameters<typeof reach>[0], path: string, say: Pick<Say, 'undecided'>): Reached['properties'] {
  const { properties, open } = reach(root, path);
  open.forEach(unknown => { say.undecided(unknown); });
  return properties;
}

/** A value that somebody chose. What AWS makes up when it creates a resource is within AWS's own bounds, and is no reason to be undecided. */
export function chosen<T>(value: Value<T>, say: Pick<Say, 'need'>): T | undefined {
  return value.state === 'unknown' && value.why.kind === 'created' ? undefined : say.need(value);
}

/** The property as a message names it: its path below `Properties`, as `ContainerDefinitions.0.Links`. */
export function nameOf({ at }: Located): string {
  return at.path.slice(3).join('.');
}

/** What ECS says, where that is known. */
export function quoted(ecsSays: string | undefined): Pick<Words, 'ecsSays'> {
  return ecsSays === undefined ? {} : { ecsSays };
}

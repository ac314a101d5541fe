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

/** What a resource tells when it is there, as a database its port: what AWS gives AWS takes, and nobody has to look. */
export function isToldByAws(value: Value<unknown>): boolean {
  return value.state === 'unknown' && value.why.kind === 'created';
}

/** The property as a message names it: its path below `Properties`, as `ContainerDefinitions.0.Links`. */
export function nameOf({ at }: Located): string {
  return at.path.slice(3).join('.');
}

/** What ECS says, where that is known. */
export function quoted(ecsSays: string | undefined): Pick<Words, 'ecsSays'> {
  return ecsSays === undefined ? {} : { ecsSays };
}

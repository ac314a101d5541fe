import type { Value } from '../core/value';
import type { Words } from '../finding/finding';
import { reach, reachAll, type Of, type Reached, type Row } from '../model/reach';
import type { Located, Say } from './rule';

type Property = Parameters<typeof reach>[0];

/** What is given at the end of a path, or may be. Where a list on the way is not known, the rule is noted as undecided. */
export function atPath(root: Property, path: string, say: Pick<Say, 'undecided'>): readonly Property[] {
  return foundIn(reach(root, path), say);
}

/** The same for all rows of a table, if there is one. */
export function atPaths<R extends Row>(root: Property, rows: readonly R[] | undefined, say: Pick<Say, 'undecided'>): readonly Of<R>[] {
  return rows ? foundIn(reachAll(root, rows), say) : [];
}

function foundIn<T>({ found, open }: Reached<T>, say: Pick<Say, 'undecided'>): readonly T[] {
  for (const unknown of open) say.undecided(unknown);
  return found;
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

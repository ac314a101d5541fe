import type { Property } from '../template/property';
import type { Unknown } from '../core/value';

/** What a path leads to: the properties at its end, and the lists on the way of which nobody knows what they hold. */
export interface Reached {
  readonly properties: readonly Property[];
  readonly open: readonly Unknown[];
}

/** Follows a path as `ContainerDefinitions.*.Image`, `*` being each item of a list. */
export function reach(root: Property, path: string): Reached {
  const properties: Property[] = [], open: Unknown[] = [];
  follow(root, stretchesOf(path), 0, properties, open);
  return { properties, open };
}

function follow(from: Property, stretches: readonly (readonly string[])[], which: number, properties: Property[], open: Unknown[]): void {
  let property = from;
  for (const key of stretches[which] ?? []) property = property.get(key);
  if (which === stretches.length - 1) properties.push(property);
  else for (const item of itemsOf(property, open)) follow(item, stretches, which + 1, properties, open);
}

const takenApart = new Map<string, readonly (readonly string[])[]>();

/** The keys of a path up to each list. Paths are rows of tables, which rules go through for each resource: each is taken apart once. */
function stretchesOf(path: string): readonly (readonly string[])[] {
  let stretches = takenApart.get(path);
  if (!stretches) takenApart.set(path, stretches = path.split('*').map(keys => keys.split('.').filter(key => key !== '')));
  return stretches;
}

function itemsOf(property: Property, open: Unknown[]): readonly Property[] {
  const list = property.list();
  if (list.state === 'unknown') open.push(list);
  return list.state === 'known' ? list.value : [];
}

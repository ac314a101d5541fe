import type { Property } from '../template/property';
import type { Unknown } from '../core/value';

/** What a path leads to: the properties at its end, and the lists on the way of which nobody knows what they hold. */
export interface Reached {
  readonly properties: readonly Property[];
  readonly open: readonly Unknown[];
}

/** Follows a path as `ContainerDefinitions.*.Image`, `*` being each item of a list. */
export function reach(root: Property, path: string): Reached {
  const open: Unknown[] = [];
  let properties: readonly Property[] = [root];
  for (const key of path.split('.')) properties = key === '*' ? properties.flatMap(property => itemsOf(property, open)) : properties.map(property => property.get(key));
  return { properties, open };
}

function itemsOf(property: Property, open: Unknown[]): readonly Property[] {
  const list = property.list();
  if (list.state === 'unknown') open.push(list);
  return list.state === 'known' ? list.value : [];
}

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
  const itemsOf = (property: Property): readonly Property[] => {
    const list = property.list();
    if (list.state === 'unknown') open.push(list);
    return list.state === 'known' ? list.value : [];
  };
  const properties = path.split('.').reduce<readonly Property[]>((reached, key) =>
    (key === '*' ? reached.flatMap(itemsOf) : reached.map(property => property.get(key))), [root]);
  return { properties, open };
}

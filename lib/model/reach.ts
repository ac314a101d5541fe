import { onceFor } from '../core/once-for';
import type { Unknown } from '../core/value';
import type { Property } from '../template/property';

/** What paths lead to: the properties at their ends, and the lists on the way of which nobody knows what they hold. */
export interface Reached<T> {
  readonly found: readonly T[];
  readonly open: readonly Unknown[];
}

/** A row of a table about properties. Its path is as `ContainerDefinitions.*.Image`, `*` being each item of a list. */
export interface Row {
  readonly path: string;
}

/** A property to which the path of a row leads. */
export interface Of<R extends Row> {
  readonly row: R;
  readonly property: Property;
}

/** Follows the paths of a table to what is given at their ends, or may be. All at once, since most of them lead nowhere in most resources. */
export function reachAll<R extends Row>(root: Property, rows: readonly R[]): Reached<Of<R>> {
  const found: Of<R>[] = [], open: Unknown[] = [];
  follow(root, wayOf(rows) as Way<R>, found, open);
  return { found, open };
}

const alone = new Map<string, readonly Row[]>();

/** Follows one path. */
export function reach(root: Property, path: string): Reached<Property> {
  let rows = alone.get(path);
  if (!rows) alone.set(path, rows = [{ path }]);
  const { found, open } = reachAll(root, rows);
  return { found: found.map(({ property }) => property), open };
}

/** Where paths lead to: the rows whose end it is, and the ways on from there. */
interface Way<R extends Row> {
  readonly key: string;
  readonly rows: R[];
  readonly below: Way<R>[];
}

const wayOf = onceFor((rows: readonly Row[]): Way<Row> => {
  const whole: Way<Row> = { key: '', rows: [], below: [] };
  for (const row of rows) {
    let way = whole;
    for (const key of row.path.split('.').filter(key => key !== '')) {
      const next = way.below.find(other => other.key === key) ?? { key, rows: [], below: [] };
      if (!way.below.includes(next)) way.below.push(next);
      way = next;
    }
    way.rows.push(row);
  }
  return whole;
});

function follow<R extends Row>(property: Property, { rows, below }: Way<R>, found: Of<R>[], open: Unknown[]): void {
  for (const row of rows) found.push({ row, property });
  for (const way of below) {
    const { key } = way;
    if (key === '*') for (const item of itemsOf(property, open)) follow(item, way, found, open);
    else {
      const child = property.find(key);
      if (child) follow(child, way, found, open);
    }
  }
}

function itemsOf(property: Property, open: Unknown[]): readonly Property[] {
  const list = property.list();
  if (list.state === 'unknown') open.push(list);
  return list.state === 'known' ? list.value : [];
}

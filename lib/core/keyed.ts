import { groupBy } from './group-by';

/** Items by keys, so that those that belong to something are found without asking all of them. Of some it cannot be told under which key they belong. */
export class Keyed<T> {
  private readonly places: ReadonlyMap<string | undefined, readonly { readonly place: number }[]>;

  /** `keysOf` gives undefined among an item's keys where it may belong under any. */
  constructor(private readonly items: readonly T[], keysOf: (item: T) => readonly (string | undefined)[]) {
    this.places = groupBy(items.flatMap((item, place) => keysOf(item).map(key => ({ key, place }))), ({ key }) => key);
  }

  /** The items that belong under one of the keys or may, in their order; all where a key is undefined. */
  find(keys: readonly (string | undefined)[]): readonly T[] {
    if (keys.includes(undefined)) return this.items;
    const places = new Set([undefined, ...keys].flatMap(key => this.places.get(key) ?? []).map(({ place }) => place));
    return [...places].sort((a, b) => a - b).flatMap(place => this.items.slice(place, place + 1));
  }
}

import { known, thenValue, unknown, type Value } from '../core/value';
import type { Property } from '../template/property';

/** How many elements a list has: unknown where it is open whether one of them is there. */
export function countOf(list: Property): Value<number> {
  return thenValue(list.list(), elements => {
    const open = elements.find(element => element.given === 'unknown')?.value();
    return open?.state === 'unknown' ? unknown(open.why, open.at) : known(elements.length, list.value().at);
  });
}

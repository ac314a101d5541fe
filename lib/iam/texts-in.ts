import type { Value } from '../core/value';
import type { Property } from '../template/property';

/** The texts of a list or the one that stands alone. One that is unknown may be a text or a list of them; what it holds for certain comes first. */
export function textsIn(property: Property): readonly Value<string>[] {
  const list = property.listOrOne();
  if (list.state === 'unknown') return [...(list.elements ?? []).filter(isText), list];
  return list.state === 'known' ? list.value.map(element => element.text()) : [];
}

function isText(value: Value<unknown>): value is Value<string> {
  return value.state === 'unknown' || (value.state === 'known' && typeof value.value === 'string');
}

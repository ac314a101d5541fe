import { partsOf } from '../core/text';
import type { TextPart } from '../core/value';
import type { Property } from './property';

/** The parts of all texts at or below a property. */
export function textsBelow(property: Property): readonly TextPart[] {
  const value = property.value();
  if (value.state === 'unknown' && value.entries) return [...value.entries.keys()].flatMap(key => textsBelow(property.get(key)));
  if (value.state !== 'known') return partsOf(property.text()) ?? [];
  if (value.value instanceof Map) return [...value.value.values()].flatMap(textsBelow);
  return Array.isArray(value.value) ? (value.value as readonly Property[]).flatMap(textsBelow) : (partsOf(property.text()) ?? []);
}

import { ifKnown, type Value } from '../core/value';
import type { Property } from '../template/property';

/** Tags that a resource has for certain, by key. It may have others: those of a stack are also those of its resources. */
export type Tags = readonly (readonly [key: string, value: Value<string>])[];

export function readTags(property: Property): Tags {
  return (ifKnown(property.list()) ?? []).flatMap(tag => {
    const key = ifKnown(tag.get('Key').text());
    return key === undefined ? [] : [[key, tag.get('Value').text()] as const];
  });
}

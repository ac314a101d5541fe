import { containerInstanceAttributes } from '../catalog/container-instance-attributes';
import { zoneName } from '../model/network/zone';
import type { Instance } from './instance';

/** What an instance has under an attribute's name: a value, one that is not known before the instance is there, none, or nobody can tell. */
export type Attribute = { readonly state: 'value'; readonly value: string } | { readonly state: 'present' | 'missing' | 'open' };

export function attributeOf({ attributes, attributesComplete, zone }: Instance, name: string): Attribute {
  const value = attributes.get(name) ?? (name === 'ecs.availability-zone' && zone !== undefined ? zoneName(zone) : undefined);
  if (value !== undefined) return { state: 'value', value };
  if (containerInstanceAttributes.value.includes(name)) return { state: 'present' };
  return { state: attributesComplete || attributes.has(name) ? 'missing' : 'open' };
}

import type { Origin } from '../core/origin';
import { known } from '../core/value';
import { Property, type Shape } from '../template/property';
import type { Raw, RawMap } from '../template/raw';

/** Data in which nothing is to be computed. All of it stands at one place. */
export function literal(raw: Raw, at: Origin): Property {
  return Property.settled(known(shapeOf(raw, at), at));
}

function shapeOf(raw: Raw, at: Origin): Shape {
  if (raw === null) return '';
  if (Array.isArray(raw)) return (raw as readonly Raw[]).map(element => literal(element, at));
  return typeof raw === 'object' ? new Map(Object.entries(raw as RawMap).map(([key, value]) => [key, literal(value, at)])) : raw;
}

/** CloudFormation takes a document of JSON also as a text. What is no JSON stays the text that it is. */
export function documentIn(property: Property): Property {
  const value = property.value();
  if (value.state !== 'known' || typeof value.value !== 'string') return property;
  try {
    return literal(JSON.parse(value.value) as Raw, value.at);
  } catch {
    return property;
  }
}

import { within, type Origin } from '../core/origin';
import { partsOf, textOf } from '../core/text';
import { known, type Unknown } from '../core/value';
import { Property, type Shape } from '../template/property';
import type { Raw, RawMap } from '../template/raw';

/** Data in which nothing is to be computed. All of it stands at one place. */
export function literal(raw: Raw, at: Origin): Property {
  return literalWith(raw, at, []);
}

function literalWith(raw: Raw, at: Origin, unknowns: readonly Unknown[]): Property {
  if (typeof raw === 'string' && raw.includes(opens)) return Property.settled(textOf(raw.split(placeholder).map((piece, i) => (i % 2 === 0 ? piece : unknowns[Number(piece)] ?? piece)), at));
  return Property.settled(known(shapeOf(raw, at, unknowns), at));
}

function shapeOf(raw: Raw, at: Origin, unknowns: readonly Unknown[]): Shape {
  if (raw === null) return '';
  if (Array.isArray(raw)) return (raw as readonly Raw[]).map(element => literalWith(element, at, unknowns));
  return typeof raw === 'object' ? new Map(Object.entries(raw as RawMap).map(([key, value]) => [key, literalWith(value, at, unknowns)])) : raw;
}

/** CloudFormation takes a document of JSON also as a text. What is no JSON stays the text that it is. */
export function documentIn(property: Property): Property {
  const value = property.value();
  if (value.state !== 'known' || typeof value.value !== 'string') return property;
  try {
    return literal(JSON.parse(value.value) as Raw, within(value.at));
  } catch {
    return property;
  }
}

/** The same where not all of the text is known: what is unknown within its strings is unknown there alone. */
export function partlyKnownDocumentIn(property: Property): Property {
  const text = property.text(), parts = partsOf(text) ?? [], unknowns = parts.filter(part => typeof part !== 'string');
  if (unknowns.length === 0 || parts.length === 1 || parts.some(part => typeof part === 'string' && part.includes(opens))) return documentIn(property);
  try {
    return literalWith(JSON.parse(parts.map(part => (typeof part === 'string' ? part : `${opens}${unknowns.indexOf(part)}${closes}`)).join('')) as Raw, within(text.at), unknowns);
  } catch {
    return property;
  }
}

// Characters that Unicode gives nobody stand for what is not known.
const opens = '\uE000', closes = '\uE001', placeholder = /\uE000(\d+)\uE001/;

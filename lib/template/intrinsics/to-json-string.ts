import { unknown, type TextPart, type Unknown } from '../../core/value';
import { textWithReferences } from '../dynamic-reference';
import { isList, type Property } from '../property';
import { argumentOf, misused } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::ToJsonString` of the language extensions: a map or a list as JSON, without blanks and what is absent. */
export const toJsonString: Intrinsic = (argument, at, stack) => {
  const given = argumentOf('Fn::ToJsonString', argument, at, stack), value = given.value();
  if (value.state === 'unknown') return unknown(value.why, at);
  if (value.state === 'absent' || typeof value.value !== 'object') return misused('Fn::ToJsonString', at);
  const parts: TextPart[] = [], open = write(given, parts);
  return open ? unknown(open.why, at) : textWithReferences(parts, at, stack);
};

/** Adds what stands there to the text, unless it is open whether anything does: then that is given back. */
function write(property: Property, parts: TextPart[]): Unknown | undefined {
  const value = property.value();
  if (value.state === 'absent') return undefined;
  if (value.state === 'unknown') {
    if (value.mayBeAbsent) return value;
    const isText = value.text || ['attribute', 'dynamic', 'pseudo'].includes(value.is?.kind ?? '');
    parts.push(...(isText ? ['"', ...escaped(value.text ?? [value]), '"'] : [value]));
    return undefined;
  }
  const shape = value.value;
  if (typeof shape !== 'object') {
    parts.push(JSON.stringify(shape));
    return undefined;
  }
  const entries = isList(shape) ? shape.map(element => ['', element] as const) : [...shape].map(([key, entry]) => [`${JSON.stringify(key)}:`, entry] as const);
  const given = entries.filter(([, { given }]) => given !== 'no');
  parts.push(isList(shape) ? '[' : '{');
  for (const [i, [key, entry]] of given.entries()) {
    parts.push(i > 0 ? ',' : '', key);
    const open = write(entry, parts);
    if (open) return open;
  }
  parts.push(isList(shape) ? ']' : '}');
  return undefined;
}

function escaped(text: readonly TextPart[]): readonly TextPart[] {
  return text.map(part => (typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part));
}

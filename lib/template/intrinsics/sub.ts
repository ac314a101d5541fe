import { below, type Origin } from '../../core/origin';
import { unknown, type TextPart } from '../../core/value';
import { textWithReferences } from '../dynamic-reference';
import { Property } from '../property';
import { isList, isMap, own, type Raw } from '../raw';
import { misused } from './arguments';
import type { Evaluator, Intrinsic } from './intrinsic';

/** `Fn::Sub`: a text with `${Name}`, `${Resource.Attribute}` and `${!literal}`, with or without variables of its own. */
export const sub: Intrinsic = (argument, at, stack) => {
  const [template, variables, ...more] = isList(argument) ? argument : [argument];
  if (typeof template !== 'string' || (variables !== undefined && !isMap(variables)) || more.length > 0) return misused('Fn::Sub', at);
  const all = pieces(template), names = new Set(all.flatMap(({ name }) => name ?? []));
  const parts = new Map([...names].map(name => [name, part(name, variables, at, stack)]));
  return textWithReferences(all.map(({ text, name = '' }) => parts.get(name) ?? text), at, stack);
};

interface Piece { readonly text: string; readonly name?: string }

function pieces(template: string): readonly Piece[] {
  const all: Piece[] = [];
  let from = 0;
  for (const match of template.matchAll(/\$\{([^${}]+)\}/g)) {
    const [whole, inside = ''] = match;
    if (match.index > from) all.push({ text: template.slice(from, match.index) });
    all.push(inside.startsWith('!') ? { text: `\${${inside.slice(1)}}` } : { text: whole, name: inside.trim() });
    from = match.index + whole.length;
  }
  return [...all, { text: template.slice(from) }];
}

function part(name: string, variables: Raw | undefined, at: Origin, stack: Evaluator): TextPart {
  const variable = own(variables, name), reference: Raw = name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name };
  const value = Property.written(stack, variable ?? reference, variable === undefined ? at : below(below(below(at, 'Fn::Sub'), 1), name)).text();
  if (value.state === 'known') return value.value;
  return value.state === 'unknown' ? value : unknown({ kind: 'function', name: 'Fn::Sub' }, at);
}

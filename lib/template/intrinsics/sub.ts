import { textOf } from '../../core/text';
import { unknown, type TextPart, type Value } from '../../core/value';
import { own, type Raw } from '../raw';
import { argumentsOf, misused, read } from './arguments';
import type { Evaluator, Intrinsic } from './intrinsic';
import type { Origin } from '../../core/origin';

/** `Fn::Sub`: a text with `${Name}`, `${Resource.Attribute}` and `${!literal}`, with or without variables of its own. */
export const sub: Intrinsic = (argument, at, stack) => {
  const [template, variables] = typeof argument === 'string' ? [argument, undefined] : (argumentsOf(argument, 1, 2) ?? []);
  if (typeof template !== 'string') return misused('Fn::Sub', at);
  return textOf(pieces(template).map(piece => (piece.name === undefined ? piece.text : part(piece.name, variables, at, stack))), at);
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
  const value = valueOf(name, variables, at, stack);
  if (value.state === 'known') return value.value;
  return value.state === 'unknown' ? value : unknown({ kind: 'function', name: 'Fn::Sub' }, at);
}

function valueOf(name: string, variables: Raw | undefined, at: Origin, stack: Evaluator): Value<string> {
  const variable = own(variables, name);
  const reference: Raw = name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name };
  return read(stack, variable ?? reference, at).text();
}

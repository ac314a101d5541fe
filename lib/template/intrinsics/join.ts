import { unknown, type TextPart, type Value } from '../../core/value';
import { textWithReferences } from '../dynamic-reference';
import { argumentsOf, misused } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::Join`: the texts of a list with a delimiter between them. Unknown texts keep their places, unless they may be left out. */
export const join: Intrinsic = (argument, at, stack) => {
  const [first, second] = argumentsOf('Fn::Join', argument, at, stack, 2);
  const delimiter = first?.text(), list = second?.list();
  for (const given of [delimiter, list]) if (given?.state === 'unknown') return unknown(given.why, at);
  if (delimiter?.state !== 'known' || list?.state !== 'known') return misused('Fn::Join', at);
  const texts = list.value.map(property => property.text());
  const open = texts.find(text => text.state === 'unknown' && text.mayBeAbsent);
  if (open?.state === 'unknown') return unknown(open.why, at);
  return textWithReferences(texts.flatMap((text, i) => (i === 0 ? [partOf(text)] : [delimiter.value, partOf(text)])), at, stack);
};

function partOf(text: Value<string>): TextPart {
  if (text.state === 'known') return text.value;
  return text.state === 'unknown' ? text : '';
}

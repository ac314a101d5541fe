import { textOf } from '../../core/text';
import { unknown, type TextPart, type Value } from '../../core/value';
import { argumentsOf, misused, read } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::Join`: the texts of a list with a delimiter between them. Unknown texts keep their places. */
export const join: Intrinsic = (argument, at, stack) => {
  const [delimiter, list] = argumentsOf(argument, 2) ?? [];
  if (typeof delimiter !== 'string') return misused('Fn::Join', at);
  const texts = read(stack, list, at).list();
  if (texts.state === 'absent') return misused('Fn::Join', at);
  if (texts.state === 'unknown') return unknown(texts.why, at);
  const parts = texts.value.map(property => partOf(property.text()));
  return textOf(parts.flatMap((part, i) => (i === 0 ? [part] : [delimiter, part])), at);
};

function partOf(text: Value<string>): TextPart {
  if (text.state === 'known') return text.value;
  return text.state === 'unknown' ? text : '';
}

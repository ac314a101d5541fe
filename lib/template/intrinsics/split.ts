import { textOf } from '../../core/text';
import { known, unknown, type TextPart, type Unknown } from '../../core/value';
import { Property } from '../property';
import { argumentsOf, misused, read } from './arguments';
import type { Intrinsic } from './intrinsic';

/**
 * `Fn::Split`: a text cut at a delimiter. An unknown part is taken to hold no delimiter when it is a word that AWS makes up, as the region, or
 * the name of a resource within its ARN; of any other the whole list is unknown.
 */
export const split: Intrinsic = (argument, at, stack) => {
  const [delimiter, source] = argumentsOf(argument, 2) ?? [];
  if (typeof delimiter !== 'string' || delimiter === '') return misused('Fn::Split', at);
  const text = read(stack, source, at).text();
  if (text.state === 'absent') return misused('Fn::Split', at);
  if (text.state === 'known') return known(text.value.split(delimiter).map(piece => Property.settled(known(piece, text.at))), at);
  if (!text.text || !text.text.every((part, i) => typeof part === 'string' || isWord(part, i))) return unknown(text.why, at, text.is && { is: text.is });
  const pieces: TextPart[][] = [[]];
  for (const part of text.text) {
    const [head, ...tail]: readonly TextPart[] = typeof part === 'string' ? part.split(delimiter) : [part];
    pieces.at(-1)?.push(head ?? '');
    pieces.push(...tail.map(piece => [piece]));
  }
  return known(pieces.map(piece => Property.settled(textOf(piece, at))), at);
};

function isWord({ is }: Unknown, index: number): boolean {
  if (is?.kind === 'pseudo') return ['AWS::Region', 'AWS::AccountId', 'AWS::Partition', 'AWS::URLSuffix'].includes(is.name);
  return is?.kind === 'attribute' && index > 0;
}

import { mayHold } from '../../core/identity';
import { textOf } from '../../core/text';
import { known, unknown, type TextPart, type Unknown, type Value } from '../../core/value';
import { Property } from '../property';
import { argumentsOf, misused } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::Split`: a text cut at a delimiter. */
export const split: Intrinsic = (argument, at, stack) => {
  const [first, second] = argumentsOf('Fn::Split', argument, at, stack, 2);
  const delimiter = first?.text(), text = second?.text();
  if (delimiter?.state === 'unknown') return unknown(delimiter.why, at);
  if (delimiter?.state !== 'known' || delimiter.value === '' || !text || text.state === 'absent') return misused('Fn::Split', at);
  const pieces = splitText(text, delimiter.value);
  return pieces.state === 'known' ? known(pieces.value.map(piece => Property.settled(piece)), at) : pieces;
};

/** The pieces of a text between delimiters. Where an unknown part may hold a delimiter, it cannot be told how many pieces there are. */
export function splitText(text: Value<string>, delimiter: string): Value<readonly Value<string>[]> {
  const { at } = text;
  if (text.state === 'absent') return text;
  if (text.state === 'known') return known(text.value.split(delimiter).map(piece => known(piece, at)), at);
  const parts = text.text ?? [text];
  if (!parts.every((part, i) => typeof part === 'string' || isWhole(part, delimiter, i))) return unknown(text.why, at, text.is && { is: text.is });
  return known(piecesOf(parts, delimiter).map(piece => textOf(piece, at)), at);
}

/** The parts of a text between delimiters that stand in the known ones. */
export function piecesOf(parts: readonly TextPart[], delimiter: string): readonly (readonly TextPart[])[] {
  const pieces: TextPart[][] = [[]];
  for (const part of parts) {
    const [head, ...tail]: readonly TextPart[] = typeof part === 'string' ? part.split(delimiter) : [part];
    pieces.at(-1)?.push(head ?? '');
    pieces.push(...tail.map(piece => [piece]));
  }
  return pieces;
}

/**
 * Whether an unknown part cannot hold the delimiter: what AWS makes up holds no comma, a name of a resource within its ARN is one piece, and
 * pseudo parameters are of few letters.
 */
function isWhole({ is }: Unknown, delimiter: string, index: number): boolean {
  switch (is?.kind) {
    case 'attribute': return delimiter === ',' || index > 0;
    case 'element': return delimiter === ',' && (is.of.kind === 'zones' || is.of.kind === 'parameter');
    case 'pseudo': return !mayHold(is, delimiter);
    default: return false;
  }
}

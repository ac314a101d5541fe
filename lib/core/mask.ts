import type { Origin } from './origin';
import { partsOf, textOf } from './text';
import type { Known, TextPart, Unknown } from './value';

// Characters of a private use plane, which no template holds.
const first = 0xf0000, last = 0x10fffd;
const masked = /([\u{f0000}-\u{10fffd}])/u;

/**
 * Writes texts of which not all is known as plain strings, with one character for each unknown part, so that they can be searched, split
 * and parsed like any other, and turns what was found in them back into values.
 */
export class Mask {
  private readonly unknowns: Unknown[] = [];

  hide(value: Known<string> | Unknown): string {
    return (partsOf(value) ?? []).map(part => (typeof part === 'string' ? part : this.character(part))).join('');
  }

  reveal(text: string, at: Origin): Known<string> | Unknown {
    return textOf(text.split(masked).map(piece => this.unknownOf(piece) ?? piece), at);
  }

  /** Whether there is an unknown part in the text. */
  static covers(text: string): boolean {
    return masked.test(text);
  }

  private character(part: Unknown): string {
    if (first + this.unknowns.length < last) this.unknowns.push(part);
    return String.fromCodePoint(first + this.unknowns.length - 1);
  }

  private unknownOf(piece: string): TextPart | undefined {
    const code = piece.codePointAt(0) ?? 0;
    return code >= first ? this.unknowns[code - first] : undefined;
  }
}

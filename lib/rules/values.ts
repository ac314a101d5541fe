import type { ValuesTaken } from '../catalog/property-demand';
import { nearest } from '../core/nearest';
import type { Words } from '../finding/finding';
import { atPaths, chosen, nameOf } from './at-path';
import type { Located, Say } from './rule';

/** What a message says of a word that AWS does not know. */
export interface UnknownWord {
  readonly property: string;
  readonly value: string;
  /** What is given: the word, or several of which it is one. */
  readonly text: string;
  readonly takes: readonly string[];
}

/** The properties that hold a word which is not taken there. */
export function unknownWords(root: Parameters<typeof atPaths>[0], rows: readonly ValuesTaken[] | undefined, say: Pick<Say, 'need' | 'undecided'>): readonly (Located & { readonly data: UnknownWord })[] {
  return atPaths(root, rows, say).flatMap(({ row: { takes = [], isExact, isListed }, property }) => {
    const given = property.text(), text = chosen(given, say) ?? '', words = given.state !== 'known' ? [] : isListed ? text.split(',') : [text];
    return words.filter(word => (isExact ? !takes.includes(word) : !isTaken(word, takes))).map(value => ({ at: given.at, data: { property: nameOf(given), value, text, takes } }));
  });
}

/** Whether a word is one of these, in whatever letters. */
export function isTaken(word: string, takes: readonly string[]): boolean {
  return takes.some(taken => taken.toUpperCase() === word.trim().toUpperCase());
}

/** The words of a word that AWS does not know. */
export function unknownWordWords({ property, value, text, takes }: UnknownWord): Words {
  // Of numbers none is like another.
  const meant = /^\d+$/.test(value) ? undefined : nearest(value, takes);
  return {
    says: `${property} is ${text}; it may be ${takes.join(', ')}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    fix: `Set ${property} to one of these.`,
    ...(meant === undefined ? {} : { repair: [{ set: text.replace(value, meant) }] }),
    ecsSays: `${value} is not a valid enum value`,
  };
}

import type { Unknown, Value } from '../core/value';

/** Whether a rule, or several, let traffic through; the value that is missing where nobody can tell. */
export type Passage = 'open' | 'closed' | Unknown;

/** Open when one way is. */
export function anyOf(ways: readonly Passage[]): Passage {
  return ways.find(way => way === 'open') ?? ways.find(way => way !== 'closed') ?? 'closed';
}

/** Open when every part of the way is. */
export function allOf(parts: readonly Passage[]): Passage {
  return parts.find(part => part === 'closed') ?? parts.find(part => part !== 'open') ?? 'open';
}

/** Open where the value holds. */
export function passageOf(value: Value<boolean>): Passage {
  if (value.state === 'unknown') return value;
  return value.state === 'known' && value.value ? 'open' : 'closed';
}

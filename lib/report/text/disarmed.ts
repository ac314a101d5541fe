import { harmless } from './layout';

/** The same report with every text in it made harmless. */
export function disarmed<T>(part: T): T {
  if (typeof part === 'string') return harmless(part) as T;
  if (Array.isArray(part)) return part.map(disarmed) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [harmless(key), disarmed(value as unknown)])) as T;
}

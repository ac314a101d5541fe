/** What a table has under a key that somebody else wrote; undefined where it has none, also for what every object of JavaScript inherits. */
export function entryOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

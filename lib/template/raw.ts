/** A template as it was written, functions unevaluated. */
export type Raw = null | boolean | number | string | RawList | RawMap;
export type RawList = readonly Raw[];
export interface RawMap { readonly [key: string]: Raw }

/** Deepest nesting of maps and lists that is read: templates stay far below it, and whoever walks over one may rely on it. */
export const deepest = 200;

export function isMap(raw: Raw | undefined): raw is RawMap {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

export function isList(raw: Raw | undefined): raw is RawList {
  return Array.isArray(raw);
}

/** What the map itself holds under `key`: a template may name a resource `constructor` or `__proto__`. */
export function own(raw: Raw | undefined, key: string): Raw | undefined {
  return isMap(raw) && Object.hasOwn(raw, key) ? raw[key] : undefined;
}

/** What kind of thing stands there, in words for a message. */
export function describeRaw(raw: Raw): string {
  if (raw === null) return 'null';
  if (isList(raw)) return 'a list';
  if (isMap(raw)) return 'a map';
  return typeof raw === 'string' ? 'a text' : `a ${typeof raw}`;
}

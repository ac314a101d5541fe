import type { Origin } from '../core/origin';
import { partsOf, textOf } from '../core/text';
import { known, unknown, type TextPart, type Unknown, type Value } from '../core/value';
import type { Environment } from '../template/resource';

/** The ARN of something in the region and account of a stack, from its parts: `arn(environment, 'ecs', 'cluster/', name)`. */
export function arn({ partition, region, account }: Environment, service: string, ...resource: readonly (string | Value<string>)[]): Value<string> {
  return join(region.at, 'arn:', partition, `:${service}:`, region, ':', account, ':', ...resource);
}

/** One text of several, as `Fn::Join` makes it. */
export function join(at: Origin, ...texts: readonly (string | Value<string>)[]): Value<string> {
  return textOf(texts.flatMap(text => (typeof text === 'string' ? [text] : (partsOf(text) ?? []))), at);
}

/** A text of which nothing is known but what it is. */
export function something(what: string, at: Origin): Unknown {
  return unknown({ kind: 'elsewhere', what }, at);
}

/** A part of an ARN that AWS makes up: an id, a suffix, the name of a log stream. */
export function anId(what: string, at: Origin): Unknown {
  return unknown({ kind: 'elsewhere', what }, at, { is: { kind: 'id', what } });
}

/** So many ids, each behind a stroke: the end of an ARN that AWS makes up. */
export function severalIds(count: number, at: Origin): readonly (string | Unknown)[] {
  return Array.from({ length: count }, () => ['/', anId('its id', at)]).flat();
}

/** Every resource, for actions that know none. */
export function everything(at: Origin): Value<string> {
  return known('*', at);
}

/** What stands before and behind the first `mark` in the known parts. Undefined where there is none. */
export function cut(parts: readonly TextPart[], mark: string): readonly [before: readonly TextPart[], after: readonly TextPart[]] | undefined {
  const index = parts.findIndex(part => typeof part === 'string' && part.includes(mark)), part = parts[index];
  if (typeof part !== 'string') return undefined;
  const place = part.indexOf(mark);
  return [[...parts.slice(0, index), part.slice(0, place)], [part.slice(place + mark.length), ...parts.slice(index + 1)]];
}

import { identityKey } from '../../core/identity';
import { sameText } from '../../core/text';
import { unknown, type Value } from '../../core/value';
import type { Property, Shape } from '../property';
import { argumentsOf, misused, movedTo, read } from './arguments';
import type { Intrinsic } from './intrinsic';

/** `Fn::If`. Where the condition is unknown the value is too, unless both branches come to the same. */
export const ifThenElse: Intrinsic = (argument, at, stack) => {
  const [name, yes, no] = argumentsOf(argument, 3) ?? [];
  if (typeof name !== 'string') return misused('Fn::If', at);
  const condition = stack.condition(name, at);
  const [then, otherwise] = [read(stack, yes, at), read(stack, no, at)];
  if (condition.state === 'known') return movedTo((condition.value ? then : otherwise).value(), at);
  const [a, b] = [then.value(), otherwise.value()];
  if (isSame(a, b)) return movedTo(a, at);
  const why = condition.state === 'unknown' ? condition.why : ({ kind: 'function', name: 'Fn::If' } as const);
  return unknown(why, at, commonElements(a, b));
};

function isSame(a: Value<Shape>, b: Value<Shape>): boolean {
  if (a.state === 'absent' && b.state === 'absent') return true;
  if (a.state === 'unknown' && b.state === 'unknown') return a.is !== undefined && b.is !== undefined && identityKey(a.is) === identityKey(b.is);
  return a.state === 'known' && b.state === 'known' && typeof a.value !== 'object' && String(a.value) === String(b.value);
}

/** What stands in both branches is there whichever is taken. */
function commonElements(a: Value<Shape>, b: Value<Shape>): { elements: readonly Value<string>[] } | undefined {
  if (a.state !== 'known' || b.state !== 'known' || !Array.isArray(a.value) || !Array.isArray(b.value)) return undefined;
  const other = (b.value as readonly Property[]).map(element => element.text());
  const elements = (a.value as readonly Property[]).map(element => element.text()).filter(x => other.some(y => sameText(x, y) === 'yes'));
  return elements.length > 0 ? { elements } : undefined;
}

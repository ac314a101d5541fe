import type { Deployment } from '../../template/deployment';
import type { Assertion } from '../../template/rules';
import type { Noun } from '../noun';

/** One of the `Rules` of a template. It exists where its condition holds. */
export interface AssertingRule extends Noun {
  readonly assertions: readonly Assertion[];
}

export function readAssertingRules({ stacks }: Deployment): readonly AssertingRule[] {
  return [...stacks.values()].flatMap(stack => stack.rules().map(({ name, at, counts, assertions }) =>
    ({ stack: stack.name, id: name, type: 'Rule', at, exists: counts.state === 'known' ? stack.isCreated(at) : counts, environment: stack.environment, assertions })));
}

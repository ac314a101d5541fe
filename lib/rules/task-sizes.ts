import type { Value } from '../core/value';
import type { Words } from '../finding/finding';
import type { Say } from './rule';

interface Unreadable {
  readonly property: string;
  readonly given: string;
}

/** That ECS cannot read the size of a task, as all rules about sizes say it. */
export function unreadableSizeWords({ property, given }: Unreadable): Words {
  return {
    says: `${property} of the task is ${given}; ECS reads ${property === 'Cpu' ? '1024 or 1 vCPU' : '2048 or 2 GB'}.`,
    fix: 'Write a whole number, or a number with one of these units.',
    ecsSays: `Invalid '${property.toLowerCase()}' setting for task.`,
  };
}

/** The sizes that are no sizes. What is not known otherwise is undecided. */
export function unreadableSizes(sizes: { readonly Cpu: Value<number>; readonly Memory: Value<number> }, say: Say): readonly { readonly size: Value<number>; readonly data: Unreadable }[] {
  return Object.entries(sizes).flatMap(([property, size]) => {
    if (size.state === 'unknown' && size.why.kind === 'form') return [{ size, data: { property, given: size.why.found } }];
    say.need(size);
    return [];
  });
}

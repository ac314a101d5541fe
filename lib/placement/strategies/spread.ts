import { attributeOf } from '../attribute';
import type { Instance } from '../instance';
import { least, type Strategy } from '../strategy';

/** Evenly over instances, or over the values of an attribute: there first where the fewest tasks of the group run. */
export function spread(field: string): Strategy {
  const name = /^attribute:(.*)$/i.exec(field)?.[1];
  if (name === undefined) return { type: 'spread', narrow: (candidates, _, group) => least(candidates, ({ tasks }) => tasks.get(group) ?? 0) };
  return {
    type: 'spread',
    narrow(candidates, fleet, group) {
      const counts = new Map<string, number>();
      for (const { length, 0: { instance, tasks } } of fleet.alike) {
        const bucket = bucketOf(instance, name);
        counts.set(bucket, (counts.get(bucket) ?? 0) + length * (tasks.get(group) ?? 0));
      }
      return least(candidates, ({ instance }) => counts.get(bucketOf(instance, name)) ?? 0);
    },
  };
}

/** Instances without the attribute make one bucket of their own; the guide does not say what becomes of them. */
function bucketOf(instance: Instance, name: string): string {
  if (name === 'ecs.availability-zone') return `zone ${instance.zone ?? ''}`;
  const attribute = attributeOf(instance, name);
  return attribute.state === 'value' ? `value ${attribute.value}` : attribute.state;
}

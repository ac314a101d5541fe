import { attributeOf } from '../attribute';
import type { Instance } from '../instance';
import type { Strategy } from '../strategy';

/** Evenly over instances, or over the values of an attribute: there first where the fewest tasks of the group run. */
export function spread(field: string): Strategy {
  const name = /^attribute:(.*)$/i.exec(field)?.[1];
  return name === undefined ? { type: 'spread' } : { type: 'spread', over: instance => valueIn(instance, name) };
}

/** Instances without the attribute are taken to share a value of their own; the guide does not say what becomes of them. */
function valueIn(instance: Instance, name: string): string {
  if (name === 'ecs.availability-zone') return `zone ${instance.zone ?? ''}`;
  const attribute = attributeOf(instance, name);
  return attribute.state === 'value' ? `value ${attribute.value}` : attribute.state;
}

import { onceOnly, type OnceOnly } from '../../catalog/once-only';
import { entryOf } from '../../core/entry';
import { groupBy } from '../../core/group-by';
import { onceFor } from '../../core/once-for';
import { textKey } from '../../core/text';
import { accountStack, byResource } from '../../finding/finding';
import type { Model, Resource } from '../../model/model';
import { listed } from '../listed';
import { defineRule } from '../rule';

/** A range has one route in a table, and a subnet one route table: AWS refuses the second of what there is once. */
export const resourceTwice = defineRule({
  id: 'resource-twice',
  title: 'Two resources are for what there is only once',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: Object.keys(onceOnly.value),
  explanation: 'A route table has one route for a range, a subnet one association with a route table, a network ACL one entry of a number in each direction, a security group each rule once, an Elastic IP address one NAT gateway, a VPC one internet gateway, and a namespace of Cloud Map each name once. CloudFormation makes the resources one after the other, and the second is refused. Of two resources of which a condition may make only one nothing is said.',
  docs: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
  predicts: ['already exists', 'is already associated', 'conflicts with an existing association', 'already has an internet gateway attached'],
  facts: [onceOnly],
  messages: {
    taken: ({ other, keys, refusal }: { other: string; keys: readonly string[]; refusal: string }) => ({
      says: `${other} has the same ${listed(keys)}, and AWS takes one such resource.`,
      fix: 'Take one of the two out.',
      ecsSays: refusal,
    }),
  },
  check(resource, say, model) {
    for (const once of entryOf(onceOnly.value, resource.type) ?? []) {
      const key = keyOf(resource, once), [first] = key === undefined ? [] : holdersIn(model).get(key) ?? [];
      if (!first || first === resource) continue;
      if (first.exists.state === 'unknown') say.undecided(first.exists);
      else say.violated('taken', { at: resource.properties.at }, { other: first.id, keys: once.keys.filter(path => at(resource, path).given === 'yes'), refusal: once.refusal }, { related: [first] });
    }
  },
});

/** The first of those that have something in common that there is once. */
const holdersIn = onceFor(({ resources }: Model): ReadonlyMap<string, readonly Resource[]> => {
  const claims = resources.flatMap(resource => (resource.stack === accountStack ? [] : (entryOf(onceOnly.value, resource.type) ?? []).flatMap(once => keyOf(resource, once) ?? []).map(key => ({ key, resource }))));
  return new Map([...groupBy(claims, ({ key }) => key)].map(([key, group]) => [key, group.map(({ resource }) => resource).sort(byResource)]));
});

/** One text for all that a resource claims; undefined where not all of it is known. */
function keyOf(resource: Resource, { keys, where }: OnceOnly): string | undefined {
  if (where !== undefined && at(resource, where).given !== 'yes') return undefined;
  const [first, ...others] = keys.map(path => {
    const property = at(resource, path);
    return property.given === 'no' ? '' : property.given === 'yes' ? textKey(property.text()) : undefined;
  });
  return first === '' || [first, ...others].includes(undefined) ? undefined : JSON.stringify([resource.type, keys, first, others]);
}

function at({ properties }: Resource, path: string): Resource['properties'] {
  const [first = '', ...below] = path.split('.');
  return properties.get(first, ...below);
}

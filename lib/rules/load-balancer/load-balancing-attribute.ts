import { attributeRanges, attributesOfKind, attributeValuesOfKind, type AttributeRange } from '../../catalog/load-balancing-attributes';
import { loadBalancerProtocols } from '../../catalog/load-balancer-protocols';
import { entryOf } from '../../core/entry';
import { ifKnown, withDefault } from '../../core/value';
import type { Resource } from '../../model/model';
import { reach } from '../../model/reach';
import { upper } from '../../model/spelling';
import { defineRule } from '../rule';

/** Attributes of load balancers and target groups take numbers within bounds, and go with the kind of load balancer. */
export const loadBalancingAttribute = defineRule({
  id: 'load-balancing-attribute',
  title: 'Elastic Load Balancing does not take the value of an attribute',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: Object.keys(attributeRanges.value),
  explanation: 'Attributes are pairs of keys and texts, which the schema of CloudFormation does not look into. Elastic Load Balancing does: how long targets are drained, how slowly they start, how long connections may be idle have bounds, cookies are for HTTP, and some attributes are for one kind of load balancer.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html',
  predicts: ['must be between', 'ValidationError', 'is not supported for target groups with the', 'must always be'],
  facts: [attributeRanges, attributesOfKind, attributeValuesOfKind],
  messages: {
    range: ({ key, value, range: { least, most, or } }: { key: string; value: string; range: AttributeRange }) => ({
      says: `${key} is ${value}; it takes ${or === undefined ? '' : `${or}, or `}whole numbers from ${least} to ${most}.`,
      fix: 'Bring it within these bounds.',
      ecsSays: `'${key}' must be between '${least}' and '${most}' inclusive`,
    }),
    otherKind: ({ key, owner, kind }: { key: string; owner: string; kind: string }) => ({
      says: `${key} is for load balancers of type ${owner}; this one is of type ${kind}.`,
      fix: 'Take it out.',
    }),
    value: ({ key, value, kind, takes }: { key: string; value: string; kind: string; takes: readonly string[] }) => ({
      says: `${key} is ${value}; with a load balancer of type ${kind} it is ${takes.join(' or ')}.`,
      fix: `Set it to ${takes.join(' or ')}, or take it out.`,
    }),
  },
  check(resource, say) {
    const { type, properties } = resource;
    const { path, ranges } = entryOf(attributeRanges.value, type) ?? { path: '', ranges: {} };
    const attributes = path === '' ? [] : reach(properties, path).found, kind = attributes.length === 0 ? undefined : kindOf(resource);
    for (const attribute of attributes) {
      const name = attribute.get('Key').text(), key = ifKnown(name), given = attribute.get('Value').text();
      const range = key === undefined ? undefined : entryOf(ranges, key), byKind = key === undefined ? undefined : entryOf(entryOf(attributeValuesOfKind.value, type) ?? {}, key);
      const takes = byKind && kind !== undefined ? entryOf(byKind, kind) : undefined, value = range || takes ? say.need(given) : undefined;
      const owner = Object.entries(attributesOfKind.value).find(([, keys]) => key !== undefined && keys.includes(key))?.[0];
      if (key !== undefined && kind !== undefined && owner !== undefined && owner !== kind) say.violated('otherKind', name, { key, owner, kind });
      else if (key !== undefined && range && value !== undefined && !isWithin(value, range)) say.violated('range', given, { key, value, range });
      else if (key !== undefined && kind !== undefined && takes && value !== undefined && !takes.includes(value)) say.violated('value', given, { key, value, kind, takes });
    }
  },
});

/** The kind of a load balancer, or of those that speak the protocol of a target group. */
function kindOf({ type, properties }: Resource): string | undefined {
  const given = ifKnown(withDefault(properties.get('Type').text(), 'application')), protocol = ifKnown(upper(properties.get('Protocol')));
  return type.endsWith('LoadBalancer') ? given : [...loadBalancerProtocols.value].find(([, protocols]) => protocol !== undefined && protocols.includes(protocol))?.[0];
}

function isWithin(value: string, { least, most, or }: AttributeRange): boolean {
  const number = /^\d+$/.test(value.trim()) ? Number(value) : NaN;
  return number === or || (number >= least && number <= most);
}

import { attributeNeeds, attributeRanges, attributesOfKind, attributeValuesOfKind, attributeWords, reservedCookies, type AttributeRange } from '../../catalog/load-balancing-attributes';
import { loadBalancerProtocols } from '../../catalog/load-balancer-protocols';
import { entryOf } from '../../core/entry';
import { nearest } from '../../core/nearest';
import { ifKnown, withDefault, type Value } from '../../core/value';
import type { Resource } from '../../model/model';
import { upper } from '../../model/spelling';
import { defineRule, type Say } from '../rule';
import { isTaken } from '../values';

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
  facts: [attributeRanges, attributesOfKind, attributeWords, attributeNeeds, attributeValuesOfKind, reservedCookies],
  messages: {
    range: ({ key, value, range: { least, most, or } }: { key: string; value: string; range: AttributeRange }) => ({
      says: `${key} is ${value}; it takes ${or === undefined ? '' : `${or}, or `}whole numbers from ${least} to ${most}.`,
      fix: 'Bring it within these bounds.',
      ecsSays: `'${key}' must be between '${least}' and '${most}' inclusive`,
    }),
    noSuchKey: ({ key, meant }: { key: string; meant: string | undefined }) => ({
      says: `Drydock knows no attribute ${key}.${meant === undefined ? '' : ` Did you mean ${meant}?`} Unless it is newer than ${attributesOfKind.source.read}, Elastic Load Balancing knows none either.`,
      fix: meant === undefined ? 'Take it out.' : `Key: ${meant}`,
      ...(meant === undefined ? {} : { repair: [{ set: meant }] }),
      severity: 'warning',
    }),
    word: ({ key, value, takes }: { key: string; value: string; takes: readonly string[] }) => ({
      says: `${key} is ${value}; it may be ${takes.join(', ')}.`,
      fix: 'Set it to one of these.',
    }),
    lacking: ({ key, value, needs }: { key: string; value: string; needs: string }) => ({
      says: `${key} is ${value}, for which ${needs} has to be given, and it is not.`,
      fix: `Add { Key: ${needs}, Value: … }.`,
    }),
    reserved: ({ value }: { value: string }) => ({
      says: `The cookie is called ${value}; names that begin with ${reservedCookies.value} are the load balancer's own.`,
      fix: 'Name the cookie of the application.',
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
    const { type, properties } = resource, attributes = say.need(properties.get(entryOf(attributeRanges.value, type)?.list ?? '').list()) ?? [], kind = attributes.length === 0 ? undefined : kindOf(resource);
    const pairs = attributes.map(item => ({ name: item.get('Key').text(), value: item.get('Value').text() }));
    for (const { name, value } of pairs) if (name.state === 'known') checkAttribute({ key: name.value, name, value }, { type, kind }, say);
    if (pairs.some(({ name }) => name.state !== 'known')) return;
    for (const { key, value, needs } of attributeNeeds.value) {
      const asking = pairs.find(({ name, value: given }) => ifKnown(name) === key && ifKnown(given) === value);
      if (asking && !pairs.some(({ name }) => ifKnown(name) === needs)) say.violated('lacking', asking.value, { key, value, needs });
    }
  },
});

interface Attribute {
  readonly key: string;
  readonly name: Value<string>;
  readonly value: Value<string>;
}

function checkAttribute({ key, name, value: given }: Attribute, { type, kind }: { readonly type: string; readonly kind: string | undefined }, say: Say<(typeof loadBalancingAttribute)['messages']>): void {
  const byKind = Object.entries(entryOf(attributesOfKind.value, type) ?? {}), owner = byKind.find(([, keys]) => keys.includes(key))?.[0];
  if (owner === undefined) return say.violated('noSuchKey', name, { key, meant: nearest(key, byKind.flatMap(([, keys]) => keys)) });
  if (kind !== undefined && owner !== 'any' && owner !== kind) return say.violated('otherKind', name, { key, owner, kind });
  const range = entryOf(entryOf(attributeRanges.value, type)?.ranges ?? {}, key), words = entryOf(attributeWords.value, key) ?? (key.endsWith('.enabled') ? ['true', 'false'] : undefined);
  const ofKind = kind === undefined ? undefined : entryOf(entryOf(entryOf(attributeValuesOfKind.value, type) ?? {}, key) ?? {}, kind);
  const value = range || words || key.endsWith('cookie_name') ? say.need(given) : undefined;
  if (value === undefined) return;
  if (range && !isWithin(value, range)) say.violated('range', given, { key, value, range });
  else if (words && !isTaken(value, words)) say.violated('word', given, { key, value, takes: words });
  else if (kind !== undefined && ofKind && !ofKind.includes(value)) say.violated('value', given, { key, value, kind, takes: ofKind });
  else if (key.endsWith('cookie_name') && value.startsWith(reservedCookies.value)) say.violated('reserved', given, { value });
}

/** The kind of a load balancer, or of those that speak the protocol of a target group. */
function kindOf({ type, properties }: Resource): string | undefined {
  const given = ifKnown(withDefault(properties.get('Type').text(), 'application')), protocol = ifKnown(upper(properties.get('Protocol')));
  return type.endsWith('LoadBalancer') ? given : [...loadBalancerProtocols.value].find(([, protocols]) => protocol !== undefined && protocols.includes(protocol))?.[0];
}

function isWithin(value: string, { least, most, or }: AttributeRange): boolean {
  const number = /^\d+$/.test(value.trim()) ? Number(value) : NaN;
  return number === or || (number >= least && number <= most);
}

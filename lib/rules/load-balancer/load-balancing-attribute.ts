import { attributeRanges, type AttributeRange } from '../../catalog/load-balancing-attributes';
import { entryOf } from '../../core/entry';
import { ifKnown } from '../../core/value';
import { reach } from '../../model/reach';
import { defineRule } from '../rule';

/** Attributes of load balancers and target groups take numbers within bounds. */
export const loadBalancingAttribute = defineRule({
  id: 'load-balancing-attribute',
  title: 'Elastic Load Balancing does not take the value of an attribute',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  explanation: 'Attributes are pairs of keys and texts, which the schema of CloudFormation does not look into. Elastic Load Balancing does: how long targets are drained, how slowly they start, how long connections may be idle have bounds.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html',
  predicts: ['must be between', 'ValidationError'],
  facts: [attributeRanges],
  messages: {
    range: ({ key, value, range: { least, most, or } }: { key: string; value: string; range: AttributeRange }) => ({
      says: `${key} is ${value}; it takes ${or === undefined ? '' : `${or}, or `}whole numbers from ${least} to ${most}.`,
      fix: 'Bring it within these bounds.',
      ecsSays: `'${key}' must be between '${least}' and '${most}' inclusive`,
    }),
  },
  check({ type, properties }, say) {
    const { path, ranges } = entryOf(attributeRanges.value, type) ?? { path: '', ranges: {} };
    for (const attribute of path === '' ? [] : reach(properties, path).properties) {
      const key = ifKnown(attribute.get('Key').text()), range = key === undefined ? undefined : entryOf(ranges, key), given = attribute.get('Value').text();
      const value = range && say.need(given);
      if (key !== undefined && range && value !== undefined && !isWithin(value, range)) say.violated('range', given, { key, value, range });
    }
  },
});

function isWithin(value: string, { least, most, or }: AttributeRange): boolean {
  const number = /^\d+$/.test(value.trim()) ? Number(value) : NaN;
  return number === or || (number >= least && number <= most);
}

import { propertyCombinations, type Combination, type Part } from '../../catalog/property-combinations';
import { entryOf } from '../../core/entry';
import { answer, type Answer } from '../../core/identity';
import { ifKnown } from '../../core/value';
import type { Resource } from '../../model/model';
import { reach } from '../../model/reach';
import { nameOf } from '../at-path';
import { listed } from '../listed';
import { defineRule, type Say } from '../rule';
import { isTaken } from '../values';

type Property = Resource['properties'];

/** Some properties ask for another one, or rule it out. */
export const propertyCombination = defineRule({
  id: 'property-combination',
  title: 'The properties of the resource do not go together',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: Object.keys(propertyCombinations.value),
  explanation: 'Each property may be right by itself and the resource refused all the same: a route leads to one target, a load balancer has subnets or mappings of them, a file system with a key of its own is encrypted. CloudFormation hands the resource on, and the service behind it says so.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  predicts: ['InvalidParameterCombination', 'InvalidRequest', 'ValidationError', 'BadRequest'],
  facts: [propertyCombinations],
  messages: {
    needs: ({ given, needs }: { given: string; needs: string }) => ({
      says: `${given}, for which ${needs}.`,
      fix: 'Say so, or take the first out.',
    }),
    excludes: ({ given, other }: { given: string; other: string }) => ({
      says: `${given} and ${other}, which do not go together.`,
      fix: 'Take one of them out.',
    }),
    none: ({ paths }: { paths: readonly string[] }) => ({
      says: `The resource needs one of ${listed(paths)}, and has none.`,
      fix: 'Add the one that is meant.',
    }),
    several: ({ given }: { given: readonly string[] }) => ({
      says: `The resource has ${listed(given)}; it takes one of them.`,
      fix: 'Leave one.',
    }),
  },
  check({ type, properties }, say) {
    const { combinations = [], oneOf = [] } = entryOf(propertyCombinations.value, type) ?? {};
    for (const paths of oneOf) {
      const answers = paths.map(path => properties.get(path)), [first, second] = answers.filter(({ given }) => given === 'yes');
      if (first && second) say.violated('several', second, { given: [first, second].map(nameOf) });
      else if (answers.every(({ given }) => given === 'no')) say.violated('none', { at: properties.at }, { paths });
    }
    for (const combination of combinations) {
      for (const base of combination.in === undefined ? [properties] : reach(properties, combination.in).found) checkCombination(base, combination, say);
    }
  },
});

function checkCombination(base: Property, { where, needs, excludes }: Combination, say: Say<(typeof propertyCombination)['messages']>): void {
  const property = reach(base, where.path).found.find(one => holds(one, where) === 'yes');
  if (!property) return;
  const given = where.is ? `${nameOf(property)} is ${ifKnown(property.text()) ?? ''}` : `${nameOf(property)} is given`;
  const needed = needs && base.get(needs.path), other = excludes && base.get(excludes.path);
  if (needed && holds(needed, needs) === 'no') say.violated('needs', needed, { given, needs: wanted(needed, needs) });
  if (other && holds(other, excludes) === 'yes') say.violated('excludes', other, { given, other: excludes.is ? `${nameOf(other)} ${ifKnown(other.text()) ?? ''}` : nameOf(other) });
  for (const [open, part] of [[needed, needs], [other, excludes]] as const) if (open && part && holds(open, part) === 'unknown') say.need(open.text());
}

/** Whether a property says what a combination is about. */
function holds(property: Property, { is, otherwise = '' }: Part): Answer {
  const text = property.text();
  if (!is || property.given === 'unknown') return property.given;
  return text.state === 'unknown' ? 'unknown' : answer(isTaken(text.state === 'absent' ? otherwise : text.value, is));
}

function wanted(property: Property, { is, otherwise }: Part): string {
  if (!is) return `${nameOf(property)} has to be given`;
  return `${nameOf(property)} has to be ${is.join(' or ')}; it is ${ifKnown(property.text()) ?? (otherwise === undefined ? 'left out' : `left out, which is ${otherwise}`)}`;
}

import { resourceProperties } from '../../catalog/resource-properties';
import { entryOf } from '../../core/entry';
import { nearest } from '../../core/nearest';
import { byText } from '../../core/order';
import { listed } from '../listed';
import { defineRule } from '../rule';

/** What a resource refers to is in the template, is created, and does not wait for it in turn. */
export const resourceReference = defineRule({
  id: 'resource-reference',
  title: 'A resource refers to what CloudFormation cannot resolve',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  explanation: 'Ref, Fn::GetAtt, Fn::Sub and DependsOn name a resource of the same template, or a parameter. CloudFormation refuses a template in which there is none of that name, in which a resource refers to one that is not created because its condition does not hold, or in which resources wait for each other in a circle, and one that asks a resource for an attribute that it does not give. A DependsOn on what is not created it leaves out. An attribute like none of those that Drydock knows may be newer than its table, and is reported as a warning.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
  predicts: ['Template format error: Unresolved resource dependencies', 'Circular dependency between resources', 'does not support attribute type'],
  facts: [resourceProperties],
  messages: {
    unresolved: ({ id, references }: { id: string; references: readonly string[] }) => ({
      says: `${id} refers to ${listed(references)}; the template has no parameter of ${references.length === 1 ? 'that name' : 'these names'} and creates no such resource.`,
      fix: `Name what is there, or add ${references.length === 1 ? 'it' : 'them'}; where a condition decides, refer to it by Fn::If under the same one.`,
      ecsSays: `Template format error: Unresolved resource dependencies [${references.join(', ')}] in the Resources block of the template`,
    }),
    noAttribute: ({ id, type, attribute, given }: { id: string; type: string; attribute: string; given: readonly string[] }) => {
      const meant = nearest(attribute, given) ?? given.find(name => name.endsWith(attribute));
      return {
        says: `Fn::GetAtt asks ${id} for ${attribute}; an ${type} gives ${listed(given) || 'no attributes'}.${meant === undefined ? ` Unless it is newer than ${resourceProperties.source.read}, CloudFormation refuses the template.` : ` Did you mean ${meant}?`}`,
        fix: 'Ask for one of these, or use Ref.',
        ecsSays: `Template error: resource ${id} does not support attribute type ${attribute} in Fn::GetAtt`,
        severity: meant === undefined ? 'warning' : 'error',
      };
    },
    circle: ({ ids }: { ids: readonly string[] }) => ({
      says: ids.length === 1 ? `${ids.join()} refers to itself.` : `${listed(ids)} wait for each other in a circle.`,
      fix: 'Take one of the references out of the circle: a rule of a security group, a policy or a route can be a resource of its own.',
      ecsSays: `Circular dependency between resources: [${ids.join(', ')}]`,
    }),
  },
  check(resource, say, { order }) {
    const all = resource.references();
    const unresolved = all.filter(({ type }) => type === undefined).map(({ id }) => id);
    const circle = order.circles.find(([first]) => first?.stack === resource.stack && first.id === resource.id);
    if (unresolved.length > 0) say.violated('unresolved', resource, { id: resource.id, references: [...new Set(unresolved)].sort(byText) });
    for (const { id, attribute, type = '' } of all) {
      const given = entryOf(resourceProperties.value.attributes, type);
      if (given && attribute !== undefined && !given.includes(attribute)) say.violated('noAttribute', resource, { id, type, attribute, given: given.filter(name => !name.includes('.')) }, { related: [{ stack: resource.stack, id }] });
    }
    if (circle) say.violated('circle', resource, { ids: circle.map(({ id }) => id) }, { related: circle });
  },
});

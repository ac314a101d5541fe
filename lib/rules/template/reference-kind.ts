import { referenceKinds } from '../../catalog/reference-kinds';
import { entryOf } from '../../core/entry';
import { onceFor } from '../../core/once-for';
import { resourceKey } from '../../finding/finding';
import type { Model } from '../../model/model';
import { reach } from '../../model/reach';
import { nameOf } from '../at-path';
import { defineRule } from '../rule';

/** A property that names a subnet names a subnet, and by its id. */
export const referenceKind = defineRule({
  id: 'reference-kind',
  title: 'A property refers to a resource of another kind',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: Object.keys(referenceKinds.value),
  explanation: 'Ref and Fn::GetAtt give some text for every resource, and CloudFormation does not ask whether it is what the property names: the ARN of a listener in place of that of a target group, a name in place of an ARN. The service behind the resource refuses it. Only references to resources of the template whose kinds are in the table are judged; what a nested stack or a custom resource gives may be anything.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html',
  predicts: ['InvalidParameterException', 'ValidationError'],
  facts: [referenceKinds],
  messages: {
    otherKind: ({ property, target, type, takes }: { property: string; target: string; type: string; takes: readonly string[] }) => ({
      says: `${property} refers to ${target}, an ${type}; it takes an ${takes.join(' or an ')}.`,
      fix: `Refer to an ${takes.join(' or an ')}.`,
    }),
    otherAttribute: ({ property, target, attribute, takes }: { property: string; target: string; attribute: string; takes: readonly string[] }) => ({
      says: `${property} is ${attribute} of ${target}, by which the resource is not named here.`,
      fix: `Write ${takes.map(name => (name === 'Ref' ? `!Ref ${target}` : `!GetAtt ${target}.${name}`)).join(' or ')}.`,
    }),
  },
  check({ type, properties }, say, model) {
    for (const [path, takes] of Object.entries(entryOf(referenceKinds.value, type) ?? {})) {
      for (const property of reach(properties, path).found) {
        const value = property.text(), is = value.state === 'absent' ? undefined : value.is;
        const target = is?.kind === 'attribute' ? resourcesIn(model).get(resourceKey({ stack: is.stack, id: is.resource })) : undefined;
        if (is?.kind !== 'attribute' || !target || !judged.has(target.type)) continue;
        const attributes = entryOf(takes, target.type), related = { related: [target] };
        if (!attributes) say.violated('otherKind', value, { property: nameOf(value), target: target.id, type: target.type, takes: Object.keys(takes) }, related);
        else if (!attributes.includes(is.attribute)) say.violated('otherAttribute', value, { property: nameOf(value), target: target.id, attribute: is.attribute, takes: attributes }, related);
      }
    }
  },
});

/** The kinds of which it is known what Ref and Fn::GetAtt give. */
const judged: ReadonlySet<string> = new Set(Object.values(referenceKinds.value).flatMap(paths => Object.values(paths).flatMap(takes => Object.keys(takes))));

const resourcesIn = onceFor(({ resources }: Model) => new Map(resources.map(resource => [resourceKey(resource), resource])));

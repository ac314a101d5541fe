import { ifKnown, type Value } from '../../core/value';
import type { Named } from '../../model/noun';
import { defineRule } from '../rule';

/** What a service names must be there before it. */
export const serviceReferenceOrder = defineRule({
  id: 'service-reference-order',
  title: 'The service is created before what it names',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'CloudFormation creates what nothing puts in order at the same time. Where a service names its cluster or its task definition by text in place of Ref, it does not wait for them, and ECS knows neither yet. It is a race where the service waits for something slow, as a load balancer.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  predicts: ['Cluster not found.', 'TaskDefinition not found.', 'Unable to describe task definition.'],
  facts: [],
  messages: {
    noOrder: (names: Names) => words(names, 'error'),
    race: (names: Names) => words(names, 'warning'),
  },
  check(service, say, model) {
    const slow = [...model.loadBalancers, ...model.autoScalingGroups, ...model.network.natGateways.all];
    const isLate = slow.some(other => model.order.isBefore(other, service) === 'yes');
    const references: readonly (readonly ['Cluster' | 'TaskDefinition', Value<Named>])[] = [['Cluster', service.cluster], ['TaskDefinition', service.taskDefinition]];
    for (const [property, reference] of references) {
      const named = ifKnown(reference);
      if (!named || named.exists.state !== 'known' || model.order.isBefore(named, service) !== 'no') continue;
      say.violated(isLate ? 'race' : 'noOrder', service.properties.get(property), { property, id: named.id }, { related: [named] });
    }
  },
});

interface Names { readonly property: 'Cluster' | 'TaskDefinition'; readonly id: string }

function words({ property, id }: Names, severity: 'error' | 'warning') {
  return {
    says: `${property} names ${id} by text, and nothing makes CloudFormation create ${id} first.`,
    fix: `${property}: !Ref ${id}`,
    repair: [{ set: { Ref: id } }],
    ecsSays: `${property} not found.`,
    severity,
  } as const;
}

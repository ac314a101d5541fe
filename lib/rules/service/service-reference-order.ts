import { absent, ifKnown, type Value } from '../../core/value';
import { reference } from '../../finding/written';
import type { Model } from '../../model/model';
import type { Named } from '../../model/noun';
import type { Service } from '../../model/service/service';
import { defineRule } from '../rule';
import { waitsForMinutes } from '../slow-to-create';

/** What a service names must be there before it. */
export const serviceReferenceOrder = defineRule({
  id: 'service-reference-order',
  title: 'The service is created before what it names',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'CloudFormation creates what nothing puts in order at the same time. Where a service names its cluster or its task definition by text in place of Ref, it does not wait for them, and ECS knows neither yet. It is a race where the service waits for something slow, as a load balancer, and with the namespace of Service Connect.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  predicts: ['Cluster not found.', 'TaskDefinition not found.', 'Unable to describe task definition.', 'Failed to retrieve namespace for'],
  facts: [],
  messages: {
    noOrder: (names: Names) => words(names, 'error'),
    race: (names: Names) => words(names, 'warning'),
  },
  check(service, say, model) {
    const isLate = waitsForMinutes(service, model);
    const references: readonly (readonly [Names['property'], Value<Named>])[] = [['Cluster', service.cluster], ['TaskDefinition', service.taskDefinition], ['Namespace', namespaceOf(service, model)]];
    for (const [property, given] of references) {
      const named = ifKnown(given), at = property === 'Namespace' ? service.serviceConnect.namespace : service.properties.get(property);
      if (!named || named.exists.state !== 'known' || model.order.isBefore(named, service) !== 'no') continue;
      say.violated(isLate || property === 'Namespace' ? 'race' : 'noOrder', at, { property, id: named.id }, { related: [named] });
    }
  },
});

interface Names { readonly property: 'Cluster' | 'TaskDefinition' | 'Namespace'; readonly id: string }

/** The namespace of Service Connect, which a service may name by its name. */
function namespaceOf({ serviceConnect: { enabled, namespace } }: Service, { namespaces }: Model): Value<Named> {
  return ifKnown(enabled) === true ? namespaces.find(namespace) : absent(namespace.at);
}

function words({ property, id }: Names, severity: 'error' | 'warning') {
  const isNamespace = property === 'Namespace';
  return {
    says: `${property} names ${id} by text, and nothing makes CloudFormation create ${id} first.`,
    fix: isNamespace ? `${property}: !GetAtt ${id}.Arn` : `${property}: !Ref ${id}`,
    repair: [{ set: reference(id, isNamespace ? 'Arn' : 'Ref') }],
    ecsSays: isNamespace ? 'Failed to retrieve namespace for …' : `${property} not found.`,
    severity,
  } as const;
}

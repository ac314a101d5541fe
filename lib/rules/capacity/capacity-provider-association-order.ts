import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** A service by capacity providers comes after what associates these with its cluster. */
export const capacityProviderAssociationOrder = defineRule({
  id: 'capacity-provider-association-order',
  title: 'The service may come before the capacity providers of its cluster',
  severity: 'warning',
  phase: 'create',
  subject: 'service',
  explanation: 'An AWS::ECS::ClusterCapacityProviderAssociations gives a cluster its capacity providers and its default strategy. A service refers to the cluster and to a capacity provider, not to the association: CloudFormation creates the two at the same time, and ECS refuses a service that comes first. On deletion the association may go first, and cannot while a service uses it.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-clustercapacityproviderassociations.html',
  predicts: ['The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster', 'The specified capacity provider is in use and cannot be removed'],
  facts: [],
  messages: {
    race: ({ association }: { association: string }) => ({
      says: `Nothing makes the service wait for ${association}, which associates the capacity providers with its cluster. Whether they are there in time is a race.`,
      fix: `DependsOn: ${association}`,
      repair: [{ dependsOn: [association] }],
      ecsSays: 'The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.',
    }),
    raceForDefault: ({ association }: { association: string }) => ({
      says: `The service has no launch type and no strategy of its own, and nothing makes it wait for ${association}, which gives the cluster its default strategy. A service that comes first has the launch type EC2.`,
      fix: `DependsOn: ${association}`,
    }),
  },
  check(service, say, { order }) {
    // What a cluster that is not in the templates runs tasks on by default is associated with it already.
    const capacity = service.cluster.state === 'known' ? say.need(service.runsOn) : ifKnown(service.runsOn);
    const association = capacity?.kind === 'providers' ? say.need(service.cluster)?.association : undefined;
    if (!association || order.isBefore(association, service) !== 'no') return;
    const message = service.capacityProviderStrategy.state === 'absent' ? 'raceForDefault' : 'race';
    say.violated(message, service, { association: association.id }, { related: [association] });
  },
});

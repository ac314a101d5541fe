import { ecsScalableDimension } from '../../catalog/application-auto-scaling';
import { partsOf, showText, startsWith } from '../../core/text';
import { ifKnown } from '../../core/value';
import type { ScalableTarget } from '../../model/scalable-target';
import { defineRule } from '../rule';

/** What scales is the desired count of a service, named by its cluster and its name. */
export const scalableTargetResource = defineRule({
  id: 'scalable-target-resource',
  title: 'The scalable target does not name a service as Application Auto Scaling does',
  severity: 'error',
  phase: 'create',
  subject: 'scalableTarget',
  explanation: 'For a service of ECS the namespace is ecs, the dimension ecs:service:DesiredCount, and the resource id service/<cluster>/<service>, with names and not with ARNs. Ref of a service is its ARN; its name is GetAtt Name. Application Auto Scaling refuses other namespaces, dimensions and forms, and finds no service under an ARN.',
  docs: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  predicts: ['Unsupported service namespace, resource type or scalable dimension', "ECS service doesn't exist"],
  facts: [ecsScalableDimension],
  messages: {
    dimension: ({ dimension }: { dimension: string }) => ({
      says: `The namespace is ecs and the dimension ${dimension}; what scales of ECS is ${ecsScalableDimension.value.dimension}.`,
      fix: `ScalableDimension: ${ecsScalableDimension.value.dimension}`,
      ecsSays: 'Unsupported service namespace, resource type or scalable dimension',
    }),
    resourceId: ({ resourceId }: { resourceId: string }) => ({
      says: `The resource id is ${resourceId}; that of a service is service/<cluster>/<service>.`,
      fix: 'Write !Sub service/${Cluster}/${Service.Name}, with the logical ids of your template.',
      ecsSays: 'Unsupported service namespace, resource type or scalable dimension',
    }),
    arn: ({ resource, name }: { resource: string; name: string }) => ({
      says: `The resource id holds the ARN of ${resource}, where its name belongs.`,
      fix: `Use ${name} in its place.`,
      ecsSays: "ECS service doesn't exist",
    }),
  },
  check(target, say) {
    const { namespace, dimension, resourceId } = target;
    if (say.need(namespace) !== ecsScalableDimension.value.namespace) return;
    const of = say.need(dimension), id = ifKnown(resourceId);
    if (of !== undefined && of !== ecsScalableDimension.value.dimension) say.violated('dimension', dimension, { dimension: of });
    const isWrong = startsWith(resourceId, `${ecsScalableDimension.value.resourceType}/`) === 'no' || (id !== undefined && id.split('/').filter(Boolean).length !== 3);
    if (resourceId.state !== 'absent' && isWrong) say.violated('resourceId', resourceId, { resourceId: showText(resourceId) });
    const arn = arnIn(target);
    if (arn) say.violated('arn', resourceId, arn);
  },
});

/** The service or the cluster of whose ARN the resource id is made. */
function arnIn({ resourceId, service }: ScalableTarget): { readonly resource: string; readonly name: string } | undefined {
  const attributes = (partsOf(resourceId) ?? []).flatMap(part => (typeof part !== 'string' && part.is?.kind === 'attribute' ? [part.is] : []));
  const found = ifKnown(service), cluster = found && ifKnown(found.cluster);
  const isOf = (noun: { readonly stack: string; readonly id: string } | undefined, attribute: string): boolean =>
    attributes.some(is => is.stack === noun?.stack && is.resource === noun.id && is.attribute === attribute);
  if (found && isOf(found, 'Ref')) return { resource: found.id, name: `!GetAtt ${found.id}.Name` };
  return cluster && isOf(cluster, 'Arn') ? { resource: cluster.id, name: `!Ref ${cluster.id}` } : undefined;
}

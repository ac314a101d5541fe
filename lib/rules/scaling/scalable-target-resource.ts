import { ecsScalableDimension } from '../../catalog/application-auto-scaling';
import { partsOf, showText, startsWith } from '../../core/text';
import { ifKnown } from '../../core/value';
import type { ScalableTarget } from '../../model/scaling/scalable-target';
import { defineRule } from '../rule';

/** What scales is the desired count of a service, named by its cluster and its name. */
export const scalableTargetResource = defineRule({
  id: 'scalable-target-resource',
  title: 'The scalable target does not name a service as Application Auto Scaling does',
  severity: 'error',
  phase: 'create',
  subject: 'scalableTarget',
  explanation: 'For a service of ECS the namespace is ecs, the dimension ecs:service:DesiredCount, and the resource id service/<cluster>/<service>, with names and not with ARNs. Ref of a service is its ARN; its name is GetAtt Name. Application Auto Scaling refuses other namespaces, dimensions and forms, and finds no service under an ARN. Daemons have no desired count: there is nothing to scale. Two scalable targets of one service are one and the same, which CloudFormation does not create twice.',
  docs: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  predicts: ['Unsupported service namespace, resource type or scalable dimension', "ECS service doesn't exist", 'already exists'],
  facts: [ecsScalableDimension],
  messages: {
    dimension: ({ dimension }: { dimension: string }) => ({
      says: `The namespace is ecs and the dimension ${dimension}; of ECS it scales ${ecsScalableDimension.value.dimension} alone.`,
      fix: `ScalableDimension: ${ecsScalableDimension.value.dimension}`,
      ecsSays: 'Unsupported service namespace, resource type or scalable dimension',
    }),
    resourceId: ({ resourceId }: { resourceId: string }) => ({
      says: `The resource id is ${resourceId}; that of a service is service/<cluster>/<service>.`,
      fix: 'Write !Sub service/${Cluster}/${Service.Name}, with the logical ids of your template.',
      ecsSays: 'Unsupported service namespace, resource type or scalable dimension',
    }),
    namespace: ({ given }: { given: string }) => ({
      says: `ServiceNamespace is ${given}; of a service it is ${ecsScalableDimension.value.namespace}, in small letters.`,
      fix: `ServiceNamespace: ${ecsScalableDimension.value.namespace}`,
      ecsSays: `${given} is not a valid enum value`,
    }),
    otherCluster: ({ cluster, named, service }: { cluster: string; named: string; service: string }) => ({
      says: `The resource id names the cluster ${named}, and ${service} runs in ${cluster}.`,
      fix: `Write !Sub service/\${${cluster}}/\${${service}.Name}.`,
      ecsSays: "ECS service doesn't exist",
      severity: 'warning',
    }),
    noService: ({ cluster, resourceId }: { cluster: string; resourceId: string }) => ({
      says: `The resource id is ${resourceId}; no service of ${cluster} in these templates has that name.`,
      fix: 'Name a service that is there, best by !GetAtt SERVICE.Name.',
      ecsSays: "ECS service doesn't exist",
      severity: 'warning',
    }),
    daemon: ({ service }: { service: string }) => ({
      says: `${service} is a daemon: it has a task on each container instance, and no desired count to scale.`,
      fix: 'Take the scalable target out; the Auto Scaling group says how many there are.',
      severity: 'warning',
      phase: 'scale',
    }),
    twice: ({ service, other }: { service: string; other: string }) => ({
      says: `${other} scales ${service} already; a service has one scalable target.`,
      fix: `Take one of the two out, and let the policies name the other.`,
      ecsSays: '|ecs:service:DesiredCount|ecs already exists',
    }),
    arn: ({ resource, name }: { resource: string; name: string }) => ({
      says: `The resource id holds the ARN of ${resource}, where its name belongs.`,
      fix: `Use ${name} in its place.`,
      ecsSays: "ECS service doesn't exist",
    }),
  },
  check(target, say, { clusters, scalableTargets }) {
    const { namespace, dimension, resourceId } = target;
    const of = say.need(dimension), id = ifKnown(resourceId), given = say.need(namespace);
    if (given !== undefined && given !== ecsScalableDimension.value.namespace && (of === ecsScalableDimension.value.dimension || given.toLowerCase() === ecsScalableDimension.value.namespace)) return say.violated('namespace', namespace, { given });
    if (given !== ecsScalableDimension.value.namespace) return;
    if (of !== undefined && of !== ecsScalableDimension.value.dimension) say.violated('dimension', dimension, { dimension: of });
    const isWrong = startsWith(resourceId, `${ecsScalableDimension.value.resourceType}/`) === 'no' || isMisshapen(resourceId);
    if (resourceId.state !== 'absent' && isWrong) say.violated('resourceId', resourceId, { resourceId: showText(resourceId) });
    const arn = arnIn(target);
    if (arn) return say.violated('arn', resourceId, arn);
    const service = ifKnown(target.service), cluster = service && ifKnown(service.cluster), named = clusterNamed(resourceId);
    const first = service && scalableTargets.find(other => ifKnown(other.service) === service && ifKnown(other.dimension) === of && ifKnown(other.exists));
    if (first && first !== target && ifKnown(target.exists)) say.violated('twice', target, { service: service.id, other: first.id }, { related: [first, service] });
    if (service && ifKnown(service.scheduling) === 'DAEMON') say.violated('daemon', target, { service: service.id }, { related: [service] });
    const home = clusters.find(({ name }) => named !== undefined && ifKnown(name) === named);
    if (home && id !== undefined && !service) say.violated('noService', resourceId, { cluster: home.id, resourceId: id }, { related: [home] });
    if (cluster && named !== undefined && cluster.name.state === 'known' && cluster.name.value !== named) {
      say.violated('otherCluster', resourceId, { cluster: cluster.id, named, service: service.id }, { related: [service, cluster] });
    }
  },
});

/** Whether a resource id, in which the names of resources may stand for themselves, has other parts than service, a cluster and a service. Only of the latter there is an attribute Name. */
function isMisshapen(resourceId: ScalableTarget['resourceId']): boolean {
  const parts = (partsOf(resourceId) ?? []).map(part => (typeof part === 'string' ? part : part.is?.kind === 'attribute' ? `<${part.is.attribute}>` : undefined));
  const segments = parts.join('').split('/').filter(Boolean);
  return parts.length > 0 && !parts.includes(undefined) && (segments.length !== 3 || segments[1] === '<Name>');
}

/** The cluster that a resource id names by text. */
function clusterNamed(resourceId: ScalableTarget['resourceId']): string | undefined {
  const [first] = partsOf(resourceId) ?? [];
  return typeof first === 'string' ? /^service\/([^/]+)\//.exec(first)?.[1] : undefined;
}

/** The service or the cluster of whose ARN the resource id is made. */
function arnIn({ resourceId, service }: ScalableTarget): { readonly resource: string; readonly name: string } | undefined {
  const attributes = (partsOf(resourceId) ?? []).flatMap(part => (typeof part !== 'string' && part.is?.kind === 'attribute' ? [part.is] : []));
  const found = ifKnown(service), cluster = found && ifKnown(found.cluster);
  const isOf = (noun: { readonly stack: string; readonly id: string } | undefined, attribute: string): boolean =>
    attributes.some(is => is.stack === noun?.stack && is.resource === noun.id && is.attribute === attribute);
  if (found && isOf(found, 'Ref')) return { resource: found.id, name: `!GetAtt ${found.id}.Name` };
  return cluster && (isOf(cluster, 'Arn') || startsWith(resourceId, 'service/arn:') === 'yes') ? { resource: cluster.id, name: `!Ref ${cluster.id}` } : undefined;
}

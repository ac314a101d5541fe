import { groupBy } from '../core/group-by';
import type { Deployment } from '../template/deployment';
import type { Resource } from '../template/resource';
import { readCluster } from './cluster';
import { CreationOrder } from './creation-order';
import { Lookup } from './lookup';
import type { Model } from './model';
import { readRole } from './role';
import { readService } from './service';
import { readTaskDefinition } from './task-definition';

/** Reads the model from the resources, what is referred to before what refers to it. */
export function extractModel(deployment: Deployment): Model {
  const resources = deployment.resources();
  const byType = groupBy(resources, resource => resource.type);
  const of = (type: string): readonly Resource[] => byType.get(type) ?? [];

  const roles = new Lookup('role', of('AWS::IAM::Role').map(readRole));
  const associations = of('AWS::ECS::ClusterCapacityProviderAssociations');
  const clusters = new Lookup('cluster', of('AWS::ECS::Cluster').map(resource => readCluster(resource, associations)));
  const taskDefinitions = new Lookup('task definition', of('AWS::ECS::TaskDefinition').map(resource => readTaskDefinition(resource, roles)));
  const services = of('AWS::ECS::Service').map(resource => readService(resource, clusters, taskDefinitions));

  return { order: new CreationOrder(resources), clusters: clusters.all, roles: roles.all, services, taskDefinitions: taskDefinitions.all };
}

import { groupBy } from '../core/group-by';
import type { Deployment } from '../template/deployment';
import type { Resource } from '../template/resource';
import { readCluster } from './cluster';
import { CreationOrder } from './creation-order';
import { readDiscoveryService, readNamespace } from './discovery';
import { readListener, readListenerRule } from './listener';
import { readClassicLoadBalancer, readLoadBalancer } from './load-balancer';
import { Lookup } from './lookup';
import type { Model } from './model';
import { readRole } from './role';
import { readService } from './service';
import { readTargetGroup } from './target-group';
import { readTaskDefinition } from './task-definition';

const namespaceTypes = ['Http', 'PrivateDns', 'PublicDns'].map(kind => `AWS::ServiceDiscovery::${kind}Namespace`);

/** Reads the model from the resources, what is referred to before what refers to it. */
export function extractModel(deployment: Deployment): Model {
  const resources = deployment.resources();
  const byType = groupBy(resources, resource => resource.type);
  const of = (type: string): readonly Resource[] => byType.get(type) ?? [];

  const roles = new Lookup('role', of('AWS::IAM::Role').map(readRole));
  const associations = of('AWS::ECS::ClusterCapacityProviderAssociations');
  const clusters = new Lookup('cluster', of('AWS::ECS::Cluster').map(resource => readCluster(resource, associations)));
  const taskDefinitions = new Lookup('task definition', of('AWS::ECS::TaskDefinition').map(resource => readTaskDefinition(resource, roles)));
  const classicLoadBalancers = new Lookup('load balancer', of('AWS::ElasticLoadBalancing::LoadBalancer').map(readClassicLoadBalancer));
  const loadBalancers = new Lookup('load balancer', of('AWS::ElasticLoadBalancingV2::LoadBalancer').map(readLoadBalancer));
  const targetGroups = new Lookup('target group', of('AWS::ElasticLoadBalancingV2::TargetGroup').map(readTargetGroup));
  const listeners = new Lookup('listener', of('AWS::ElasticLoadBalancingV2::Listener').map(resource => readListener(resource, loadBalancers, targetGroups)));
  const listenerRules = of('AWS::ElasticLoadBalancingV2::ListenerRule').map(resource => readListenerRule(resource, listeners, targetGroups));
  const discoveryServices = new Lookup('Cloud Map service', of('AWS::ServiceDiscovery::Service').map(readDiscoveryService));
  const namespaces = namespaceTypes.flatMap(of).map(readNamespace);
  const services = of('AWS::ECS::Service').map(resource =>
    readService(resource, { clusters, taskDefinitions, targetGroups, classicLoadBalancers, discoveryServices }));

  return {
    order: new CreationOrder(resources),
    clusters: clusters.all,
    forwarders: [...listeners.all, ...listenerRules],
    listeners: listeners.all,
    loadBalancers: loadBalancers.all,
    namespaces,
    roles: roles.all,
    services,
    targetGroups: targetGroups.all,
    taskDefinitions: taskDefinitions.all,
  };
}

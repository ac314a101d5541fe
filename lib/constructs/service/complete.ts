import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Construct, Dependable, type IConstruct, type IDependable } from 'constructs';
import { balance, type Balancing } from '../load-balancing/application';
import { scale } from './scaling';
import { associationsOf } from './service-capacity';
import type { ServiceOptions } from './service-options';

/** Gives a service what needs the service to exist: its place in the order of the deployment, its load balancer, its scaling. */
export function complete(service: ecs.BaseService, options: ServiceOptions): Partial<Balancing> & { scaling?: ecs.ScalableTaskCount } {
  order(service, options);
  const balancing = options.loadBalancer && balance(service, options.loadBalancer);
  return { ...balancing, scaling: options.scaling && scale(service, options.scaling, balancing?.targets) };
}

/**
 * The service comes after all that its first tasks need, and on deletion goes before it: CloudFormation sees only what is referred to, and a service refers neither to
 * the policies of its roles, nor to the routes of its subnets, nor to the association of the cluster with the capacity provider.
 */
function order(service: ecs.BaseService, { vpcSubnets }: ServiceOptions): void {
  const { taskDefinition, cluster } = service, { node } = service.node.defaultChild as ecs.CfnService;
  node.addDependency(
    found(() => (taskDefinition.executionRole instanceof Construct ? [taskDefinition.executionRole] : [])),
    found(() => associationsOf(cluster)),
  );
  if (taskDefinition.networkMode === NetworkMode.AWS_VPC) node.addDependency(cluster.vpc.selectSubnets(vpcSubnets).internetConnectivityEstablished);
}

/** Something to depend on that may be made later, and is looked for when the app is synthesized. */
function found(roots: () => IConstruct[]): IDependable {
  const dependable: IDependable = {};
  Dependable.implement(dependable, { get dependencyRoots() { return roots(); } });
  return dependable;
}

import type * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, Dependable, type IConstruct, type IDependable } from 'constructs';
import { balance, type LoadBalancerOptions } from '../load-balancing/application';
import { balanceNetwork, type NetworkBalancing } from '../load-balancing/network';
import type { Balancing } from '../load-balancing/targets';
import { logGroupOf } from '../task/container';
import { attachStorage } from '../task/task-options';
import { scale } from './scaling';
import { associationsOf } from './service-capacity';
import { connect } from './service-connect';
import type { ServiceOptions } from './service-options';

/** What was made for a service, beside what the L2 knows of. */
export interface ServiceParts extends Partial<Balancing> {
  readonly container?: ecs.ContainerDefinition;
  readonly logGroup?: logs.ILogGroup;
  readonly network?: NetworkBalancing;
  readonly deploymentGroup?: codedeploy.EcsDeploymentGroup;
  readonly scaling?: ecs.ScalableTaskCount;
}

/** Gives a service what needs the service to exist: its place in the order of the deployment, storage, load balancers, scaling. */
export function complete(service: ecs.BaseService, options: ServiceOptions): ServiceParts {
  order(service, options);
  attachStorage(service, options);
  if (options.serviceConnect) connect(service, options.serviceConnect);
  const shift = options.deployment?._shift, container = service.taskDefinition.defaultContainer;
  const balancing = options.loadBalancer && balance(service, service, options.loadBalancer, shift);
  return {
    ...balancing,
    network: options.networkLoadBalancer && balanceNetwork(service, service, options.networkLoadBalancer, shift),
    deploymentGroup: options.deployment?._deployerOf(service, balancing),
    scaling: options.scaling && scale(service, options.scaling, balancing?.targets),
    container,
    logGroup: container && logGroupOf(container),
  };
}

/** Puts another port behind a load balancer, of which everything hangs in a construct of its own below the service. */
export function expose(service: ecs.BaseService, id: string, options: LoadBalancerOptions): Balancing {
  return balance(new Construct(service, id), service, options);
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

import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { balance, balancedUrlOf, type LoadBalancerOptions } from '../load-balancing/application';
import { balanceNetwork } from '../load-balancing/network';
import type { Balancing } from '../load-balancing/targets';
import { logGroupOf } from '../task/log-group';
import { misuse } from '../misuse';
import { checkGiven } from '../options/check';
import { neededFirst } from '../task/needed-first';
import { attachStorage } from '../task/task-options';
import type { Shift } from './deployment';
import { scale } from './scaling';
import { connect } from './service-connect';
import type { ServiceOptions } from './service-options';
import type { IBalancedServiceParts } from './service-parts';

/** Gives a service what needs the service to exist: its place in the order of the deployment, storage, load balancers, scaling. */
export function complete(service: ecs.BaseService, options: ServiceOptions): IBalancedServiceParts {
  (service.node.defaultChild as ecs.CfnService).node.addDependency(...neededFirst(service.cluster, service.taskDefinition, options.vpcSubnets));
  attachStorage(service, options);
  if (options.serviceConnect) connect(service, options.serviceConnect);
  const shift = options.deployment?._shift, container = service.taskDefinition.defaultContainer;
  if (shift) shifts.set(service, shift);
  if (shift?.by === 'CodeDeploy' && options.loadBalancer && options.networkLoadBalancer) throw misuse(service, 'CodeDeploy moves the traffic of one load balancer, and there are two. Leave one of them out, or use Deployment.blueGreen().');
  const balancing = options.loadBalancer && balance(service, service, options.loadBalancer, shift);
  const network = options.networkLoadBalancer && balanceNetwork(service, service, options.networkLoadBalancer, shift);
  return {
    ...balancing,
    network,
    deploymentGroup: options.deployment?._deployerOf(service, balancing ?? network),
    scaling: options.scaling && scale(service, options.scaling, balancing),
    container,
    logGroup: container && logGroupOf(container),
  };
}

/** The URL by which users call a service. */
export function urlOf(service: ecs.BaseService): string {
  const url = balancedUrlOf(service);
  if (url === undefined) throw misuse(service, 'it has no load balancer of which the name is known, and so no URL. Give it loadBalancer: {}; where only a listener is known also hosts.');
  return url;
}

/** Who moves the traffic of services. */
const shifts = new WeakMap<ecs.BaseService, Shift>();

/** Puts another port behind a load balancer, of which everything hangs in a construct of its own below the service. Deployments move its traffic too. */
export function expose(service: ecs.BaseService, id: string, options: LoadBalancerOptions): Balancing {
  checkGiven('FargateService.expose', { id, options }, service);
  const shift = shifts.get(service);
  if (shift?.by === 'CodeDeploy') throw misuse(service, 'CodeDeploy moves the traffic of one port. To expose another use Deployment.blueGreen(), canary() or linear().');
  return balance(new Construct(service, id), service, options, shift && { by: shift.by });
}

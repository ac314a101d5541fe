import type { ResourceRef } from '../finding/finding';
import type { Model } from '../model/model';

/**
 * Whether a resource waits for something that takes CloudFormation minutes: what nothing puts in order is there by then, most of the time.
 * A service takes them too, until its tasks run.
 */
export function waitsForMinutes(resource: ResourceRef, { order, loadBalancers, autoScalingGroups, network, services }: Model): boolean {
  return [...loadBalancers, ...autoScalingGroups, ...network.natGateways.all, ...services].some(slow => order.isBefore(slow, resource) === 'yes');
}

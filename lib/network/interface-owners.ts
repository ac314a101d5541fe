import { mapValue, thenValue, type Value } from '../core/value';
import type { Model } from '../model/model';
import type { Noun } from '../model/noun';
import type { SecurityGroup } from '../model/network/security-group';
import type { Subnet } from '../model/network/subnet';

/** Something that has network interfaces: the subnets in which they stand, and their security groups. */
export interface InterfaceOwner {
  readonly noun: Noun;
  readonly subnets: Value<readonly Value<Subnet>[]>;
  readonly securityGroups: Value<readonly Value<SecurityGroup>[]>;
}

/** All that have network interfaces: tasks, container instances, load balancers, endpoints and mount targets. */
export function interfaceOwners({ services, startedTasks, loadBalancers, autoScalingGroups, network }: Model): readonly InterfaceOwner[] {
  const owner = (noun: Noun, subnets: References, securityGroups: References): InterfaceOwner =>
    ({ noun, subnets: network.subnets.findAll(subnets), securityGroups: network.securityGroups.findAll(securityGroups) });
  return [
    ...[...services, ...startedTasks, ...loadBalancers].map(noun => owner(noun, noun.subnets, noun.securityGroups)),
    ...autoScalingGroups.map(group => owner(group, group.subnets, thenValue(group.launchTemplate, template => template.securityGroups))),
    ...network.endpoints.map(noun => ({ noun, subnets: noun.subnets, securityGroups: noun.securityGroups })),
    ...network.fileSystems.all.flatMap(({ mountTargets }) => mountTargets.map(noun => ({ noun, subnets: mapValue(noun.subnet, () => [noun.subnet]), securityGroups: noun.securityGroups }))),
  ];
}

/** A list of references. */
type References = Value<readonly Value<string>[]>;

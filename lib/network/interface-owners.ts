import { absent, mapValue, thenValue, type Value } from '../core/value';
import type { Model } from '../model/model';
import type { Noun } from '../model/noun';
import type { SecurityGroup } from '../model/network/security-group';
import type { Subnet } from '../model/network/subnet';
import { lower } from '../model/spelling';

/** Something that has network interfaces: the subnets in which they stand, and their security groups. */
export interface InterfaceOwner {
  readonly noun: Noun;
  readonly subnets: Value<readonly Value<Subnet>[]>;
  readonly securityGroups: Value<readonly Value<SecurityGroup>[]>;
  /** `IpAddressType`, in small letters: the kinds of addresses that the interfaces are to have. Absent where that is the subnets' matter. */
  readonly addressType: Value<string>;
}

/** All that have network interfaces: tasks, container instances, load balancers, endpoints and mount targets. */
export function interfaceOwners({ services, startedTasks, loadBalancers, autoScalingGroups, network }: Model): readonly InterfaceOwner[] {
  const owner = (noun: Noun, subnets: References, securityGroups: References): InterfaceOwner =>
    ({ noun, subnets: network.subnets.findAll(subnets), securityGroups: network.securityGroups.findAll(securityGroups), addressType: absent(noun.at) });
  return [
    ...[...services, ...startedTasks].map(noun => owner(noun, noun.subnets, noun.securityGroups)),
    ...loadBalancers.map(noun => ({ ...owner(noun, noun.subnets, noun.securityGroups), addressType: lower(noun.properties.get('IpAddressType')) })),
    ...autoScalingGroups.map(group => owner(group, group.subnets, thenValue(group.launchTemplate, template => template.securityGroups))),
    ...network.endpoints.map(noun => ({ noun, subnets: noun.subnets, securityGroups: noun.securityGroups, addressType: lower(noun.properties.get('IpAddressType')) })),
    ...network.fileSystems.all.flatMap(({ mountTargets }) => mountTargets.map(noun => ({ noun, subnets: mapValue(noun.subnet, () => [noun.subnet]), securityGroups: noun.securityGroups, addressType: mapValue(noun.addressType, type => type.toLowerCase()) }))),
  ];
}

/** A list of references. */
type References = Value<readonly Value<string>[]>;

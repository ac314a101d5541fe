import { reservedSubnetAddresses } from '../catalog/subnet-addresses';
import { parseCidr } from '../core/cidr';
import { allKnown, ifKnown } from '../core/value';
import type { Model } from '../model/model';
import type { Service } from '../model/service/service';
import type { Subnet } from '../model/network/subnet';
import type { AddressObstacle } from './scenario';

/** Whether the subnets of a service have an address for each task that has to be in them at once; undefined where they have, or nobody can tell. */
export function addressShortage(service: Service, model: Model, tasksOf: (other: Service) => number): AddressObstacle | undefined {
  const subnets = subnetsOf(service, model), sizes = subnets?.map(usableIn);
  if (!subnets || !sizes || sizes.includes(undefined)) return undefined;
  // Tasks of services that have other subnets too may be there; only those that can be nowhere else are.
  const here = model.services.filter(other => subnetsOf(other, model)?.every(subnet => subnets.includes(subnet)));
  const needed = here.reduce((sum, other) => sum + tasksOf(other), 0), usable = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return needed > usable ? { kind: 'addresses', needed, usable, subnets } : undefined;
}

/** The subnets of tasks that take an address of their own, where all are known. */
function subnetsOf({ subnets, taskDefinition, exists }: Service, { network }: Model): readonly Subnet[] | undefined {
  const definition = ifKnown(taskDefinition), references = ifKnown(subnets);
  if (!definition || !references || exists.state !== 'known' || ifKnown(definition.networkMode) !== 'awsvpc') return undefined;
  const found = ifKnown(allKnown(references.map(reference => network.subnets.find(reference)), definition.at));
  return found && found.length > 0 ? [...new Set(found)] : undefined;
}

function usableIn({ cidrBlock, freeAddresses }: Subnet): number | undefined {
  if (freeAddresses.state === 'known') return freeAddresses.value;
  const text = ifKnown(cidrBlock), cidr = text === undefined ? undefined : parseCidr(text);
  return cidr && Math.max(0, cidr.size - reservedSubnetAddresses.value);
}

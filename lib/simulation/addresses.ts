import { reservedSubnetAddresses } from '../catalog/subnet-addresses';
import { readIpv4Range, sizeOf } from '../core/address-range';
import { groupBy } from '../core/group-by';
import { allKnown, ifKnown } from '../core/value';
import { resourceKey } from '../finding/finding';
import type { Model } from '../model/model';
import type { Service } from '../model/service/service';
import type { Subnet } from '../model/network/subnet';
import { certainCount, type Counts } from './counts';
import type { AddressObstacle } from './scenario';

/** The addresses of the subnets of a deployment, and the tasks that take them. */
export class Addresses {
  private readonly subnets: ReadonlyMap<Service, readonly Subnet[]>;
  /** The tasks of services that have the same subnets. */
  private readonly tasks: readonly { readonly subnets: readonly Subnet[]; readonly counts: Counts }[];

  constructor(private readonly model: Model) {
    this.subnets = new Map(model.services.flatMap(service => {
      const subnets = subnetsOf(service, model);
      return subnets ? [[service, subnets]] : [];
    }));
    const alike = groupBy(this.subnets, ([, subnets]) => subnets.map(resourceKey).sort().join('\n'));
    this.tasks = [...alike.values()].map(group => {
      const sum = (when: keyof Counts): number => group.reduce((tasks, [service]) => tasks + certainCount(service, model, when), 0);
      return { subnets: group[0]?.[1] ?? [], counts: { desired: sum('desired'), steady: sum('steady'), maximum: sum('maximum'), minimum: sum('minimum') } };
    });
  }

  /**
   * Whether the subnets of a service have an address for each task that has to be in them at once, `own` of them its own; undefined where they have, or
   * nobody can tell.
   */
  shortage(service: Service, when: keyof Counts, own = certainCount(service, this.model, when)): AddressObstacle | undefined {
    const subnets = this.subnets.get(service), sizes = subnets?.map(usableIn);
    if (!subnets || !sizes || sizes.includes(undefined)) return undefined;
    // Tasks of services that have other subnets too may be there; only those that can be nowhere else are.
    const here = this.tasks.filter(other => other.subnets.every(subnet => subnets.includes(subnet)));
    const needed = here.reduce((sum, { counts }) => sum + counts[when], own - certainCount(service, this.model, when)), usable = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    return needed > usable ? { kind: 'addresses', needed, usable, subnets } : undefined;
  }
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
  const text = ifKnown(cidrBlock), range = text === undefined ? undefined : readIpv4Range(text);
  return range && Math.max(0, sizeOf(range) - reservedSubnetAddresses.value);
}

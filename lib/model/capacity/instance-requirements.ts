import { instanceRequirementDefaults } from '../../catalog/instance-requirements';
import { allInstanceTypes, type InstanceType } from '../../catalog/instance-types';
import { globOf, matchGlob } from '../../core/glob';
import { allKnown, ifKnown, mapValue, thenValue, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import { lower, upper } from '../spelling';

type Demand = (type: InstanceType) => boolean;

/**
 * The names of all instance types that `InstanceRequirements` let EC2 choose from. Rather too many than too few: what a demand that is not known
 * leaves out, and what is too dear or has too little of what the catalog has no column for, is among them.
 */
export function typesWithin(requirements: Property): Value<readonly string[]> {
  const { bareMetal, burstablePerformance, previousGeneration } = instanceRequirementDefaults.value;
  return mapValue(requirements.map(), () => {
    const demands: readonly Demand[] = [
      range(requirements.get('VCpuCount'), type => type.vcpus),
      range(requirements.get('MemoryMiB'), type => type.memoryMiB),
      range(requirements.get('MemoryGiBPerVCpu'), type => type.memoryMiB / 1024 / type.vcpus),
      range(requirements.get('NetworkInterfaceCount'), type => type.networkInterfaces),
      choice(requirements.get('BareMetal'), bareMetal, type => type.name.includes('metal')),
      choice(requirements.get('BurstablePerformance'), burstablePerformance, type => /^t\d/.test(type.name)),
      named(requirements.get('AllowedInstanceTypes'), true),
      named(requirements.get('ExcludedInstanceTypes'), false),
      listed(requirements.get('CpuManufacturers'), makers => type => makers.some(maker => (maker === 'amazon-web-services' || maker === 'apple') === (type.architecture === 'arm64'))),
      listed(requirements.get('InstanceGenerations'), generations => type => generations.includes('previous') || !previousGeneration.includes(type.name.split('.')[0] ?? '')),
      // Accelerators are more than GPUs; of none there is no GPU either.
      type => type.gpus === 0 || ifKnown(requirements.get('AcceleratorCount', 'Max').integer()) !== 0,
    ];
    return allInstanceTypes().filter(type => demands.every(demand => demand(type))).map(({ name }) => name);
  });
}

function range(property: Property, amountOf: (type: InstanceType) => number): Demand {
  const least = ifKnown(property.get('Min').number()) ?? 0, most = ifKnown(property.get('Max').number()) ?? Infinity;
  return type => amountOf(type) >= least && amountOf(type) <= most;
}

/** `excluded`, `included` or `required`. */
function choice(property: Property, fallback: string, is: Demand): Demand {
  const word = ifKnown(withDefault(upper(property), fallback));
  return type => (word === 'EXCLUDED' ? !is(type) : word !== 'REQUIRED' || is(type));
}

/** Types by name, `*` standing for anything. A list of which not all is known takes everything, and leaves out what is known to be left out. */
function named(property: Property, wanted: boolean): Demand {
  const list = property.texts(), patterns = (ifKnown(list) ?? []).flatMap(pattern => ifKnown(pattern) ?? []).map(pattern => globOf([pattern]));
  const isOpen = wanted && (list.state !== 'known' || patterns.length < list.value.length);
  return type => isOpen || patterns.some(pattern => matchGlob(pattern, [type.name]) === 'yes') === wanted;
}

function listed(property: Property, demandOf: (words: readonly string[]) => Demand): Demand {
  const words = ifKnown(thenValue(mapValue(property.listOrOne(), list => list.map(lower)), list => allKnown(list, property.at)));
  return words && words.length > 0 ? demandOf(words) : () => true;
}

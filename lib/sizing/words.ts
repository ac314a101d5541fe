import { counted } from '../core/counted';
import type { CapacityFit, FittedCapacity, OutdoneType, ShortTasks, TooSmallTypes } from './fit';

/** Why the first choice is the first: what it costs, what decides its numbers, and what others would have been. Empty where there is none. */
export function explainFit({ choices, outdone, types, unheld }: CapacityFit, region: string): string {
  const [first, next] = choices;
  if (!first) return '';
  const { min, max, decides, price } = first, [other] = outdone;
  return [
    `${countOf(first)} for ${usd(first)} a month ${types === 1 ? 'is all that was allowed' : `is the least of ${types} types`} (${pricesOf(price, region)}).`,
    ...(decides.min ? [`With ${min - 1}, ${withoutPlace(decides.min)}.`] : []),
    ...(max > min ? [`Up to ${max} may be launched${decides.max ? `: with ${max - 1}, ${withoutPlace(decides.max)}` : ''}.`] : []),
    ...(next ? [`Next would be ${countOf(next)} for ${usd(next)}.`] : []),
    ...(other ? [explainOutdone(other)] : []),
    ...unheld.map(short => `Whatever the number, ${withoutPlace(short)}.`),
  ].join(' ');
}

/** What is without a place, as a clause. */
export function withoutPlace({ scenario, service, tasks, reason, what }: ShortTasks): string {
  const want = reason === undefined ? '' : ` for want of ${wanted(reason, what)}`;
  switch (scenario) {
    case 'rolling-update': return `an update of ${service} could not go on${want}`;
    case 'scaling-maximum': return `${counted(tasks, 'task')} of ${service} would find no place at the maximum of the scaling${want}`;
    case 'zone-lost': return `${counted(tasks, 'task')} of ${service} would find no place once a zone is lost${want}`;
    case 'instance-lost': return `${counted(tasks, 'task')} of ${service} would find no place once an instance is lost${want}`;
    default: return `${counted(tasks, 'task')} of ${service} would find no place${want}`;
  }
}

/** What is too much for types, as a sentence. */
export function explainTooSmall({ service, reason, what, needed, most, types }: TooSmallTypes): string {
  return needed === undefined ? `A task of ${service} finds no place on ${counted(types, 'type')} for want of ${wanted(reason, what)}.`
    : `A task of ${service} asks for ${amount(needed, reason)}, and ${counted(types, 'type has', 'types have')} at most ${amount(most ?? 0, reason)}.`;
}

function explainOutdone({ instanceType, floor, min, usdPerMonth, decides }: OutdoneType): string {
  return `By their sum the tasks would go on ${floor} × ${instanceType}, which costs less, but ${min} of them are needed (${usd({ usdPerMonth })})${decides ? `: with ${min - 1}, ${withoutPlace(decides)}` : ''}.`;
}

function pricesOf({ basis, read }: FittedCapacity['price'], region: string): string {
  switch (basis) {
    case 'listed': return `on-demand prices of ${region}, ${read}`;
    case 'estimated': return `estimated for ${region} from on-demand prices of us-east-1, ${read}`;
    case 'usEast1': return `on-demand prices of us-east-1, ${read}, as those of ${region} are not known`;
  }
}

function countOf({ min, instanceTypes: [first = '', ...others] }: FittedCapacity): string {
  return `${min} × ${first}${others.length > 0 ? ` (or ${others.join(', ')})` : ''}`;
}

function usd({ usdPerMonth }: { readonly usdPerMonth: number }): string {
  return `${usdPerMonth.toFixed(2)} USD`;
}

function wanted(reason: ShortTasks['reason'] & string, what = ''): string {
  switch (reason) {
    case 'RESOURCE:CPU': return 'CPU';
    case 'RESOURCE:MEMORY': return 'memory';
    case 'RESOURCE:GPU': return 'GPUs';
    case 'RESOURCE:ENI': return 'network interfaces';
    case 'RESOURCE:PORTS': return what === '' ? 'ports' : `port ${what}`;
    case 'AGENT': return 'a connected agent';
    case 'ATTRIBUTE': return `the attribute ${what}`;
    case 'LOCATION': return 'instances in its zones';
    case 'MEMBER_OF': return `instances that meet ${what}`;
    case 'DISTINCT_INSTANCE': return 'an instance of its own';
  }
}

function amount(number: number, reason: TooSmallTypes['reason']): string {
  switch (reason) {
    case 'RESOURCE:CPU': return `${number} CPU units`;
    case 'RESOURCE:MEMORY': return `${number} MiB of memory`;
    case 'RESOURCE:GPU': return counted(number, 'GPU');
    default: return `${number} ${wanted(reason)}`;
  }
}

import { counted } from '../../core/counted';
import type { Change, Words } from '../../finding/finding';
import type { Service } from '../../model/service/service';
import type { TaskNeed } from '../../model/task-definition/task-need';
import { serviceEvent } from '../../placement/service-event';
import type { NoPlace, Refusal } from '../../placement/verdict';

/** What the words about tasks without a place are made of. */
export interface NoPlaceData {
  readonly service: string;
  /** Tasks that are to run, and those of them that find a place. */
  readonly wanted: number;
  readonly placed: number;
  readonly need: TaskNeed;
  readonly noPlace: NoPlace;
  readonly orElse: readonly Service[];
  readonly fix: string;
  readonly repair: readonly Change[] | undefined;
}

/** `0 of 2 container instances can take the task: 2 RESOURCE:MEMORY (1 even when empty). The closest matching one …` */
export function whyNoPlace({ noPlace, need }: Pick<NoPlaceData, 'noPlace' | 'need'>): string {
  const { asked, counts, answers: [closest] } = noPlace;
  if (asked === 0) return 'There is no container instance that could be asked.';
  const reasons = counts.map(({ reason, what, instances, never }) => [instances, reason, ...(what === undefined ? [] : [what]), ...(never > 0 ? [`(${never} even when empty)`] : [])].join(' '));
  const lacks = closest?.refusals.map(refusal => lack(refusal, closest.registered.memoryMiB, need)).join(', and ');
  return `0 of ${counted(asked, 'container instance')} can take the next task: ${reasons.join(', ')}.${closest ? ` The closest, ${closest.instance} (${closest.type}), ${lacks}.` : ''}`;
}

/** Which services may go without in its stead. */
export function orOthers({ orElse: others }: Pick<NoPlaceData, 'orElse'>): string {
  return others.length === 0 ? '' : `, or else ${others.map(({ id }) => id).join(' or ')} ${others.length === 1 ? 'goes' : 'go'} short`;
}

/** `zone 0` is the first zone of whatever region. */
export function zoneName(key: string): string {
  return /^zone \d+$/.test(key) ? `the region's ${key}` : key;
}

function lack({ reason, what, needed = 0, free = 0 }: Refusal, registeredMiB: number, need: TaskNeed): string {
  switch (reason) {
    case 'RESOURCE:CPU': return `has ${free} CPU units free of the ${needed} that a task asks for`;
    case 'RESOURCE:MEMORY': return `registers ${registeredMiB} MiB at most, of which ${free} are free, and a task asks for ${needed}`;
    case 'RESOURCE:GPU': return `has ${free} of ${counted(needed, 'GPU')} free`;
    case 'RESOURCE:ENI': return 'has no network interface left for a task';
    case 'RESOURCE:PORTS': return what === undefined ? `may reserve ${free} more ports, and a task asks for ${need.ports.length}` : `has the host port ${what} taken`;
    case 'AGENT': return 'has an agent that is not connected';
    case 'ATTRIBUTE': return `does not have the attribute ${what}`;
    case 'LOCATION': return `is in ${zoneName(what ?? '')}, where the service has no subnet`;
    case 'MEMBER_OF': return `does not meet ${what}`;
    case 'DISTINCT_INSTANCE': return 'runs a task of the service already';
  }
}

/** How to make room. */
export function howToPlace({ fix, repair }: Pick<NoPlaceData, 'fix' | 'repair'>): Pick<Words, 'fix' | 'repair'> {
  return { fix, ...(repair ? { repair } : {}) };
}

/** The service event, where the task is a service's. */
export function unableToPlace({ service, noPlace }: Pick<NoPlaceData, 'service' | 'noPlace'>): Pick<Words, 'ecsSays'> {
  return { ecsSays: serviceEvent(service, noPlace) };
}

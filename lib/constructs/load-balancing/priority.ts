import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { misuse } from '../misuse';

/** What a rule of a shared listener is about. */
export interface Requests {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
}

/** Who has which priority at a listener, as far as this app knows. */
const taken = new WeakMap<elbv2.IApplicationListener, Map<number, { readonly path: string; readonly requests: string }>>();

/**
 * The place of a rule among those of its listener, which tries the lowest first.
 *
 * It is made of the requests alone, so that it stays when other services come and go, in this stack or in another: two rules that change places in one update are refused by the load balancer.
 * The more exact rule comes first: hosts before any host, whole names before patterns, longer paths before shorter ones. Among equally exact rules, of which at most one can match, a hash of the requests decides.
 */
export function priorityFor(service: Construct, listener: elbv2.IApplicationListener, requests: Requests, given: number | undefined): number {
  const priority = given ?? chosen(service, requests), others = taken.get(listener) ?? new Map<number, { path: string; requests: string }>(), other = others.get(priority);
  taken.set(listener, others.set(priority, { path: service.node.path, requests: textOf(requests) }));
  if (!other) return priority;
  if (given === undefined && other.requests === textOf(requests)) throw misuse(service, `${other.path} gets the same requests from the listener: ${other.requests}. Give other hosts or paths.`);
  const free = Array.from({ length: others.size + 1 }, (_, i) => priority + 1 + i).find(number => !others.has(number)) ?? priority + 1;
  throw misuse(service, `its rule and that of ${other.path} have the same priority ${priority} at the listener. Give one of them another, as loadBalancer.priority: ${free}.`);
}

// 50,000 priorities: for each of the three kinds of host a range for each length of path, wide for the usual ones, and a wide one for rules without paths.
const widthWithoutPaths = 5000, longest = 64;
const widthOf = (exactness: number): number => (exactness <= 24 ? 400 : 50);
const before = Array.from({ length: longest + 1 }, (_, exactness) => Array.from({ length: longest - exactness }, (_, i) => widthOf(exactness + 1 + i)).reduce((sum, width) => sum + width, 0));
const widthOfHosts = (before[0] ?? 0) + widthWithoutPaths;

function chosen(service: Construct, requests: Requests): number {
  const { hosts, paths } = requests, host = hosts.length === 0 ? 2 : hosts.some(name => /[*?]/.test(name)) ? 1 : 0;
  // Of "/api/*" five characters are certain; "/api/" alone is more exact by one.
  const exactness = paths.length === 0 ? 0 : Math.min(...paths.map(path => (/[*?]/.test(path) ? path.search(/[*?]/) : path.length + 1)));
  if (exactness > longest) throw misuse(service, `loadBalancer.paths holds ${paths.join(', ')}, and of so long a path the place among others is not chosen. Give loadBalancer.priority.`);
  const width = exactness === 0 ? widthWithoutPaths : widthOf(exactness);
  return 1 + host * widthOfHosts + (before[exactness] ?? 0) + hash(textOf(requests)) % width;
}

function textOf({ hosts, paths }: Requests): string {
  return [...[...hosts].sort(), ...[...paths].sort()].join(' ');
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

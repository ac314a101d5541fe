import { known, unknown, type Known, type Unknown, type Value } from '../../core/value';
import type { Property } from '../../template/property';

/** What a pod of Kubernetes asks for. */
export interface PodNeed {
  /** Thousandths of a CPU. */
  readonly milliCpu: number;
  readonly memoryMiB: number;
  readonly gpus: number;
}

/**
 * What the containers of a pod ask for together, or one of its init containers if that is more. What is not said is nothing, as a namespace may only add to it.
 * https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
 */
export function podNeedOf(spec: Property): Known<PodNeed> | Unknown {
  const { at } = spec, containers = requestsIn(spec.get('containers')), inits = requestsIn(spec.get('initContainers')), overhead = requestsOf(spec.get('overhead'), at);
  if (spec.get('resources').given !== 'no') return unknown({ kind: 'form', expected: 'resources of containers', found: 'resources of the pod' }, at);
  for (const part of [containers, inits, overhead]) if (part.state === 'unknown') return part;
  if (containers.state !== 'known' || inits.state !== 'known' || overhead.state !== 'known') return unknown({ kind: 'form', expected: 'containers', found: 'none' }, at);
  const running = [...containers.value, ...inits.value.filter(({ stays }) => stays)], starting = inits.value.filter(({ stays }) => !stays);
  const most = (of: (need: PodNeed) => number): number => Math.max(running.reduce((sum, { need }) => sum + of(need), 0), ...starting.map(({ need }) => of(need))) + of(overhead.value);
  return known({ milliCpu: whole(most(need => need.milliCpu)), memoryMiB: whole(most(need => need.memoryMiB)), gpus: most(need => need.gpus) }, at);
}

/** Rounded up, but not for what floating point adds. */
function whole(amount: number): number {
  return Math.ceil(Math.round(amount * 1e6) / 1e6);
}

/** A container's part, and whether it runs as long as the pod. */
interface Request { readonly need: PodNeed; readonly stays: boolean }

function requestsIn(containers: Property): Known<readonly Request[]> | Unknown {
  const list = containers.list(), all: Request[] = [];
  if (list.state === 'unknown') return list;
  for (const container of list.state === 'known' ? list.value : []) {
    const requests = container.get('resources', 'requests'), limits = container.get('resources', 'limits'), policy = container.get('restartPolicy').text();
    const need = requestsOf(requests, containers.at, limits);
    if (need.state === 'unknown') return need;
    if (policy.state === 'unknown') return policy;
    all.push({ need: need.value, stays: policy.state === 'known' && policy.value === 'Always' });
  }
  return known(all, containers.at);
}

/** Where only a limit is given, it is what is asked for. */
function requestsOf(requests: Property, at: Property['at'], limits?: Property): Known<PodNeed> | Unknown {
  const [cpu, memory, gpus] = ['cpu', 'memory', 'nvidia.com/gpu'].map(resource => {
    const asked = quantityOf(requests.get(resource));
    return asked.state === 'absent' && limits ? quantityOf(limits.get(resource)) : asked;
  });
  for (const quantity of [cpu, memory, gpus]) if (quantity?.state === 'unknown') return quantity;
  const amount = (quantity: Value<number> | undefined): number => (quantity?.state === 'known' ? quantity.value : 0);
  return known({ milliCpu: amount(cpu) * 1000, memoryMiB: amount(memory) / 2 ** 20, gpus: amount(gpus) }, at);
}

/** `500m`, `0.5`, `512Mi`, `1G`: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/. */
function quantityOf(property: Property): Value<number> {
  const text = property.text();
  if (text.state !== 'known') return text;
  const [, number = '', suffix = ''] = /^\+?(\d+(?:\.\d*)?|\.\d+)([a-zA-Z]*|[eE]\d+)$/.exec(text.value) ?? [], factor = /^[eE]\d+$/.test(suffix) ? Number(`1${suffix}`) : suffixes[suffix];
  const amount = number === '' || factor === undefined ? NaN : Number(number) * factor;
  return Number.isFinite(amount) ? known(amount, text.at) : unknown({ kind: 'form', expected: 'a quantity', found: JSON.stringify(text.value) }, text.at);
}

const suffixes: Partial<Record<string, number>> = {
  '': 1, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};

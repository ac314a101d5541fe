import { Lazy, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { hasRoom, instanceType, podRoom, type PodNeed } from '../../engine';
import { durationOf } from '../durations';
import { misuse } from '../misuse';
import { memoryMiBOf } from '../sizes';
import type { ContainerOptions } from '../task/container';
import type { Sidecar } from '../task/sidecar';
import type { Manifest } from './manifest';
import type { MountedSecrets } from './mounted-secrets';
import { containerOf, imageOf, milliCpuOf, sidecarsOf, variables } from './pod-containers';
import type { PodVolumes } from './pod-volumes';

/** What a pod is made of. */
export interface PodOptions {
  readonly container: ContainerOptions;
  readonly sidecars?: Sidecar[];
  readonly cpu?: number | string;
  readonly memory?: number | string;
  readonly instanceTypes?: string[];
}

/** What a pod has beside its containers. */
export interface PodParts {
  readonly secrets: MountedSecrets;
  readonly volumes: PodVolumes;
  /** Variables of the main container, to which links may add when the manifest is written. */
  readonly environment: { readonly [name: string]: string };
  /** For how long requests still come after the pod is to go; undefined where a load balancer sends none. */
  readonly drainingSeconds?: number;
}

/** The pod as Kubernetes takes it. */
export function podOf(scope: Construct, options: PodOptions, { secrets, volumes, environment, drainingSeconds }: PodParts): Manifest {
  const { path } = scope.node, { container, instanceTypes } = options;
  const beside = sidecarsOf(scope, options.sidecars ?? [], instanceTypes), need = podNeedOf(path, options, beside.need);
  if (instanceTypes) checkRoom(path, instanceTypes, need);
  const { architecture } = imageOf(scope, 'Image', container.image, instanceTypes);
  const main = containerOf(scope, container, { ...need, milliCpu: need.milliCpu - beside.need.milliCpu, memoryMiB: need.memoryMiB - beside.need.memoryMiB }, instanceTypes);
  const stopSeconds = container.stopTimeout === undefined ? undefined : durationOf(path, 'stopTimeout', container.stopTimeout).toSeconds();
  return {
    ...(architecture ? { nodeSelector: { 'kubernetes.io/arch': architecture } } : {}),
    ...(instanceTypes ? { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'node.kubernetes.io/instance-type', operator: 'In', values: instanceTypes }] }] } } } } : {}),
    ...(stopSeconds === undefined && drainingSeconds === undefined ? {} : { terminationGracePeriodSeconds: (drainingSeconds ?? 0) + (stopSeconds ?? 30) }),
    ...listed('volumes', [...volumes.volumes, ...secrets.volumes]),
    ...listed('initContainers', beside.initContainers),
    containers: [{
      ...main,
      env: Lazy.any({ produce: () => [...variables(environment), ...secrets.env] }),
      ...listed('volumeMounts', [...(main.volumeMounts as Manifest[] | undefined ?? []), ...secrets.mounts]),
      // ECS takes a task from its load balancer before it tells it to end; Kubernetes does both at once.
      ...(drainingSeconds === undefined ? {} : { lifecycle: { preStop: { sleep: { seconds: drainingSeconds } } } }),
    }, ...beside.containers],
  };
}

function listed(name: string, list: readonly Manifest[]): Manifest {
  return list.length > 0 ? { [name]: list } : {};
}

/** Of the whole pod, with what its sidecars want where nothing is said. */
function podNeedOf(path: string, { cpu = '0.25 vCPU', memory, container }: PodOptions, beside: PodNeed): PodNeed {
  const milliCpu = milliCpuOf(path, cpu), memoryMiB = memory === undefined ? 512 + beside.memoryMiB : memoryMiBOf(path, memory);
  if (Token.isUnresolved(milliCpu) || Token.isUnresolved(memoryMiB)) throw misuse(path, 'cpu and memory have to be known when the manifest is written. Give them as numbers or texts.');
  if (beside.milliCpu >= milliCpu || beside.memoryMiB >= memoryMiB) throw misuse(path, `of ${milliCpu}m CPU and ${memoryMiB}Mi of memory the sidecars of a pod want ${beside.milliCpu}m and ${beside.memoryMiB}Mi, which leaves nothing to its main container. Give more cpu or memory.`);
  return { milliCpu, memoryMiB, gpus: container.gpuCount ?? 0 };
}

/** Types that the catalog does not know are let through. */
function checkRoom(path: string, names: readonly string[], need: PodNeed): void {
  if (names.length === 0) throw misuse(path, "instanceTypes is empty. Give at least one, as 'm7g.large', or leave it out.");
  const rooms = names.map(name => { const type = instanceType(name); return type && podRoom(type, false); });
  if (!rooms.every(room => room && hasRoom(room, need) === 'no')) return;
  const most = rooms.map((room, i) => `${names[i]} has ${room?.milliCpu.most}m, ${room?.memoryMiB.most}Mi and ${room?.gpus} GPUs`);
  throw misuse(path, `a pod asks for ${need.milliCpu}m CPU, ${need.memoryMiB}Mi of memory and ${need.gpus} GPUs, and no node of instanceTypes has that: at most ${most.join('; ')}. Give larger types, or ask for less.`);
}

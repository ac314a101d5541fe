import { fargatePods, kubeReserved, podsOfNode, systemPods } from '../catalog/eks-nodes';
import { fargateTaskSizes } from '../catalog/fargate-task-sizes';
import type { InstanceType } from '../catalog/instance-types';
import { registeredMemory } from '../catalog/registered-memory';
import { allAnswer, type Answer } from '../core/identity';
import type { PodNeed } from '../model/kubernetes/pod-need';

interface Range { readonly least: number; readonly most: number }

/** What a node of EKS can give to one pod, when there is no other but those that run on every node. */
export interface PodRoom {
  readonly milliCpu: Range;
  readonly memoryMiB: Range;
  readonly gpus: number;
}

/** @param asEksSetsUp whether the node is set up by EKS alone: a launch template or an image of one's own may reserve less. */
export function podRoom(type: InstanceType, asEksSetsUp: boolean): PodRoom {
  const milliCpu = type.vcpus * 1000, memoryMiB = registeredMemory(type, 'linux'), pods = podsOfNode(type);
  return {
    milliCpu: { least: milliCpu - reservedMilliCpu(milliCpu) - systemPods.value.milliCpu, most: asEksSetsUp ? milliCpu - reservedMilliCpu(milliCpu) : milliCpu },
    memoryMiB: { least: memoryMiB.least - reservedMiB(pods.most), most: asEksSetsUp ? memoryMiB.most - reservedMiB(pods.least) : memoryMiB.most },
    gpus: type.gpus,
  };
}

/** Whether a node has room for a pod. */
export function hasRoom(room: PodRoom, need: PodNeed): Answer {
  // A device plugin may offer a GPU several times, but none where there is none.
  const gpus = need.gpus <= room.gpus ? 'yes' : room.gpus === 0 ? 'no' : 'unknown';
  return allAnswer([within(room.milliCpu, need.milliCpu), within(room.memoryMiB, need.memoryMiB), gpus]);
}

/** The size in which Fargate runs a pod; undefined where none is large enough. */
export function fargatePodSize({ milliCpu, memoryMiB, gpus }: PodNeed): { readonly cpuUnits: number; readonly memoryMiB: number } | undefined {
  const wantedMiB = memoryMiB + fargatePods.value.addedMiB;
  for (const { cpuUnits, memoryMiB: offered } of gpus > 0 ? [] : fargateTaskSizes.value) {
    const enough = offered.find(size => size >= wantedMiB);
    if (cpuUnits * 1000 >= milliCpu * 1024 && enough !== undefined) return { cpuUnits, memoryMiB: enough };
  }
  return undefined;
}

function within({ least, most }: Range, needed: number): Answer {
  return needed <= least ? 'yes' : needed > most ? 'no' : 'unknown';
}

function reservedMiB(pods: number): number {
  const { memoryMiB, memoryMiBForEachPod, evictionMiB } = kubeReserved.value;
  return memoryMiB + memoryMiBForEachPod * pods + evictionMiB;
}

function reservedMilliCpu(milliCpu: number): number {
  const steps = kubeReserved.value.cpuPerTenThousand;
  return steps.reduce((sum, { fromMilli, share }, i) => sum + Math.floor((Math.max(0, Math.min(milliCpu, steps[i + 1]?.fromMilli ?? milliCpu) - fromMilli) * share) / 10_000), 0);
}

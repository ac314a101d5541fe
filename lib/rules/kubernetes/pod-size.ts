import { fargatePods, kubeReserved, mostPods } from '../../catalog/eks-nodes';
import { fargateTaskSizes } from '../../catalog/fargate-task-sizes';
import { instanceType, instanceTypes } from '../../catalog/instance-types';
import { mostRegisteredMemory } from '../../catalog/registered-memory';
import { counted } from '../../core/counted';
import { allAnswer, anyAnswer } from '../../core/identity';
import { unknownsIn } from '../../core/value';
import type { EksCluster } from '../../model/kubernetes/eks-cluster';
import type { PodNeed } from '../../model/kubernetes/pod-need';
import { fargatePodSize, hasRoom, podRoom, type PodRoom } from '../../placement/pod-room';
import { listed } from '../listed';
import { defineRule } from '../rule';

/** A pod runs on a node that has what it asks for, beside what the node keeps for itself. */
export const podSize = defineRule({
  id: 'pod-size',
  title: 'No node of the EKS cluster has room for the pod',
  severity: 'error',
  phase: 'place',
  subject: 'pods',
  explanation:
    'Here it is Kubernetes that decides, and not ECS. It places a pod on a node that has left what its containers ask for together. A node of EKS keeps a part of its CPU and memory for itself, the more the more pods it may take; Fargate adds 256 MB and takes the next size. '
    + 'A pod that fits nowhere stays Pending, and CloudFormation does not notice. What is said is said of nodes that nothing else runs on. Other tools may add nodes to a cluster, so that node groups without room are a warning.',
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html',
  predicts: ['Insufficient memory', 'Insufficient cpu', 'Insufficient nvidia.com/gpu', "Your pod's cpu/memory requirements exceed the max Fargate configuration"],
  facts: [kubeReserved, mostPods, fargatePods, fargateTaskSizes, instanceTypes, mostRegisteredMemory],
  messages: {
    typesTooSmall: (data: TooSmall) => ({ ...tooSmall(data), says: `Each pod of ${data.of} asks for ${amounts(data.need)}, and names instance types on which it may run: ${rooms(data)}.` }),
    nodeGroupsTooSmall: (data: TooSmall) => ({ ...tooSmall(data), says: `Each pod of ${data.of} asks for ${amounts(data.need)}. The node groups of the cluster bring ${rooms(data)}.`, severity: 'warning' }),
    notOnFargate: ({ of, need }: { of: string; need: PodNeed }) => ({
      says: `A Fargate profile takes the pods of ${of}, of which each asks for ${amounts(need)}. With the ${fargatePods.value.addedMiB} MiB that Kubernetes takes beside ${need.gpus > 0 ? 'Fargate has no GPUs' : 'Fargate offers no size for that'}.`,
      fix: 'Ask for less, or leave these pods out of the profile.',
      ecsSays: "Your pod's cpu/memory requirements exceed the max Fargate configuration",
    }),
  },
  check({ cluster, of, need: asked, instanceTypes: named, namespace, labels, at }, say) {
    const need = say.need(asked), types = say.need(named);
    if (!need || named.state === 'unknown') return;
    const where = { at };
    if (types) {
      const sizes = sizesOf(types, false);
      if (isShort(sizes, need)) say.violated('typesTooSmall', where, { of, need, sizes });
      return;
    }
    if (cluster.state !== 'known') return;
    const { fargateProfiles } = cluster.value;
    const onFargate = anyAnswer(fargateProfiles.map(({ exists, selects }) => allAnswer([exists.state === 'known' ? 'yes' : 'unknown', selects(namespace, labels)])));
    if (onFargate === 'yes' && !fargatePodSize(need)) say.violated('notOnFargate', where, { of, need }, { related: fargateProfiles });
    if (onFargate !== 'no' || cluster.value.mayHaveOtherNodes || cluster.value.nodeGroups.length === 0) return;
    const sizes = sizesIn(cluster.value);
    if ('state' in sizes) say.undecided(sizes);
    else if (isShort(sizes, need)) say.violated('nodeGroupsTooSmall', where, { of, need, sizes }, { related: [cluster.value, ...cluster.value.nodeGroups] });
  },
});

/** What a node of a type has for pods at most; undefined for types that the catalog does not know. */
interface Size { readonly type: string; readonly room: PodRoom | undefined }

interface TooSmall { readonly of: string; readonly need: PodNeed; readonly sizes: readonly Size[] }

function sizesOf(types: readonly string[], asEksSetsUp: boolean): readonly Size[] {
  return types.map(name => {
    const type = instanceType(name);
    return { type: name, room: type && podRoom(type, asEksSetsUp) };
  });
}

/** Of all node groups, or what is not known of one of them. */
function sizesIn({ nodeGroups }: EksCluster) {
  const sizes: Size[] = [];
  for (const { instanceTypes: given, asEksSetsUp } of nodeGroups) {
    const [open] = unknownsIn(given, ...(given.state === 'known' ? given.value : []));
    if (open) return open;
    // Without types it is the launch template that says, or EKS.
    if (given.state !== 'known') return [];
    sizes.push(...sizesOf(given.value.flatMap(type => (type.state === 'known' ? [type.value] : [])), asEksSetsUp));
  }
  return sizes;
}

function isShort(sizes: readonly Size[], need: PodNeed): boolean {
  return sizes.length > 0 && sizes.every(({ room }) => room !== undefined && hasRoom(room, need) === 'no');
}

function tooSmall({ need, sizes }: TooSmall): { fix: string; ecsSays: string } {
  const short = need.gpus > 0 && sizes.every(({ room }) => room?.gpus === 0) ? 'nvidia.com/gpu' : sizes.some(({ room }) => room && need.memoryMiB > room.memoryMiB.most) ? 'memory' : 'cpu';
  return { fix: 'Take larger instance types, or ask for less.', ecsSays: `FailedScheduling: … nodes are available: … Insufficient ${short}.` };
}

function amounts({ milliCpu, memoryMiB, gpus }: PodNeed): string {
  return listed([...(milliCpu > 0 ? [`${milliCpu}m of CPU`] : []), ...(memoryMiB > 0 ? [`${memoryMiB} MiB of memory`] : []), ...(gpus > 0 ? [counted(gpus, 'GPU')] : [])]);
}

function rooms({ need, sizes }: TooSmall): string {
  return [...new Map(sizes.map(({ type, room }) => [type, room]))].flatMap(([type, room]) => (room ? [`${type} with at most ${amounts({ milliCpu: room.milliCpu.most, memoryMiB: room.memoryMiB.most, gpus: need.gpus > 0 ? room.gpus : 0 })}`] : [])).join(', ');
}

import { fact } from './fact';
import type { InstanceType } from './instance-types';

/** What the kubelet of a node keeps from pods. */
export const kubeReserved = fact({
  id: 'eks-kube-reserved',
  standing: 'documented',
  source: {
    url: 'https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/config.go',
    read: '2026-11-22',
    says: 'The images of EKS reserve 255 MiB and 11 MiB for each pod that the node may take, 6 % of the first CPU, 1 % of the second, 0.5 % of the next two and 0.25 % of all others; pods are evicted when less than 100 MiB are left. Bottlerocket counts alike.',
  },
  value: { memoryMiB: 255, memoryMiBForEachPod: 11, evictionMiB: 100, cpuPerTenThousand: [{ fromMilli: 0, share: 600 }, { fromMilli: 1000, share: 100 }, { fromMilli: 2000, share: 50 }, { fromMilli: 4000, share: 25 }] },
});

/** How many pods nodes are set up for where addresses are not what limits them, which the memory kept for them depends on. */
export const mostPods = fact({
  id: 'eks-most-pods',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html',
    read: '2026-11-22',
    says: 'By its addresses an m5.large takes 29 pods, with custom networking 20, with prefix delegation 110; the recommended number is never above 110, or 250 with more than 30 vCPUs.',
  },
  value: { pods: 110, podsOfLarge: 250, largeFromVcpus: 31 },
});

/** What EKS itself runs on each node. */
export const systemPods = fact({
  id: 'eks-system-pods',
  standing: 'assumed',
  source: {
    url: 'https://github.com/2i2c-org/infrastructure/issues/3902',
    read: '2026-11-22',
    says: 'On nodes of EKS 1.28 and later the two containers of aws-node ask for 25m each, and kube-proxy for 100m; neither asks for memory.',
  },
  because: 'Add-ons can be configured, replaced and added to. No error rests on this; it decides from which size on nothing is promised.',
  value: { milliCpu: 150 },
});

/** Pods on Fargate. The sizes are those of tasks. */
export const fargatePods = fact({
  id: 'eks-fargate-pods',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html',
    read: '2026-11-22',
    says: 'What the containers of a pod ask for together, or one init container if that is more, and 256 MB for Kubernetes, is rounded up to one of the sizes, which are those of tasks; the page lists them up to 16 vCPU and 120 GB.',
  },
  value: { addedMiB: 256 },
});

/** Pods that a node may be set up for: fewest with custom networking, which takes one interface away; most with prefix delegation. */
export function podsOfNode({ maxPods, networkInterfaces, vcpus }: InstanceType): { readonly least: number; readonly most: number } {
  const { pods, podsOfLarge, largeFromVcpus } = mostPods.value, recommended = vcpus >= largeFromVcpus ? podsOfLarge : pods;
  if (maxPods === undefined) return { least: 0, most: podsOfLarge };
  return { least: Math.min(pods, Math.floor(((maxPods - 2) * (networkInterfaces - 1)) / networkInterfaces) + 2), most: Math.max(maxPods, recommended) };
}

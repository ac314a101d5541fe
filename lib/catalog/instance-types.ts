import { fact } from './fact';
import rows from './data/instance-types.json';

/** What EC2 offers under one name. */
export interface InstanceType {
  readonly name: string;
  readonly vcpus: number;
  /** As advertised. */
  readonly memoryMiB: number;
  readonly architecture: 'x86_64' | 'arm64';
  readonly gpus: number;
  /** Network interfaces, the primary one included. */
  readonly networkInterfaces: number;
  /** Tasks in `awsvpc` mode where the account has `awsvpcTrunking`; 0 where the type has no trunking. */
  readonly trunkedTasks: number;
  /** The least memory that an instance of the type was seen to register, where one was looked at. */
  readonly leastRegisteredMiB: number | undefined;
  /** Pods that a node of EKS takes by its network interfaces and their addresses, where they are known. */
  readonly maxPods: number | undefined;
}

/** One row a type: vCPUs, MiB, whether arm64, GPUs, network interfaces, tasks with trunking, least registered MiB, pods. Made by `tools/import-facts.mjs`. */
export const instanceTypes = fact<Readonly<Record<string, readonly (number | null)[]>>>({
  id: 'instance-types',
  standing: 'documented',
  source: {
    url: 'https://karpenter.sh/preview/reference/instance-types/',
    read: '2026-11-20',
    says: 'Sizes from DescribeInstanceTypes as Karpenter publishes them (2026-08-21), equal to the list of the Kubernetes autoscaler for all 1,094 types in both; ' +
      'network interfaces from Karpenter (2026-08-06), those of g2, g3 and p2 from Cilium; tasks with trunking from the ECS guide and amazon-vpc-resource-controller-k8s; ' +
      'registered memory from public DescribeContainerInstances outputs and from MemTotal that vantage-sh/ec2instances.info read on 1,093 types (2025-12 to 2026-01); ' +
      'pods from interfaces and addresses in instance-info.jsonl of awslabs/amazon-eks-ami (2026-07-23).',
  },
  value: rows,
});

/** The type of that name, or undefined where the table does not know it. */
export function instanceType(name: string): InstanceType | undefined {
  const row = Object.hasOwn(instanceTypes.value, name) ? instanceTypes.value[name] : undefined;
  if (!row) return undefined;
  const [vcpus, memoryMiB, arm64, gpus, networkInterfaces, trunkedTasks, leastRegisteredMiB, maxPods] = row;
  return {
    name, vcpus: vcpus ?? 0, memoryMiB: memoryMiB ?? 0, architecture: arm64 ? 'arm64' : 'x86_64', gpus: gpus ?? 0,
    networkInterfaces: networkInterfaces ?? 0, trunkedTasks: trunkedTasks ?? 0, leastRegisteredMiB: leastRegisteredMiB ?? undefined, maxPods: maxPods ?? undefined,
  };
}

export function allInstanceTypes(): readonly InstanceType[] {
  return Object.keys(instanceTypes.value).flatMap(name => instanceType(name) ?? []);
}

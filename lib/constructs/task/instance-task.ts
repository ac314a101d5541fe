import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { pathOf } from '../misuse';
import { cpuUnitsOf, memoryMiBOf } from '../sizes';
import { filled, givenTask, isWindows, rolesOf, type TaskOptions } from './task-options';

/** Tasks on container instances, which they share with others. */
export interface InstanceTaskOptions extends TaskOptions {
  /**
   * CPU that the container is guaranteed, in CPU units or as text: `256`, `'0.25 vCPU'`. It may use what others leave. Only with `container`.
   * @default - none; an instance takes tasks until its memory is full
   */
  readonly cpu?: number | string;
  /**
   * Memory that the container may use at most, in MiB or as text: `900`, `'2 GB'`. ECS sets it aside on the instance. Only with `container`.
   * @default '0.5 GB'
   */
  readonly memory?: number | string;
  /**
   * How its tasks are connected. With `AWS_VPC` each takes one of the network interfaces of the instance, of which there are few, and cannot have a public address.
   * Only with `container`.
   * @default - ecs.NetworkMode.BRIDGE, on Windows ecs.NetworkMode.NAT
   */
  readonly networkMode?: ecs.NetworkMode;
}

/** The task definition that is given, or `<id>TaskDef` for container instances of EC2 or outside of AWS. */
export function instanceTaskOf(scope: Construct, id: string, options: InstanceTaskOptions, isExternal = false): ecs.TaskDefinition {
  const { cpu, memory, runtimePlatform } = options, path = pathOf(scope, id), given = givenTask(path, options, { cpu, memory, networkMode: options.networkMode });
  if (given) return given;
  const share = { cpu: cpu === undefined ? undefined : cpuUnitsOf(path, cpu), memoryLimitMiB: memoryMiBOf(path, memory ?? '0.5 GB') };
  const networkMode = options.networkMode ?? (isWindows(runtimePlatform) ? ecs.NetworkMode.NAT : undefined), props = { ...rolesOf(scope, id, options), networkMode };
  const task = isExternal ? new ecs.ExternalTaskDefinition(scope, `${id}TaskDef`, props) : new ecs.Ec2TaskDefinition(scope, `${id}TaskDef`, props);
  if (runtimePlatform) platformOf(task, runtimePlatform);
  return filled(path, task, options, share);
}

/** ECS takes it for tasks on container instances too, and places them on those that have it. The L2 leaves it out. */
function platformOf(task: ecs.TaskDefinition, { cpuArchitecture, operatingSystemFamily }: ecs.RuntimePlatform): void {
  (task.node.defaultChild as ecs.CfnTaskDefinition).runtimePlatform = { cpuArchitecture: cpuArchitecture?._cpuArchitecture, operatingSystemFamily: operatingSystemFamily?._operatingSystemFamily };
}

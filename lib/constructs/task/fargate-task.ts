import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { pathOf } from '../misuse';
import { fargateSizeOf } from '../sizes';
import { filled, givenTask, isWindows, rolesOf, sidecarsOf, type TaskOptions } from './task-options';

/** Tasks on Fargate: each has a machine of its own, and a size. */
export interface FargateTaskOptions extends TaskOptions {
  /**
   * CPU of a task, in CPU units or as text: `512`, `'0.5 vCPU'`. Only with `container`.
   * @default - the least that Fargate offers with the memory: '0.25 vCPU', for Windows '1 vCPU'
   */
  readonly cpu?: number | string;
  /**
   * Memory of a task, in MiB or as text: `1024`, `'1 GB'`. Only with `container`.
   * @default - the least that Fargate offers with the CPU: '0.5 GB', for Windows '2 GB', and what sidecars want beside
   */
  readonly memory?: number | string;
  /**
   * Disk of a task in GiB, between 21 and 200. Only with `container`.
   * @default 20
   * @range a whole number from 21 to 200
   */
  readonly ephemeralStorageGiB?: number;
}

/**
 * The task definition that is given, or `<id>TaskDef` with what is said of it.
 * @param onManagedInstances whether it is to run on Managed Instances too, which take the sizes of Fargate.
 */
export function fargateTaskOf(scope: Construct, id: string, options: FargateTaskOptions, onManagedInstances = false): ecs.TaskDefinition {
  const { cpu, memory, runtimePlatform, ephemeralStorageGiB } = options;
  const path = pathOf(scope, id);
  const kind = { runtimePlatform, ephemeralStorageGiB };
  const given = givenTask(path, options, { cpu, memory, ephemeralStorageGiB });
  if (given) return given;
  const { cpuUnits, memoryMiB } = fargateSizeOf(path, cpu, memory, sidecarsOf(options).reduce((sum, sidecar) => sum + sidecar._memoryMiB(path), 0), isWindows(runtimePlatform));
  const common = { ...kind, ...rolesOf(scope, id, options) };
  const task = onManagedInstances
    ? new ecs.TaskDefinition(scope, `${id}TaskDef`, { ...common, compatibility: ecs.Compatibility.FARGATE_AND_MANAGED_INSTANCES, cpu: `${cpuUnits}`, memoryMiB: `${memoryMiB}` })
    : new ecs.FargateTaskDefinition(scope, `${id}TaskDef`, { ...common, cpu: cpuUnits, memoryLimitMiB: memoryMiB });
  return filled(path, task, options);
}

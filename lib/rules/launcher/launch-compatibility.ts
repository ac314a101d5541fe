import { fargateParameters } from '../../catalog/fargate-parameters';
import { fargateTaskSizes } from '../../catalog/fargate-task-sizes';
import { ifKnown } from '../../core/value';
import { isOfManagedInstances } from '../../model/capacity/capacity-provider';
import { inUse } from '../../model/in-use';
import { isFargate, type Capacity } from '../../model/service/launch';
import { reachAll } from '../../model/reach';
import { networkModeOf, supports, type TaskDefinition } from '../../model/task-definition/task-definition';
import { nameOf } from '../at-path';
import { defineRule, type Located } from '../rule';
import { isTaken } from '../values';

/** Tasks start only on what their task definition fits. */
export const launchCompatibility = defineRule({
  id: 'launch-compatibility',
  title: 'The task definition does not fit what its tasks are to run on',
  severity: 'error',
  phase: 'create',
  subject: 'launcher',
  explanation: 'When a task definition is registered, ECS finds out which launch types it fits, whatever RequiresCompatibilities says; that property only makes the registration fail where it does not fit. A service or a schedule that runs it on something that it does not fit is refused. On Fargate a task needs the network mode awsvpc and a size, and may use nothing of a host. On external instances there is no awsvpc, and on container instances no ephemeral storage for a task alone.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html',
  predicts: ['Task definition does not support launch_type FARGATE.', 'Task definition does not support launch_type EXTERNAL.', 'Task definition does not support launch_type EC2.', 'Task definition does not support launch_type MANAGED_INSTANCES.'],
  facts: [fargateParameters, fargateTaskSizes],
  messages: {
    notForFargate: ({ because }: { because: string }) => ({
      says: `The tasks are to run on Fargate, which the task definition does not fit: ${because}.`,
      fix: 'Add FARGATE to RequiresCompatibilities and repair what does not fit, or run the tasks on container instances.',
      ecsSays: 'Task definition does not support launch_type FARGATE.',
    }),
    notForInstances: () => ({
      says: 'The tasks are to run on container instances, on which there is no EphemeralStorage to ask for.',
      fix: 'Take EphemeralStorage out, or run the tasks on Fargate.',
      ecsSays: 'Task definition does not support launch_type EC2.',
    }),
    noSpot: ({ system }: { system: string }) => ({
      says: `The tasks are for ${system}, and Fargate Spot runs Linux only.`,
      fix: 'Take FARGATE_SPOT out of the strategy.',
      ecsSays: 'FARGATE_SPOT is not supported for Windows tasks.',
    }),
    notForManaged: ({ mode }: { mode: string }) => ({
      says: `The tasks are to run on Managed Instances, on which there is no network mode ${mode}.`,
      fix: 'Set NetworkMode to awsvpc or host.',
      ecsSays: 'Task definition does not support launch_type MANAGED_INSTANCES.',
    }),
    notForExternal: () => ({
      says: 'The tasks are to run on external instances, on which there is no network mode awsvpc.',
      fix: 'Choose bridge, host or none for NetworkMode.',
      ecsSays: 'Task definition does not support launch_type EXTERNAL.',
    }),
  },
  check(launcher, say) {
    const task = say.need(launcher.taskDefinition), capacity = say.need(launcher.runsOn);
    if (!task || !capacity) return;
    if (runs(capacity, 'EXTERNAL') && say.need(networkModeOf(task)) === 'awsvpc') say.violated('notForExternal', task.networkMode, undefined);
    const mode = managedInstances(capacity) ? say.need(networkModeOf(task)) : undefined;
    if (mode === 'bridge' || mode === 'default') say.violated('notForManaged', task.networkMode, { mode });
    const storage = task.properties.get('EphemeralStorage');
    if (runs(capacity, 'EC2') && storage.given === 'yes' && !say.need(supports(task, 'EC2'))) say.violated('notForInstances', storage, undefined);
    const system = say.need(task.operatingSystem), spot = capacity.kind === 'providers' && capacity.strategy.find(({ provider }) => ifKnown(provider) === 'FARGATE_SPOT');
    if (spot && system?.startsWith('WINDOWS')) say.violated('noSpot', spot, { system }, { related: [task] });
    // Where it says that it is for Fargate, it is refused before anything is launched: `fargate-network-mode` and its like.
    if (!isFargate(capacity) || say.need(supports(task, 'FARGATE'))) return;
    const obstacle = obstacleToFargate(task);
    if (obstacle) say.violated('notForFargate', obstacle, { because: obstacle.because });
  },
});

function runs(capacity: Capacity, launchType: string): boolean {
  return capacity.kind === 'launchType' && capacity.launchType === launchType;
}

/** Whether the tasks run on instances that ECS chooses and manages. */
function managedInstances(capacity: Capacity): boolean {
  return capacity.kind === 'providers' && capacity.strategy.some(item => item.capacityProvider.state === 'known' && isOfManagedInstances(item.capacityProvider.value) === 'yes');
}

/** The first thing for which a task definition certainly does not fit Fargate. */
function obstacleToFargate(task: TaskDefinition): (Located & { readonly because: string }) | undefined {
  const mode = networkModeOf(task);
  if (mode.state === 'known' && mode.value !== 'awsvpc') return { at: task.networkMode.at, because: `its network mode is ${mode.value}` };
  if (task.cpuUnits.state === 'absent') return { at: task.cpuUnits.at, because: 'it gives no task-level Cpu' };
  if (task.memoryMiB.state === 'absent') return { at: task.memoryMiB.at, because: 'it gives no task-level Memory' };
  const cpuUnits = ifKnown(task.cpuUnits), memoryMiB = ifKnown(task.memoryMiB), size = fargateTaskSizes.value.find(offered => offered.cpuUnits === cpuUnits);
  if (cpuUnits !== undefined && !size) return { at: task.cpuUnits.at, because: `Fargate offers no task of ${cpuUnits} CPU units` };
  if (size && memoryMiB !== undefined && !size.memoryMiB.includes(memoryMiB)) return { at: task.memoryMiB.at, because: `Fargate offers no task of ${size.cpuUnits} CPU units and ${memoryMiB} MiB` };
  const taken = reachAll(task.properties, fargateParameters.value).found.find(({ row: { takes }, property }) => {
    const value = ifKnown(property.text());
    return takes ? value !== undefined && !isTaken(value, takes) : ifKnown(inUse(property));
  })?.property.value();
  return taken && { at: taken.at, because: `it has ${nameOf(taken)}` };
}

import { groupBy } from '../core/group-by';
import type { Answer } from '../core/identity';
import { onceFor } from '../core/once-for';
import { ifKnown } from '../core/value';
import { isSame, type ResourceRef } from '../finding/finding';
import type { ManagedDaemon } from '../model/service/managed-daemon';
import type { StartedTask } from '../model/schedule/scheduled-task';
import { isFargate } from '../model/service/launch';
import type { Model } from '../model/model';
import type { Service } from '../model/service/service';
import { supports, type TaskDefinition } from '../model/task-definition/task-definition';

/** What starts tasks of a task definition, so far as the templates tell. */
export function launchersOf(task: TaskDefinition, model: Model): readonly (Service | StartedTask)[] {
  return launchersIn(model).get(task) ?? [];
}

/** Whether all that starts its tasks gives another task role. */
export function isOverridden(task: TaskDefinition, model: Model): boolean {
  const launchers = launchersOf(task, model);
  return launchers.length > 0 && launchers.every(launcher => 'overrides' in launcher && launcher.overrides.taskRole.state !== 'absent');
}

/** The daemons of a daemon task definition. */
export function daemonsOf(task: TaskDefinition, { managedDaemons }: Model): readonly ManagedDaemon[] {
  return managedDaemons.filter(({ taskDefinition }) => ifKnown(taskDefinition) === task);
}

const launchersIn = onceFor(({ services, startedTasks }: Model) => groupBy<Service | StartedTask, TaskDefinition | undefined>([...services, ...startedTasks], ({ taskDefinition }) => ifKnown(taskDefinition)));

/** Whether the tasks run on Fargate: as what starts them says, or where nothing here does, as the task definition may be used at all. */
export function runsOnFargate(task: TaskDefinition, model: Model): Answer {
  const { compatibilities } = task;
  const fargate = supports(task, 'FARGATE');
  if (fargate.state === 'known' && compatibilities.state === 'known' && compatibilities.value.length > 0) {
    if (!fargate.value) return 'no';
    if (compatibilities.value.length === 1) return 'yes';
  }
  const launches = launchersOf(task, model).map(({ runsOn }) => (runsOn.state === 'known' ? isFargate(runsOn.value) : undefined));
  if (launches.includes(true)) return 'yes';
  return launches.length > 0 && launches.every(launch => launch === false) ? 'no' : 'unknown';
}

/** Whether a service for certain starts tasks when it is created. */
export function startsTasksAtOnce({ exists, desiredCount }: Service): boolean {
  return ifKnown(exists) === true && ifKnown(desiredCount) !== 0;
}

/**
 * Whether the templates for certain start tasks of the task definitions and services among `parts`; also where none is among them. A task definition that nothing
 * here starts, and a service of no tasks, may be wrong without failing a deployment.
 */
export function startsTasks(parts: readonly ResourceRef[], { services, startedTasks, stateMachines, taskDefinitions }: Model): boolean {
  const takesPart = (noun: ResourceRef): boolean => parts.some(part => isSame(part, noun));
  const tasks = taskDefinitions.filter(takesPart), isTask = (task: TaskDefinition | undefined): boolean => task !== undefined && tasks.includes(task);
  const mine = services.filter(service => takesPart(service) || isTask(ifKnown(service.taskDefinition)));
  if (tasks.length + mine.length === 0) return true;
  return mine.some(startsTasksAtOnce)
    || startedTasks.some(scheduled => ifKnown(scheduled.exists) && (takesPart(scheduled) || isTask(ifKnown(scheduled.taskDefinition))))
    || stateMachines.some(machine => ifKnown(machine.exists) && machine.taskDefinitions.some(isTask));
}

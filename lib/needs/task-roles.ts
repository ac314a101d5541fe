import { onceFor } from '../core/once-for';
import { absent, ifKnown, orElse, unknownsIn } from '../core/value';
import type { Container } from '../model/task-definition/container';
import type { Model } from '../model/model';
import type { TaskDefinition } from '../model/task-definition/task-definition';
import { credentialSpecNeeds } from './credential-spec';
import { execNeeds, type ExecLauncher } from './exec';
import { fileNeeds } from './file';
import { imageNeeds } from './image';
import { daemonsOf, isOverridden, launchersOf, runsOnFargate } from './launch';
import { logNeeds } from './log';
import { mountNeeds, s3MountNeeds } from './mount';
import { allNeeds, type Needs, type Principal, type RoleUse, type TaskContext } from './need';
import { routedLogNeeds } from './routed-log';
import { secretNeeds } from './secret';
import { sidecarNeeds } from './sidecar';
import { windowsShareNeeds } from './windows-share';

const principal: Principal = 'ecs-tasks.amazonaws.com';

/** The two roles of a task definition, the one with which ECS starts its tasks and the one that its containers have, and those that schedules give in their place. */
export function taskRoleUses(task: TaskDefinition, model: Model): readonly RoleUse[] {
  const overriding = model.startedTasks.filter(({ taskDefinition, overrides }) => ifKnown(taskDefinition) === task && Object.values(overrides).some(({ state }) => state !== 'absent'));
  return [
    ...usesOf(task, isOverridden(task, model) ? { ...task, taskRole: absent(task.taskRole.at) } : task, model),
    ...overriding.flatMap(({ overrides: { executionRole, taskRole } }) => usesOf(task, { executionRole: orElse(executionRole, task.executionRole), taskRole: orElse(taskRole, task.taskRole) }, model)),
  ];
}

function usesOf(task: TaskDefinition, { executionRole, taskRole }: Pick<TaskDefinition, 'executionRole' | 'taskRole'>, model: Model): readonly RoleUse[] {
  const shared = { principal, user: task, related: [...launchersOf(task, model), ...daemonsOf(task, model)] };
  return [
    { kind: 'execution', role: executionRole, counterpart: taskRole, ...shared, ...executionNeeds(task, model) },
    { kind: 'task', role: taskRole, counterpart: executionRole, ...shared, ...taskNeeds(task, model) },
  ];
}

/** What ECS needs to start the containers. */
export function executionNeeds(task: TaskDefinition, model: Model): Needs {
  return executionNeedsIn(model)(task);
}

const executionNeedsIn = onceFor((model: Model) => onceFor((task: TaskDefinition) =>
  allNeeds([ofContainers(task, model, [imageNeeds, logNeeds, secretNeeds, fileNeeds, credentialSpecNeeds]), windowsShareNeeds(task, contextOf(task, model))])));

/** What the agent on a container instance does with the instance's role for a task without an execution role. */
export function instanceNeeds(task: TaskDefinition, model: Model): Needs {
  return ofContainers(task, model, [imageNeeds, logNeeds]);
}

/** What the containers need for what the task definition and its services turn on. */
export function taskNeeds(task: TaskDefinition, model: Model): Needs {
  const { guardedResources: guarded } = model;
  return allNeeds([callNeeds(task, [...launchersOf(task, model), ...daemonsOf(task, model)], model), mountNeeds(task, guarded), s3MountNeeds(task, guarded)]);
}

/** What the containers ask AWS for while they run, where these launchers start them. */
export function callNeeds(task: TaskDefinition, launchers: readonly ExecLauncher[], model: Model): Needs {
  return allNeeds([execNeeds(launchers, { environment: task.environment, guarded: model.guardedResources }), sidecarNeedsIn(model)(task)]);
}

const sidecarNeedsIn = onceFor((model: Model) => onceFor((task: TaskDefinition) => ofContainers(task, model, [sidecarNeeds, routedLogNeeds])));

function ofContainers(task: TaskDefinition, model: Model, needs: readonly ((container: Container, context: TaskContext) => Needs)[]): Needs {
  const { containers } = task, context = contextOf(task, model);
  if (containers.state !== 'known') return { needs: [], open: unknownsIn(containers) };
  return allNeeds(containers.value.flatMap(container => needs.map(of => of(container, context))));
}

function contextOf(task: TaskDefinition, model: Model): TaskContext {
  const { guardedResources: guarded, logGroups, pullThroughRules } = model;
  return { environment: task.environment, guarded, logGroups, pullThroughRules, fargate: runsOnFargate(task, model) };
}

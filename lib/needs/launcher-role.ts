import { startsWith } from '../core/text';
import { ifKnown, known, mapValue, unknownsIn, type Value } from '../core/value';
import type { RequestContext } from '../iam/request';
import { isFargate } from '../model/service/launch';
import type { Model } from '../model/model';
import type { Role } from '../model/role';
import type { ScheduledTask, StartedTask } from '../model/schedule/scheduled-task';
import type { StateMachine } from '../model/schedule/state-machine';
import { supports, type TaskDefinition } from '../model/task-definition/task-definition';
import { anId, arn, everything, join, something } from './arn';
import { passRole } from './infrastructure-role';
import type { Need, Principal, RoleUse } from './need';

/** The roles with which others start tasks: EventBridge for a rule or a schedule, Step Functions for a state. */
export function launcherRoleUses({ scheduledTasks, stateMachines }: Model): readonly RoleUse[] {
  return [...scheduledTasks.map(scheduleUse), ...stateMachines.map(stateMachineUse)];
}

function scheduleUse(schedule: ScheduledTask): RoleUse {
  const { role, type, taskDefinition, clusterArn, properties } = schedule;
  const task = properties.get('TaskDefinitionArn').text();
  const run = runTask(task, new Map([['ecs:cluster', clusterArn]]));
  const found = ifKnown(taskDefinition);
  return {
    kind: 'launcher', role, user: schedule, related: found ? [found] : [],
    principal: principals.get(type) ?? 'events.amazonaws.com',
    needs: [
      run, ...tagNeeds(schedule), ...deadLetterNeeds(schedule), ...(found ? passedRoles(found, mapValue(schedule.runsOn, isFargate)) : []), ...overridingRoles(schedule),
    ],
    open: unknownsIn(taskDefinition),
  };
}

const principals: ReadonlyMap<string, Principal> = new Map([['AWS::Scheduler::Schedule', 'scheduler.amazonaws.com'], ['AWS::Pipes::Pipe', 'pipes.amazonaws.com']]);

/** The roles that take the place of those of the task definition are passed too. */
function overridingRoles(started: StartedTask): readonly Need[] {
  const { executionRole, taskRole } = started.overrides;
  return [executionRole, taskRole].flatMap(override => (override.state === 'known' ? [passRole(override.value, 'ecs-tasks.amazonaws.com', started)] : []));
}

/** Who starts a task with tags tags it; accounts of old let that pass. */
function tagNeeds({ properties, environment, cluster }: StartedTask): readonly Need[] {
  const tags = ['TagList', 'Tags', 'PropagateTags'].map(key => properties.get(key)).find(({ given }) => given === 'yes');
  if (!tags) return [];
  const { at } = tags, name = cluster.state === 'known' ? cluster.value.name : something('the cluster', at);
  return [{
    purpose: 'taskTags', resources: [arn(environment, 'ecs', 'task/', name, '/', anId('the task', at))],
    context: new Map([['ecs:createaction', known('RunTask', at)]]), at, severity: 'warning',
  }];
}

/** A schedule sends to its queue with the same role; a rule does as EventBridge itself. */
function deadLetterNeeds({ type, deadLetterQueue: queue }: ScheduledTask): readonly Need[] {
  return type !== 'AWS::Scheduler::Schedule' || queue.state === 'absent' ? [] : [{ purpose: 'deadLetter', resources: [queue], at: queue.at, severity: 'warning' }];
}

/** IAM is asked about a revision, also where none is named. */
function runTask(task: Value<string>, context: RequestContext): Need {
  return { purpose: 'runTask', at: task.at, severity: 'error', resources: [task, join(task.at, task, ':', anId('the revision', task.at))], context };
}

/**
 * Who starts a task passes its roles. The task role only counts on Fargate, and not where it is given by its name: rules of the CDK and of AWS's
 * own solutions leave it out there, and work.
 */
export function passedRoles(task: TaskDefinition, fargate: Value<boolean>): readonly Need[] {
  const pass = (role: Value<Role>): readonly Need[] => (role.state === 'known' ? [passRole(role.value, 'ecs-tasks.amazonaws.com', task)] : []);
  const isArn = startsWith(task.properties.get('TaskRoleArn').text(), 'arn:');
  const counts = fargate.state === 'known' && !fargate.value ? 'no' : fargate.state === 'known' && isArn === 'yes' ? 'yes' : 'unknown';
  const taskRole = counts === 'no' ? [] : pass(task.taskRole).map(need => (counts === 'yes' ? need : { ...need, severity: 'warning' as const }));
  return [...pass(task.executionRole), ...taskRole];
}

function stateMachineUse(machine: StateMachine): RoleUse {
  const { role, runs, taskDefinitions, waits, environment, at } = machine;
  const rule = arn(environment, 'events', 'rule/StepFunctionsGetEventsForECSTaskRule');
  return {
    kind: 'launcher', role, principal: 'states.amazonaws.com', user: machine, related: taskDefinitions, open: [],
    needs: [
      ...taskDefinitions.flatMap(task => [runTask(task.reference, new Map()), ...passedRoles(task, supports(task, 'FARGATE'))]),
      ...runs.flatMap(overridingRoles), ...runs.flatMap(tagNeeds),
      ...(waits ? [
        { purpose: 'managedRule', resources: [rule], at, severity: 'error' } as const,
        { purpose: 'followTask', resources: [everything(at), something('the task', at)], at, severity: 'warning' } as const,
      ] : []),
    ],
  };
}

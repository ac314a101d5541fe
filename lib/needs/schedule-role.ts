import { startsWith } from '../core/text';
import { ifKnown, mapValue, type Value } from '../core/value';
import type { DeploymentGroup } from '../model/deployment-group';
import { isFargate } from '../model/launch';
import type { Model } from '../model/model';
import type { Role } from '../model/role';
import type { ScheduledTask } from '../model/scheduled-task';
import type { TaskDefinition } from '../model/task-definition';
import { everything, join, something } from './arn';
import { passRole } from './infrastructure-role';
import type { Need, RoleUse } from './need';

/** The roles with which others start tasks: EventBridge for a rule or a schedule, CodeDeploy for a service that it deploys. */
export function launcherRoleUses({ scheduledTasks, deploymentGroups }: Model): readonly RoleUse[] {
  return [...scheduledTasks.map(scheduleUse), ...deploymentGroups.map(deploymentUse)];
}

function scheduleUse(schedule: ScheduledTask): RoleUse {
  const { role, type, taskDefinition, clusterArn, properties } = schedule;
  const task = properties.get('TaskDefinitionArn').text();
  const run: Need = {
    purpose: 'runTask', at: task.at, severity: 'error',
    // IAM is asked about a revision, also where none is named.
    resources: [task, join(task.at, task, ':', something('the revision', task.at))],
    context: new Map([['ecs:cluster', clusterArn]]),
  };
  const found = ifKnown(taskDefinition);
  return {
    kind: 'schedule', role, user: schedule, related: found ? [found] : [],
    principal: type === 'AWS::Scheduler::Schedule' ? 'scheduler.amazonaws.com' : 'events.amazonaws.com',
    needs: [run, ...(found ? passedRoles(schedule, found) : [])],
    open: taskDefinition.state === 'unknown' ? [taskDefinition] : [],
  };
}

/**
 * Who starts a task passes its roles. The task role only counts on Fargate, and not where it is given by its name: rules of the CDK and of AWS's
 * own solutions leave it out there, and work.
 */
function passedRoles({ runsOn }: ScheduledTask, task: TaskDefinition): readonly Need[] {
  const pass = (role: Value<Role>): readonly Need[] => (role.state === 'known' ? [passRole(role.value, 'ecs-tasks.amazonaws.com', task)] : []);
  const fargate = mapValue(runsOn, isFargate), isArn = startsWith(task.properties.get('TaskRoleArn').text(), 'arn:');
  const counts = fargate.state === 'known' && !fargate.value ? 'no' : fargate.state === 'known' && isArn === 'yes' ? 'yes' : 'unknown';
  const taskRole = counts === 'no' ? [] : pass(task.taskRole).map(need => (counts === 'yes' ? need : { ...need, severity: 'warning' as const }));
  return [...pass(task.executionRole), ...taskRole];
}

function deploymentUse(group: DeploymentGroup): RoleUse {
  const { role, at } = group;
  return {
    kind: 'deployment', role, principal: 'codedeploy.amazonaws.com', user: group, related: [], open: [],
    needs: [{ purpose: 'taskSet', resources: [everything(at), something('the task set', at)], at, severity: 'error' }],
  };
}

import { neededPermissions, type Purpose } from '../../catalog/needed-permissions';
import { sidecars } from '../../catalog/sidecars';
import type { Change } from '../../finding/finding';
import { taskNeeds } from '../../needs/task-roles';
import { isOverridden, launchersOf, runsOnFargate } from '../../needs/launch';
import { volumesWithIam } from '../../needs/mount';
import { listed } from '../listed';
import { defineRule } from '../rule';
import { newRole } from './granting';

/** ECS Exec and file systems with IAM authorization work with the task role alone. */
export const taskRoleMissing = defineRule({
  id: 'task-role-missing',
  title: 'The task definition has no task role and needs one',
  severity: 'error',
  phase: 'create',
  subject: 'taskDefinition',
  explanation: 'With ECS Exec enabled, ECS refuses a service of which the task definition names no task role: the agent of Exec in the container has no other. IAM authorization of a volume of EFS asks for the task role too, on Fargate even where the file system lets everybody in, and so does every volume of S3 Files; on Fargate so do the daemon of X-Ray and log routers.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  predicts: ["The service couldn't be created because a valid taskRoleArn is not being used."],
  facts: [neededPermissions, sidecars],
  messages: {
    exec: ({ repair }: Missing) => ({
      says: 'ECS Exec is enabled for tasks of this task definition, and it names no task role.',
      fix: 'Give the task definition a TaskRoleArn, with a role that trusts ecs-tasks.amazonaws.com and is allowed ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel.',
      ...(repair ? { repair } : {}),
      ecsSays: "InvalidParameterException: The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
    }),
    mount: ({ whose, repair }: Missing) => ({
      says: `IAM authorization is on for ${whose}, which is mounted with the task role, and the task definition names none.`,
      fix: 'Give the task definition a TaskRoleArn, or set AuthorizationConfig.IAM to DISABLED.',
      ...(repair ? { repair } : {}),
      ecsSays: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: mount.nfs4: access denied by server while mounting 127.0.0.1:/',
      phase: 'start',
    }),
    files: ({ whose, repair }: Missing) => ({
      says: `A volume of S3 Files, as ${whose}, is mounted with the task role, and the task definition names none.`,
      fix: 'Give the task definition a TaskRoleArn, with a role that trusts ecs-tasks.amazonaws.com and is allowed s3files:ClientMount.',
      ...(repair ? { repair } : {}),
      phase: 'register',
    }),
    sidecar: ({ whose, permissions, repair }: Missing) => ({
      says: `AWS is called with the task role by ${whose}, and the task definition names none.`,
      fix: `Give the task definition a TaskRoleArn, with a role that is allowed ${permissions}.`,
      ...(repair ? { repair } : {}),
      ecsSays: 'NoCredentialProviders: no valid providers in chain',
      severity: 'warning',
      phase: 'start',
    }),
  },
  check(task, say, model) {
    const { taskRole } = task;
    if (taskRole.state !== 'absent' || isOverridden(task, model)) return;
    const { needs, open } = taskNeeds(task, model);
    open.forEach(unknown => { say.undecided(unknown); });
    // On container instances a sidecar, and what mounts a volume, may have the role of the instance.
    const isOnFargate = runsOnFargate(task, model) === 'yes';
    for (const message of ['exec', 'mount', 'files', 'sidecar'] as const) {
      const asking = needs.filter(({ purpose }) => messages[purpose] === message), volumes = message === 'mount' && isOnFargate ? volumesWithIam(task) : [];
      if (asking.length + volumes.length === 0 || (message === 'sidecar' && !isOnFargate)) continue;
      const unique = (texts: readonly string[]): string => listed([...new Set(texts)]);
      const permissions = unique(asking.flatMap(({ purpose }) => neededPermissions.value[purpose].actions));
      const repair = newRole(needs.filter(({ inDoubt }) => !inDoubt), 'ecs-tasks.amazonaws.com', { wished: `${task.id}TaskRole`, user: task, at: taskRole.at }, model);
      say.violated(message, taskRole, { whose: unique([...asking.flatMap(({ whose }) => whose ?? []), ...volumes]), permissions, repair }, { related: launchersOf(task, model) });
    }
  },
});

interface Missing {
  readonly whose: string;
  readonly permissions: string;
  readonly repair: readonly Change[] | undefined;
}

const messages: Partial<Readonly<Record<Purpose, 'exec' | 'mount' | 'files' | 'sidecar'>>> = {
  exec: 'exec', mount: 'mount', s3Mount: 'files', traces: 'sidecar', metrics: 'sidecar', embeddedMetrics: 'sidecar', remoteWrite: 'sidecar', mesh: 'sidecar',
  routedLog: 'sidecar', routedGroup: 'sidecar', routedRecords: 'sidecar', routedStream: 'sidecar', routedFile: 'sidecar',
};

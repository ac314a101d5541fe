import type { Purpose } from '../../catalog/needed-permissions';
import type { Change, Words } from '../../finding/finding';
import { isOfManagedInstances } from '../../model/capacity/capacity-provider';
import type { Launcher } from '../../model/service/launch';
import { executionNeeds } from '../../needs/task-roles';
import { launchersOf, runsOnFargate } from '../../needs/launch';
import { listed } from '../listed';
import { defineRule } from '../rule';
import { newRole } from './granting';

/** Without an execution role Fargate can neither pull a private image nor write logs, and nobody can fetch secrets. */
export const executionRoleMissing = defineRule({
  id: 'execution-role-missing',
  title: 'The task definition has no execution role and needs one',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'On Fargate ECS has only the execution role to pull an image from a private registry of Amazon ECR and to write logs with awslogs; the task role is for the containers. On container instances of EC2 the role of the instance does both; on external instances and Managed Instances it does neither. ' +
    'Secrets, logins to other registries and environment files need the execution role everywhere.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  predicts: [
    'Fargate requires task definition to have execution role ARN to support ECR images.', 'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
    "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
  ],
  facts: [],
  messages: {
    image: ({ whose, repair }: Missing) => ({
      says: `On Fargate the image of ${whose} is pulled from Amazon ECR with the execution role, and the task definition has none.`,
      ...how(repair), ecsSays: 'Fargate requires task definition to have execution role ARN to support ECR images.',
    }),
    log: ({ whose, repair }: Missing) => ({
      says: `On Fargate the log driver awslogs of ${whose} writes with the execution role, and the task definition has none.`,
      ...how(repair), ecsSays: 'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
    }),
    imageElsewhere: ({ whose, repair }: Missing) => ({
      says: `On external instances and Managed Instances the image of ${whose} is pulled from Amazon ECR with the execution role, and the task definition has none.`,
      ...how(repair), ecsSays: 'CannotPullContainerError: pull access denied', phase: 'start',
    }),
    secret: ({ whose, repair }: Missing) => ({
      says: `The secrets of ${whose} are fetched with the execution role, and the task definition has none.`,
      ...how(repair), ecsSays: "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
    }),
    file: ({ whose, repair }: Missing) => ({
      says: `The environment files of ${whose} are downloaded with the execution role, and the task definition has none.`,
      ...how(repair),
    }),
  },
  check(task, say, model) {
    const { executionRole } = task;
    if (executionRole.state !== 'absent') return;
    const { needs, open } = executionNeeds(task, model);
    const repair = () => newRole(needs.filter(({ inDoubt }) => !inDoubt), 'ecs-tasks.amazonaws.com', { wished: `${task.id}ExecutionRole`, user: task, at: executionRole.at }, model);
    const onFargate = runsOnFargate(task, model) === 'yes', launchers = launchersOf(task, model);
    for (const message of ['image', 'log', 'secret', 'file'] as const) {
      const whose = listed([...new Set(needs.filter(({ purpose, inDoubt }) => messages[purpose] === message && !inDoubt).flatMap(need => need.whose ?? []))]);
      if (whose !== '' && (onFargate || message === 'secret' || message === 'file')) say.violated(message, executionRole, { whose, repair: repair() }, { related: launchers });
      if (whose !== '' && message === 'image' && launchers.some(hasPoorInstances)) say.violated('imageElsewhere', executionRole, { whose, repair: repair() }, { related: launchers });
    }
    if (onFargate) [...open, ...needs.flatMap(({ inDoubt }) => inDoubt ?? [])].forEach(unknown => { say.undecided(unknown); });
  },
});

interface Missing {
  readonly whose: string;
  readonly repair: readonly Change[] | undefined;
}

function how(repair: readonly Change[] | undefined): Pick<Words, 'fix' | 'repair'> {
  return { fix: 'Give the task definition an ExecutionRoleArn, with a role that trusts ecs-tasks.amazonaws.com and has AmazonECSTaskExecutionRolePolicy.', ...(repair ? { repair } : {}) };
}

const messages: Partial<Readonly<Record<Purpose, 'image' | 'log' | 'secret' | 'file'>>> = {
  registryLogin: 'image', logStream: 'log', secret: 'secret', parameter: 'secret', file: 'file',
};

/** Whether its tasks run on instances whose own role is not for pulling images. */
function hasPoorInstances({ runsOn }: Launcher): boolean {
  if (runsOn.state !== 'known') return false;
  if (runsOn.value.kind === 'launchType') return runsOn.value.launchType === 'EXTERNAL';
  return runsOn.value.strategy.every(({ capacityProvider }) => capacityProvider.state === 'known' && isOfManagedInstances(capacityProvider.value) === 'yes');
}

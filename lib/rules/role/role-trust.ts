import { entryOf } from '../../core/entry';
import { onceFor } from '../../core/once-for';
import { showText } from '../../core/text';
import { ifKnown } from '../../core/value';
import type { Phase } from '../../finding/finding';
import { aService } from '../../iam/caller';
import type { Decision } from '../../iam/decide';
import type { Statement } from '../../iam/policy';
import type { RequestContext } from '../../iam/request';
import { trusts } from '../../iam/trust';
import type { Model } from '../../model/model';
import type { Role } from '../../model/role';
import { anId, arn } from '../../needs/arn';
import type { Principal } from '../../needs/need';
import { defineRule, type Located } from '../rule';

/** A role is assumed by the service that its trust policy names, and by no other. */
export const roleTrust = defineRule({
  id: 'role-trust',
  title: 'The role does not trust the service that is to assume it',
  severity: 'error',
  phase: 'start',
  subject: 'roleAtWork',
  explanation: 'A role works for whom its trust policy names, and for nobody else: where that is not the service that is to assume it, tasks do not start, instances do not join the cluster, schedules pass by. It is ecs-tasks.amazonaws.com for execution and task roles, ec2.amazonaws.com for container instances, ecs.amazonaws.com for infrastructure roles, ' +
    'events.amazonaws.com for rules and scheduler.amazonaws.com for schedules and pipes.amazonaws.com for pipes of EventBridge, states.amazonaws.com for Step Functions, codedeploy.amazonaws.com for CodeDeploy and codepipeline.amazonaws.com for CodePipeline.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html',
  predicts: ['ECS was unable to assume the role', 'must allow AWS EventBridge Scheduler to assume the role', 'No Container Instances were found in your cluster'],
  facts: [],
  messages: {
    notTrusted: ({ role, principal, trusted, isAlone }: { role: string; principal: Principal; trusted: readonly string[]; isAlone: boolean }) => {
      const { uses, ...words } = principals[principal];
      return {
        says: `${role} is used as ${uses}, which ${principal} assumes; its trust policy names ${trusted.join(', ') || 'no service'}.`,
        fix: `Name ${principal} under Principal.Service in the AssumeRolePolicyDocument of ${role}.`,
        ...(isAlone ? { repair: [{ set: [...trusted, principal] }] } : {}),
        ...words,
      };
    },
    condition: ({ role, principal }: { role: string; principal: Principal }) => {
      const { uses, ...words } = principals[principal];
      return {
        says: `${role} is used as ${uses}. Its trust policy lets ${principal} assume it under a condition that does not hold.`,
        fix: `Compare aws:SourceAccount with the account of the stack, and aws:SourceArn with ${entryOf(sources, principal)?.pattern ?? 'nothing'}.`,
        ...words,
      };
    },
  },
  check({ role: value, uses }, say, model) {
    const role = ifKnown(value);
    if (!role) return;
    for (const principal of new Set(uses.flatMap(use => use.principal ?? []))) {
      const answer = answerFor(principal, role, model), [open] = role.trust.unread;
      if (answer === 'unknown' && open) say.undecided(open);
      if (answer !== 'no') continue;
      const related = { related: uses.flatMap(({ user, related }) => [user, ...related]) };
      if (trusts(role.trust, aService(principal)).answer === 'no') say.violated('notTrusted', placeOf(role), { role: role.id, principal, trusted: trustedBy(role), isAlone: placeOf(role).at.path.at(-1) === 'Service' }, related);
      else say.violated('condition', allowing(role)?.condition ?? placeOf(role), { role: role.id, principal }, related);
    }
  },
});

const answersIn = onceFor((_model: Model) => new Map<string, Decision['answer']>());

/** Whether the role trusts the service. Of policies that are written the same in one stack, as those of most roles are, one is asked. */
function answerFor(principal: Principal, role: Role, model: Model): Decision['answer'] {
  const { written } = role.properties.get('AssumeRolePolicyDocument'), answers = answersIn(model), key = JSON.stringify([role.stack, principal, written]);
  const answer = (written === undefined ? undefined : answers.get(key)) ?? trusts(role.trust, aService(principal), contextOf(role, principal)).answer;
  answers.set(key, answer);
  return answer;
}

/**
 * What a request to assume the role says of whom it is for. Tasks come with the ARN of a task, which a pattern may hold to region and account, and to no cluster;
 * schedules with the ARN of their group, and no schedule can be named.
 * https://github.com/awsdocs/amazon-ecs-developer-guide/issues/208
 */
function contextOf({ environment, at }: Role, principal: Principal): RequestContext {
  const source = entryOf(sources, principal);
  return new Map([['aws:sourceaccount', environment.account], ...(source ? [['aws:sourcearn', arn(environment, source.service, source.resource, anId('what it is for', at))] as const] : [])]);
}

/** What services assume roles for, as the beginning of an ARN: tasks, and the groups of schedules. */
const sources: Readonly<Record<string, { readonly service: string; readonly resource: string; readonly pattern: string }>> = {
  'ecs-tasks.amazonaws.com': { service: 'ecs', resource: 'task/', pattern: 'arn:aws:ecs:REGION:ACCOUNT:*; a single cluster cannot be named' },
  'scheduler.amazonaws.com': { service: 'scheduler', resource: 'schedule-group/', pattern: 'arn:aws:scheduler:REGION:ACCOUNT:schedule-group/NAME; a single schedule cannot be named' },
};

const principals: Readonly<Record<Principal, { readonly uses: string; readonly phase: Phase; readonly ecsSays?: string }>> = {
  'codedeploy.amazonaws.com': { uses: 'the role of a deployment group', phase: 'create', ecsSays: 'AWS CodeDeploy does not have the permissions required to assume the role' },
  'codepipeline.amazonaws.com': { uses: 'the role of a pipeline', phase: 'create', ecsSays: 'CodePipeline is not authorized to perform AssumeRole on role' },
  'ec2.amazonaws.com': { uses: 'the role of container instances', phase: 'place', ecsSays: 'No Container Instances were found in your cluster.' },
  'ecs.amazonaws.com': {
    uses: 'an infrastructure role', phase: 'start',
    ecsSays: 'ECS was unable to assume the configured ECS Infrastructure Role. Please verify that the role being passed has the proper trust relationship with Amazon ECS.',
  },
  'ecs-tasks.amazonaws.com': {
    uses: 'a role of tasks', phase: 'start',
    ecsSays: 'ECS was unable to assume the role that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.',
  },
  'events.amazonaws.com': { uses: 'the role of a rule that starts tasks', phase: 'schedule' },
  'pipes.amazonaws.com': { uses: 'the role of a pipe that starts tasks', phase: 'schedule' },
  'states.amazonaws.com': {
    uses: 'the role of a state machine', phase: 'create', ecsSays: "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.",
  },
  'scheduler.amazonaws.com': {
    uses: 'the role of a schedule', phase: 'create', ecsSays: 'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
  },
};

function placeOf(role: Role): Located {
  const principals = allowing(role)?.principals, service = principals?.any.find(({ kind }) => kind === 'service');
  return service?.text ?? principals ?? role.properties.get('AssumeRolePolicyDocument');
}

function allowing({ trust }: Role): Statement | undefined {
  return trust.statements.find(({ effect }) => effect === 'Allow');
}

function trustedBy({ trust }: Role): readonly string[] {
  return trust.statements.flatMap(({ principals }) => principals.any.filter(({ kind }) => kind === 'service').map(({ text }) => showText(text)));
}

import { ifKnown } from '../../core/value';
import type { ResourceRef } from '../../finding/finding';
import type { Role } from '../../model/role';
import { shortfallOf } from '../../needs/may';
import type { RoleUse } from '../../needs/need';
import { defineRule } from '../rule';
import { waitsForMinutes } from '../slow-to-create';

/** CloudFormation makes what works with a role when the role is there; a policy that is attached to it beside may come later. */
export const rolePolicyOrder = defineRule({
  id: 'role-policy-order',
  title: 'What works with the role does not wait for its policy',
  severity: 'warning',
  phase: 'start',
  subject: 'roleAtWork',
  explanation: 'An AWS::IAM::Policy refers to its role, and nothing refers to it: CloudFormation creates the service as soon as role and task definition are there, and may start tasks before the role has its policy. The first tasks then fail, and ECS starts others until it is there, unless three fail at once and there is a circuit breaker. A service that waits for a load balancer, a NAT gateway or another service comes after the policy anyway. Infrastructure roles are used as early; Step Functions looks at the permissions of a state machine that waits for its tasks when it is created, and tries but once.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html',
  predicts: ['is not authorized to perform'],
  facts: [],
  messages: {
    race: ({ service, policy, role }: { service: string; policy: string; role: string }) => ({
      says: `${policy} gives ${role} what the tasks of ${service} need to start, and nothing makes CloudFormation create it before the service.`,
      fix: `Add ${policy} to the DependsOn of ${service}.`,
      repair: [{ dependsOn: [policy] }],
      ecsSays: 'AccessDeniedException: … is not authorized to perform …',
    }),
    beside: ({ user, policy, role }: { user: string; policy: string; role: string }) => ({
      says: `${policy} gives ${role} what ${user} is created with, and nothing makes CloudFormation create it before.`,
      fix: `Add ${policy} to the DependsOn of ${user}.`,
      repair: [{ dependsOn: [policy] }],
      ecsSays: 'AccessDeniedException: … is not authorized to perform …',
      phase: 'create',
    }),
  },
  check({ role: value, uses }, say, model) {
    const { order, services } = model;
    const role = ifKnown(value);
    if (!role) return;
    for (const use of uses) {
      const waiting = use.kind === 'execution' ? services.filter(service => use.related.includes(service)) : worksAtOnce(use) ? [use.user] : [];
      for (const policy of role.policies.map(({ attachedBy }) => attachedBy).filter((holder, i, all) => holder.id !== role.id && all.indexOf(holder) === i)) {
        const early = waiting.filter(user => order.isBefore(policy, user) === 'no' && !(use.kind === 'execution' && waitsForMinutes(user, model)));
        if (early.length === 0 || !isNeeded(policy, role, use)) continue;
        for (const user of early) {
          if (use.kind === 'execution') say.violated('race', user, { service: user.id, policy: policy.id, role: role.id }, { related: [policy] });
          else say.violated('beside', user, { user: user.id, policy: policy.id, role: role.id }, { related: [policy] });
        }
      }
    }
  },
});

/** Whether the role could not do everything without the policies that this resource attaches. */
function isNeeded(policy: ResourceRef, role: Role, { needs }: RoleUse): boolean {
  const without = { ...role, policies: role.policies.filter(({ attachedBy }) => attachedBy !== policy) };
  return needs.some(need => shortfallOf(role, need).actions.length === 0 && shortfallOf(without, need).actions.length > 0);
}

/** Whether what names the role is created with it, or works with it from then on. */
function worksAtOnce({ kind, needs }: RoleUse): boolean {
  return kind === 'infrastructure' || needs.some(({ purpose }) => purpose === 'managedRule');
}

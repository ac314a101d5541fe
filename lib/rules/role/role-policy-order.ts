import { ifKnown } from '../../core/value';
import { shortfallOf } from '../../needs/may';
import { defineRule } from '../rule';

/** CloudFormation starts a service when its task definition is there; a policy that is attached to the execution role beside may come later. */
export const rolePolicyOrder = defineRule({
  id: 'role-policy-order',
  title: 'The service does not wait for the policy of its execution role',
  severity: 'warning',
  phase: 'start',
  subject: 'roleAtWork',
  explanation: 'An AWS::IAM::Policy refers to its role, and nothing refers to it: CloudFormation creates the service as soon as role and task definition are there, and may start tasks before the role has its policy. The first tasks then fail; ECS tries again, and usually the policy is there by then. When the stack is deleted, the policy goes first.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html',
  predicts: ['is not authorized to perform'],
  facts: [],
  messages: {
    race: ({ service, policy, role }: { service: string; policy: string; role: string }) => ({
      says: `${policy} gives ${role} what the tasks of ${service} need to start, and nothing makes CloudFormation create it before the service.`,
      fix: `Add ${policy} to the DependsOn of ${service}.`,
      ecsSays: 'AccessDeniedException: … is not authorized to perform …',
    }),
  },
  check({ role: value, uses }, say, { order, services }) {
    const role = ifKnown(value);
    if (!role) return;
    for (const { kind, needs, related } of uses) {
      if (kind !== 'execution') continue;
      const launched = services.filter(service => related.includes(service));
      for (const policy of role.policies.map(({ attachedBy }) => attachedBy).filter((holder, i, all) => holder.id !== role.id && all.indexOf(holder) === i)) {
        const without = { ...role, policies: role.policies.filter(({ attachedBy }) => attachedBy !== policy) };
        const isNeeded = needs.some(need => shortfallOf(role, need).actions.length === 0 && shortfallOf(without, need).actions.length > 0);
        for (const service of launched) {
          if (isNeeded && order.isBefore(policy, service) === 'no') say.violated('race', service, { service: service.id, policy: policy.id, role: role.id }, { related: [policy] });
        }
      }
    }
  },
});

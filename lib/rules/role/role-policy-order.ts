import { circuitBreakerThreshold } from '../../catalog/circuit-breaker';
import { ifKnown } from '../../core/value';
import type { ResourceRef } from '../../finding/finding';
import type { Role } from '../../model/role';
import type { Service } from '../../model/service/service';
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
  explanation: 'An AWS::IAM::Policy refers to its role, and nothing refers to it: CloudFormation creates the service as soon as role and task definition are there, and may start tasks before the role has its policy. The first tasks then fail, and ECS starts others until it is there; with the circuit breaker the deployment fails first where enough tasks are started at once. A service that waits for a load balancer comes later anyway. Infrastructure roles are used as early; Step Functions looks at the permissions of a state machine that waits for its tasks when it is created, and tries but once.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html',
  predicts: ['is not authorized to perform'],
  facts: [circuitBreakerThreshold],
  messages: {
    race: ({ service, policy, role, mayBreak }: { service: string; policy: string; role: string; mayBreak: boolean }) => ({
      says: `${policy} gives ${role} what the tasks of ${service} need to start, and nothing makes CloudFormation create it before the service.`,
      fix: `Add ${policy} to the DependsOn of ${service}.`,
      repair: [{ dependsOn: [policy] }],
      ecsSays: 'AccessDeniedException: … is not authorized to perform …',
      ...(mayBreak ? {} : { severity: 'advice' }),
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
      const starting = use.kind === 'execution' ? services.filter(service => use.related.includes(service)) : [], others = worksAtOnce(use) ? [use.user] : [];
      for (const policy of role.policies.map(({ attachedBy }) => attachedBy).filter((holder, i, all) => holder.id !== role.id && all.indexOf(holder) === i)) {
        const isEarly = (user: ResourceRef) => order.isBefore(policy, user) === 'no', names = { policy: policy.id, role: role.id };
        if (![...starting, ...others].some(isEarly) || !isNeeded(policy, role, use)) continue;
        for (const service of starting.filter(isEarly)) {
          if (!waitsForMinutes(service, model)) say.violated('race', service, { ...names, service: service.id, mayBreak: mayBreak(service) }, { related: [policy] });
        }
        for (const user of others.filter(isEarly)) say.violated('beside', user, { ...names, user: user.id }, { related: [policy] });
      }
    }
  },
});

/** Whether the circuit breaker may give up when all tasks that are started at once fail. */
function mayBreak({ properties, desiredCount }: Service): boolean {
  const breaker = properties.get('DeploymentConfiguration', 'DeploymentCircuitBreaker', 'Enable').flag();
  return breaker.state === 'known' && breaker.value && (ifKnown(desiredCount) ?? Infinity) >= circuitBreakerThreshold.value.least;
}

/** Whether the role could not do everything without the policies that this resource attaches. */
function isNeeded(policy: ResourceRef, role: Role, { needs }: RoleUse): boolean {
  const without = { ...role, policies: role.policies.filter(({ attachedBy }) => attachedBy !== policy) };
  return needs.some(need => shortfallOf(role, need).actions.length === 0 && shortfallOf(without, need).actions.length > 0);
}

/** Whether what names the role is created with it, or works with it from then on. */
function worksAtOnce({ kind, needs }: RoleUse): boolean {
  return kind === 'infrastructure' || needs.some(({ purpose }) => purpose === 'managedRule');
}

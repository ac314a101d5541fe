import { partsOf } from '../../core/text';
import type { Value } from '../../core/value';
import { networkModeOf } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** The role of a service is a relic of load balancers before the service-linked role, and refused wherever that one is needed. */
export const serviceRole = defineRule({
  id: 'service-role',
  title: 'The service may not name a role of its own',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'ECS registers tasks with load balancers by its service-linked role. Role of a service takes its place only for tasks without network interfaces of their own behind one load balancer. ECS refuses it for awsvpc tasks, several target groups and service discovery.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  predicts: ['You cannot specify an IAM role for services that require a service linked role.'],
  facts: [],
  messages: {
    linked: ({ because }: { because: string }) => ({
      says: `Role is given, and ${because}, for which ECS uses its service-linked role.`,
      fix: 'Take Role out.',
      repair: [{ remove: true }],
      ecsSays: 'You cannot specify an IAM role for services that require a service linked role.',
    }),
    noLoadBalancer: () => ({
      says: 'Role is given, and the service has no load balancer for which ECS would assume it.',
      fix: 'Take Role out.',
      repair: [{ remove: true }],
    }),
  },
  check(service, say) {
    const role = service.properties.get('Role').text();
    if (!isCertain(role)) return;
    const task = say.need(service.taskDefinition), mode = task && say.need(networkModeOf(task));
    if (mode === 'awsvpc') say.violated('linked', role, { because: 'the tasks have network interfaces of their own' }, { related: task ? [task] : [] });
    else if ((say.need(service.loadBalancers)?.length ?? 0) > 1) say.violated('linked', role, { because: 'the service has several target groups' });
    else if (say.need(service.registries)?.length) say.violated('linked', role, { because: 'the service is found by service discovery' });
    else if (service.loadBalancers.state === 'absent') say.violated('noLoadBalancer', role, undefined);
  },
});

/** Whether a role is given for certain, be it by the reference to one that is yet to be made, or by an ARN with the account left open. */
function isCertain(role: Value<string>): boolean {
  return role.state === 'known' || (role.state === 'unknown' && (role.is !== undefined || partsOf(role)?.some(part => typeof part === 'string') === true));
}

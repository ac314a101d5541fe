import { showText } from '../../core/text';
import type { ResourceRef } from '../../finding/finding';
import { defineRule } from '../rule';
import { waitsForMinutes } from '../slow-to-create';

/** A scalable target can be registered once its service is there. */
export const scalableTargetOrder = defineRule({
  id: 'scalable-target-order',
  title: 'The scalable target is registered before its service is there',
  severity: 'error',
  phase: 'create',
  subject: 'scalableTarget',
  explanation: 'CloudFormation creates what nothing puts in order at the same time. A service takes minutes, a scalable target a moment: where the target names the service by text and does not wait for it, Application Auto Scaling finds no service.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  predicts: ["ECS service doesn't exist"],
  facts: [],
  messages: {
    noOrder: (names: Names) => words(names),
    race: (names: Names) => ({ ...words(names), severity: 'warning' }),
  },
  check(target, say, model) {
    if (target.service.state !== 'known' || model.order.isBefore(target.service.value, target) !== 'no') return;
    const service = target.service.value, waitsForRole = (other: ResourceRef) => model.roles.some(role => model.order.isBefore(role, other) === 'yes');
    // A role takes longer to create than all that a service may be waiting for.
    const isLate = waitsForMinutes(target, model) || (waitsForRole(target) && !waitsForRole(service));
    const message = isLate && !waitsForMinutes(service, model) ? 'race' : 'noOrder';
    say.violated(message, target.resourceId, { resourceId: showText(target.resourceId), service: service.id }, { related: [service] });
  },
});

interface Names { readonly resourceId: string; readonly service: string }

function words({ resourceId, service }: Names) {
  return {
    says: `The resource id ${resourceId} names the service ${service}, and nothing makes CloudFormation create ${service} first.`,
    fix: `Use !GetAtt ${service}.Name in ResourceId, or add DependsOn: ${service}.`,
    repair: [{ dependsOn: [service] }],
    ecsSays: `ECS service doesn't exist: ${resourceId}`,
  };
}

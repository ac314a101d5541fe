import { showText } from '../../core/text';
import { defineRule } from '../rule';

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
    noOrder: ({ resourceId, service }: { resourceId: string; service: string }) => ({
      says: `The resource id ${resourceId} names the service ${service}, and nothing makes CloudFormation create ${service} first.`,
      fix: `Use !GetAtt ${service}.Name in ResourceId, or add DependsOn: ${service}.`,
      repair: [{ dependsOn: [service] }],
      ecsSays: `ECS service doesn't exist: ${resourceId}`,
    }),
  },
  check(target, say, model) {
    if (target.service.state !== 'known' || model.order.isBefore(target.service.value, target) !== 'no') return;
    const service = target.service.value;
    say.violated('noOrder', target.resourceId, { resourceId: showText(target.resourceId), service: service.id }, { related: [service] });
  },
});

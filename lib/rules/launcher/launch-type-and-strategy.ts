import { defineRule } from '../rule';

/** Tasks run by a launch type or by a capacity provider strategy, not by both. */
export const launchTypeAndStrategy = defineRule({
  id: 'launch-type-and-strategy',
  title: 'A launch type and a capacity provider strategy are both given',
  severity: 'error',
  phase: 'create',
  subject: 'launcher',
  explanation: 'LaunchType says what tasks run on, and so does CapacityProviderStrategy. ECS refuses a service that gives both; with neither, the default strategy of the cluster holds. EventBridge takes a schedule that gives both, and then ECS refuses to run its tasks.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  predicts: ['Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.'],
  facts: [],
  messages: {
    both: ({ launchType }: { launchType: string }) => ({
      says: `LaunchType is ${launchType}, and a CapacityProviderStrategy is given too.`,
      fix: 'Take LaunchType out, or the strategy.',
      ecsSays: 'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    }),
  },
  check(launcher, say) {
    if (launcher.launchType.state === 'absent' || launcher.capacityProviderStrategy.state === 'absent') return;
    const launchType = say.need(launcher.launchType), strategy = say.need(launcher.capacityProviderStrategy);
    if (launchType !== undefined && strategy && strategy.length > 0) say.violated('both', launcher.launchType, { launchType });
  },
});

import { defineRule } from '../rule';

/** Tasks run by a launch type or by a capacity provider strategy, not by both. */
export const launchTypeAndStrategy = defineRule({
  id: 'launch-type-and-strategy',
  title: 'The launch type contradicts how the tasks are to be launched',
  severity: 'error',
  phase: 'create',
  subject: 'launcher',
  explanation: 'LaunchType says what tasks run on, and so does CapacityProviderStrategy. ECS refuses a service that gives both; with neither, the default strategy of the cluster holds. Managed Instances are launched on by a strategy alone, although there is a launch type of that name. EventBridge takes a schedule that gives both, and then ECS refuses to run its tasks.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  predicts: ['Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.'],
  facts: [],
  messages: {
    both: ({ launchType }: { launchType: string }) => ({
      says: `LaunchType is ${launchType}, and a CapacityProviderStrategy is given too.`,
      fix: 'Take LaunchType out, or the strategy.',
      repair: [{ remove: true }],
      ecsSays: 'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    }),
    managed: () => ({
      says: 'LaunchType is MANAGED_INSTANCES. ECS launches tasks on Managed Instances by a capacity provider strategy alone.',
      fix: 'Take LaunchType out, and name the capacity provider of the Managed Instances in CapacityProviderStrategy.',
    }),
  },
  check(launcher, say) {
    if (launcher.capacityProviderStrategy.state === 'absent' && say.need(launcher.launchType) === 'MANAGED_INSTANCES') say.violated('managed', launcher.launchType, undefined);
    if (launcher.launchType.state === 'absent' || launcher.capacityProviderStrategy.state === 'absent') return;
    const launchType = say.need(launcher.launchType), strategy = say.need(launcher.capacityProviderStrategy);
    if (launchType !== undefined && strategy && strategy.length > 0) say.violated('both', launcher.launchType, { launchType });
  },
});

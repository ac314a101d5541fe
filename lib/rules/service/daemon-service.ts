import type { Place } from '../../core/origin';
import { ifKnown } from '../../core/value';
import { inUse } from '../../model/in-use';
import { isFargate } from '../../model/service/launch';
import { defineRule } from '../rule';

/** A daemon runs once on each container instance, so that much of what a service may say makes no sense for it. */
export const daemonService = defineRule({
  id: 'daemon-service',
  title: 'ECS does not take a setting of the daemon service',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'With the scheduling strategy DAEMON ECS runs one task on each container instance. How many there are and where they go follows from that: ECS refuses a desired count, a placement strategy, a capacity provider strategy, a maximum percent above 100, Fargate, and deployment controllers other than its own.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
  predicts: [
    'The daemon scheduling strategy does not support values above 100 for maximumPercent on a deployment configuration.', 'The daemon scheduling strategy does not support placement strategies.',
    'The daemon scheduling strategy does not support a desired count for services.', 'The daemon scheduling strategy is not supported with the Fargate launch type.',
    'Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.',
  ],
  facts: [],
  messages: {
    maximumPercent: ({ percent, isFull }: { percent: number; isFull: boolean }) => ({
      says: `SchedulingStrategy is DAEMON and MaximumPercent ${percent}; there is never more than one task on an instance.`,
      // With a MinimumHealthyPercent of 100 no daemon could be replaced.
      ...(isFull ? { fix: 'MaximumPercent: 100, with a lower MinimumHealthyPercent' } : { fix: 'MaximumPercent: 100', repair: [{ set: 100 }] }),
      ecsSays: 'The daemon scheduling strategy does not support values above 100 for maximumPercent on a deployment configuration. Change the maximumPercent value to 100, and try again.',
    }),
    desiredCount: ({ count }: { count: number }) => ({
      says: `SchedulingStrategy is DAEMON and DesiredCount ${count}; the number of instances says how many tasks there are.`,
      fix: 'Take DesiredCount out.',
      repair: [{ remove: true }],
      ecsSays: 'The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again',
    }),
    placementStrategies: () => ({
      says: 'SchedulingStrategy is DAEMON, and placement strategies are given.',
      fix: 'Take PlacementStrategies out.',
      repair: [{ remove: true }],
      ecsSays: 'The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again',
    }),
    defaultStrategy: () => ({
      says: 'SchedulingStrategy is DAEMON, the service has no LaunchType, and its cluster has a default capacity provider strategy, which holds then.',
      fix: 'LaunchType: EC2',
      repair: [{ set: 'EC2' }],
      ecsSays: 'Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.',
    }),
    capacityProviderStrategy: ({ launchType }: { launchType: Place }) => ({
      says: 'SchedulingStrategy is DAEMON, and a capacity provider strategy is given.',
      fix: 'Use LaunchType EC2 in its place.',
      repair: [{ remove: true }, { at: launchType, set: 'EC2' }],
      ecsSays: 'Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.',
    }),
    fargate: () => ({
      says: 'SchedulingStrategy is DAEMON, and the tasks are to run on Fargate, where there are no instances.',
      fix: 'SchedulingStrategy: REPLICA',
      repair: [{ set: 'REPLICA' }],
      ecsSays: 'The daemon scheduling strategy is not supported with the Fargate launch type.',
    }),
    deploymentController: ({ controller }: { controller: string }) => ({
      says: `SchedulingStrategy is DAEMON, and the deployment controller is ${controller}, which deploys replicas only.`,
      fix: 'Take DeploymentController out.',
      repair: [{ remove: true, above: 1 }],
      ecsSays: `The daemon scheduling strategy is not supported with the ${controller} deployment controller.`,
    }),
  },
  check(service, say) {
    if (say.need(service.scheduling) !== 'DAEMON') return;
    const { maximumPercent, desiredCount, placementStrategies, capacityProviderStrategy, deploymentController, properties } = service;
    const percent = say.need(maximumPercent), count = say.need(desiredCount), controller = say.need(deploymentController);
    if (percent !== undefined && percent > 100) say.violated('maximumPercent', maximumPercent, { percent, isFull: ifKnown(service.minimumHealthyPercent) === 100 });
    if (count !== undefined) say.violated('desiredCount', desiredCount, { count });
    if (say.need(inUse(properties.get('PlacementStrategies')))) say.violated('placementStrategies', placementStrategies, undefined);
    const capacity = ifKnown(service.runsOn);
    if (capacity && isFargate(capacity)) say.violated('fargate', service.scheduling, undefined);
    else if (say.need(inUse(properties.get('CapacityProviderStrategy')))) say.violated('capacityProviderStrategy', capacityProviderStrategy, { launchType: service.launchType.at });
    else if (capacity?.kind === 'providers') say.violated('defaultStrategy', service.launchType, undefined);
    if (controller !== undefined && controller !== 'ECS') say.violated('deploymentController', deploymentController, { controller });
  },
});

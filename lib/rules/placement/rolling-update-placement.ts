import { hostPortsPerInstance } from '../../catalog/host-ports';
import { counted } from '../../core/counted';
import { ifKnown } from '../../core/value';
import { replacesAllAtOnce } from '../../simulation/update';
import { defineRule } from '../rule';
import { howToPlace, unableToPlace, whyNoPlace, type NoPlaceData } from './no-place';
import { missingPlaces, updateRemedyOf } from './remedy';

/** While a service is updated, a new task finds a place beside the old ones, or an old one may stop first. */
export const rollingUpdatePlacement = defineRule({
  id: 'rolling-update-placement',
  title: 'An update can neither stop an old task nor place a new one',
  severity: 'error',
  phase: 'deploy',
  subject: 'outcome',
  explanation: 'In a rolling update ECS stops no task while MinimumHealthyPercent of the desired count, rounded up, would not be left running. Where it may stop none, it has to start a new task beside all the old ones; '
    + 'if no container instance takes one more task, because of a fixed host port, distinctInstance, a GPU or plain lack of room, the update waits for ever. The first deployment works, every later one hangs.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
  predicts: ['was unable to place a task because no container instance met all of its requirements'],
  facts: [hostPortsPerInstance],
  messages: {
    noPlace: (data: NoPlaceData & { minimumHealthyPercent: number }) => ({
      says: `With MinimumHealthyPercent ${data.minimumHealthyPercent} no task of ${data.service} may stop before a new one runs, and beside the ${counted(data.wanted, 'task')} there is no place for a new one. ${whyNoPlace(data)}`,
      ...howToPlace(data),
      ...unableToPlace(data),
    }),
  },
  check({ scenario, outcome }, say) {
    if (scenario.name !== 'rolling-update' || replacesAllAtOnce(outcome.service)) return;
    const minimumHealthyPercent = ifKnown(outcome.service.minimumHealthyPercent) ?? 100;
    for (const { at, data, related } of missingPlaces(outcome, updateRemedyOf)) say.violated('noPlace', at, { ...data, minimumHealthyPercent }, { related });
  },
});

import { counted } from '../../core/counted';
import { replacesAllAtOnce } from '../../simulation/update';
import { defineRule } from '../rule';
import { howToPlace, unableToPlace, whyNoPlace, type NoPlaceData } from './no-place';
import { missingPlaces } from './remedy';

/** A blue/green deployment finds room for a second set of tasks. */
export const blueGreenCapacity = defineRule({
  id: 'blue-green-capacity',
  title: 'There is no room for a second set of tasks',
  severity: 'error',
  phase: 'deploy',
  subject: 'outcome',
  explanation: 'A blue/green, linear or canary deployment, by ECS or by CodeDeploy, starts all tasks of the new revision while those of the old one keep running, and stops none before the traffic has moved. '
    + 'The percentages of the deployment configuration play no part. The container instances need room for twice the desired count.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html',
  predicts: ['was unable to place a task because no container instance met all of its requirements'],
  facts: [],
  messages: {
    noPlace: (data: NoPlaceData) => ({
      says: `Beside the ${counted(data.wanted, 'task')} of ${data.service}, ${data.placed} of ${data.wanted} new ones find a place. ${whyNoPlace(data)}`,
      ...howToPlace(data),
      ...unableToPlace(data),
    }),
  },
  check({ scenario, outcome }, say) {
    if (scenario.name !== 'rolling-update' || !replacesAllAtOnce(outcome.service)) return;
    for (const { at, data, related } of missingPlaces(outcome)) say.violated('noPlace', at, data, { related });
  },
});

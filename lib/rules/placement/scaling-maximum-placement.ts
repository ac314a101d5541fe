import { counted } from '../../core/counted';
import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';
import { howToPlace, unableToPlace, whyNoPlace, type NoPlaceData } from './no-place';
import { missingPlaces } from './remedy';

/** A service that is scaled finds places for the most tasks that its scaling allows. */
export const scalingMaximumPlacement = defineRule({
  id: 'scaling-maximum-placement',
  title: 'The cluster has no room for the most tasks that scaling allows',
  severity: 'warning',
  phase: 'scale',
  subject: 'outcome',
  explanation: 'Application Auto Scaling raises the desired count up to MaxCapacity, whatever the cluster holds. Where the Auto Scaling groups may not grow with it, or a fixed host port allows one task an instance, the last tasks never start: just when load is highest.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
  predicts: ['was unable to place a task because no container instance met all of its requirements'],
  facts: [],
  messages: {
    noPlace: (data: NoPlaceData) => ({
      says: `Scaling may raise ${data.service} to ${counted(data.wanted, 'task')}, of which ${data.placed} find a place. ${whyNoPlace(data)}`,
      ...howToPlace(data),
      ...unableToPlace(data),
    }),
  },
  check({ scenario, outcome }, say, { scalableTargets }) {
    if (scenario.name !== 'scaling-maximum') return;
    const targets = scalableTargets.filter(({ service }) => ifKnown(service) === outcome.service);
    for (const { at, data, related } of missingPlaces(outcome)) say.violated('noPlace', at, data, { related: [...targets, ...related] });
  },
});

import { counted } from '../../core/counted';
import { defineRule } from '../rule';
import { howToPlace, whyNoPlace, zoneName, type NoPlaceData } from './no-place';
import { missingPlaces } from './remedy';

/** When a zone is lost, its tasks find places in the others. */
export const zoneLossPlacement = defineRule({
  id: 'zone-loss-placement',
  title: 'The loss of a zone leaves tasks without a place',
  severity: 'warning',
  phase: 'az-loss',
  subject: 'outcome',
  explanation: 'When an Availability Zone fails, ECS starts its tasks anew in the other zones, as far as there is room. Auto Scaling groups that span other zones launch there what they lost; a group of one zone cannot.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/availability-zone.html',
  predicts: [],
  facts: [],
  messages: {
    noPlace: (data: NoPlaceData & { zone: string }) => ({
      says: `Without ${zoneName(data.zone)}, ${data.placed} of ${counted(data.wanted, 'task')} of ${data.service} ${data.placed === 1 ? 'finds' : 'find'} a place. ${whyNoPlace(data)}`,
      ...howToPlace(data),
    }),
    oneZone: ({ service, zone }: { service: string; zone: string }) => ({
      says: `All subnets of ${service} lie in ${zoneName(zone)}; when the zone fails, no task of it runs.`,
      fix: 'Give the service subnets in a second zone.',
    }),
  },
  check({ scenario, outcome }, say) {
    if (scenario.name !== 'zone-lost') return;
    const { service, obstacles } = outcome;
    for (const obstacle of obstacles) if (obstacle.kind === 'lostZone') say.violated('oneZone', service.subnets, { service: service.id, zone: obstacle.zone });
    for (const { at, data, related } of missingPlaces(outcome)) say.violated('noPlace', at, { ...data, zone: data.zone ?? '' }, { related });
  },
});

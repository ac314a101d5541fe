import { agentSwitches } from '../../catalog/container-agent';
import { hostPortsPerInstance } from '../../catalog/host-ports';
import { instanceTypes } from '../../catalog/instance-types';
import { onDemandDefaults } from '../../catalog/on-demand-defaults';
import { mostRegisteredMemory } from '../../catalog/registered-memory';
import { counted } from '../../core/counted';
import { ifKnown } from '../../core/value';
import { isFargate } from '../../model/service/launch';
import { defineRule } from '../rule';
import { howToPlace, orOthers, unableToPlace, whyNoPlace, type NoPlaceData } from './no-place';
import { missingPlaces } from './remedy';

/** Every task that a service desires finds a container instance. */
export const taskPlacement = defineRule({
  id: 'task-placement',
  title: 'No container instance takes all the tasks',
  severity: 'error',
  phase: 'place',
  subject: 'outcome',
  explanation: 'ECS starts a task only on a container instance that has the CPU, memory, GPUs, host ports and network interface that it asks for, the attributes that it requires, in a zone of its subnets, and that meets its constraints. '
    + 'All services of a cluster are placed together on the instances that its Auto Scaling groups launch, daemons first. A service that cannot place its tasks never reaches a steady state, and the deployment waits for it until it times out.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
  predicts: ['was unable to place a task because no container instance met all of its requirements', 'RESOURCE:MEMORY', 'RESOURCE:CPU', 'RESOURCE:GPU', 'RESOURCE:ENI'],
  facts: [agentSwitches, hostPortsPerInstance, instanceTypes, mostRegisteredMemory, onDemandDefaults],
  messages: {
    noPlace: (data: NoPlaceData) => ({
      says: `${data.placed} of ${counted(data.wanted, 'task')} of ${data.service} ${data.placed === 1 ? 'finds' : 'find'} a place${orOthers(data)}. ${whyNoPlace(data)}`,
      ...howToPlace(data),
      ...unableToPlace(data),
    }),
  },
  check({ scenario, outcome }, say) {
    if (scenario.name !== 'desired-count') return;
    const { service, unknown } = outcome, capacity = ifKnown(service.runsOn);
    if (unknown && !(capacity && isFargate(capacity))) say.undecided(unknown);
    for (const { at, data, related } of missingPlaces(outcome)) say.violated('noPlace', at, data, { related });
  },
});

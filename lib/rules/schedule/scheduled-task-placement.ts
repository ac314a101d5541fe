import { instanceTypes } from '../../catalog/instance-types';
import { mostRegisteredMemory } from '../../catalog/registered-memory';
import { neverPlaced } from '../../simulation/one-task';
import { howToPlace, whyNoPlace, type NoPlaceData } from '../placement/no-place';
import { participants, remedyOf } from '../placement/remedy';
import { defineRule } from '../rule';

/** A task that a schedule or a state of Step Functions starts on container instances fits on one of them. */
export const scheduledTaskPlacement = defineRule({
  id: 'scheduled-task-placement',
  title: 'No container instance ever takes the scheduled task',
  severity: 'error',
  phase: 'schedule',
  subject: 'startedTask',
  explanation: 'When a schedule or a state machine starts a task on container instances, ECS asks the instances of the cluster once. A task that is larger than any of them, or that requires what none of them has, is refused each time; of a schedule nothing but a count of failed invocations tells.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html',
  predicts: ['RESOURCE:MEMORY', 'RESOURCE:CPU', 'RESOURCE:GPU', 'RESOURCE:PORTS', 'ATTRIBUTE'],
  facts: [instanceTypes, mostRegisteredMemory],
  messages: {
    never: (data: Pick<NoPlaceData, 'noPlace' | 'need' | 'fix' | 'repair'>) => ({
      says: `Even with nothing else on the container instances the task finds no place. ${whyNoPlace(data)}`,
      ...howToPlace(data),
      ecsSays: data.noPlace.counts[0]?.reason ?? 'No Container Instances were found in your cluster.',
    }),
  },
  check(task, say, model) {
    const obstacle = say.need(neverPlaced(task, model));
    if (!obstacle) return;
    const { at, fix, repair } = remedyOf(obstacle, task);
    say.violated('never', at, { ...obstacle, fix, repair }, { related: participants(obstacle, task) });
  },
});

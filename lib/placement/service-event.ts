import type { FailureReason, NoPlace } from './verdict';

/** The event by which a service says that it cannot place a task: service-event-messages-list. */
export function serviceEvent(service: string, { answers: [closest] }: NoPlace): string {
  const event = `(service ${service}) was unable to place a task because no container instance met all of its requirements.`, [refusal] = closest?.refusals ?? [];
  if (!closest || !refusal) return `${event} Reason: No Container Instances were found in your cluster.`;
  return `${event} The closest matching (container-instance ${closest.instance}) ${ends[refusal.reason]}`;
}

const ends: Readonly<Record<FailureReason, string>> = {
  'RESOURCE:CPU': 'has insufficient CPU units available.',
  'RESOURCE:MEMORY': 'has insufficient memory available.',
  'RESOURCE:GPU': 'encountered error "RESOURCE:GPU".',
  'RESOURCE:ENI': 'encountered error "RESOURCE:ENI".',
  'RESOURCE:PORTS': 'is already using a port required by your task.',
  'AGENT': 'encountered error "AGENT".',
  'ATTRIBUTE': 'is missing an attribute required by your task.',
  'LOCATION': 'is missing an attribute required by your task.',
  'MEMBER_OF': 'encountered error "MemberOf placement constraint unsatisfied."',
  'DISTINCT_INSTANCE': 'encountered error "DistinctInstance placement constraint unsatisfied."',
};

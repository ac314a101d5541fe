import type { Phase } from '../../finding/finding';
import type { Launcher } from '../../model/launch';

/** When ECS objects to a launch: when the service is created, or each time that the schedule comes round. */
export function phaseOf({ type }: Launcher): Phase {
  return type === 'AWS::ECS::Service' ? 'create' : 'schedule';
}

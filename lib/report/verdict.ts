import type { Report } from './report';

/** From which severity on findings make a check fail. */
export type FailOn = 'error' | 'warning' | 'never';

/** Whether the report holds what should stop the deployment. */
export function isTooBad({ summary: { errors, warnings } }: Report, failOn: FailOn): boolean {
  return failOn !== 'never' && (errors > 0 || (failOn === 'warning' && warnings > 0));
}

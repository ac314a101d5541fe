import type { FailOn } from '../config/config';
import type { Report } from './report';

/** Whether the report holds what should stop the deployment. */
export function isTooBad({ summary: { errors, warnings } }: Report, failOn: FailOn): boolean {
  return failOn !== 'never' && (errors > 0 || (failOn === 'warning' && warnings > 0));
}

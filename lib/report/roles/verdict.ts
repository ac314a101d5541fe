import type { FailOn } from '../../config/config';
import type { RoleReport } from './role-report';

/** Whether something is missing of a severity at which the command fails. */
export function isMissingTooMuch({ taskDefinitions, others }: RoleReport, failOn: FailOn): boolean {
  const needs = [...taskDefinitions.flatMap(({ roles }) => roles), ...others].flatMap(({ needed }) => needed);
  return failOn !== 'never' && needs.some(({ answer, severity }) => answer === 'missing' && (severity === 'error' || failOn === 'warning'));
}

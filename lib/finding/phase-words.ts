import type { Phase } from './finding';

/** When ECS would object, for people. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  create: 'when CloudFormation creates the resource',
  register: 'when the task definition is registered',
  place: 'when ECS looks for a place for the tasks',
  start: 'when a task starts',
  deploy: 'when the service rolls out',
  scale: 'when the service scales',
  'az-loss': 'when a zone is lost',
  schedule: 'when a task is due by schedule',
  exec: 'when somebody opens a shell in a task',
};

import type { Answer } from '../core/identity';
import { isFargate, type Launcher } from '../model/launch';
import type { Model } from '../model/model';
import { supports, type TaskDefinition } from '../model/task-definition';

/** What starts tasks of a task definition, so far as the templates tell. */
export function launchersOf(task: TaskDefinition, { services, scheduledTasks }: Model): readonly Launcher[] {
  return [...services, ...scheduledTasks].filter(({ taskDefinition }) => taskDefinition.state === 'known' && taskDefinition.value === task);
}

/** Whether the tasks run on Fargate: as what starts them says, or where nothing here does, as the task definition may be used at all. */
export function runsOnFargate(task: TaskDefinition, model: Model): Answer {
  const { compatibilities } = task;
  const fargate = supports(task, 'FARGATE');
  if (fargate.state === 'known' && compatibilities.state === 'known' && compatibilities.value.length > 0) {
    if (!fargate.value) return 'no';
    if (compatibilities.value.length === 1) return 'yes';
  }
  const launches = launchersOf(task, model).map(({ runsOn }) => (runsOn.state === 'known' ? isFargate(runsOn.value) : undefined));
  if (launches.includes(true)) return 'yes';
  return launches.length > 0 && launches.every(launch => launch === false) ? 'no' : 'unknown';
}

import { ifKnown, unknownsIn } from '../core/value';
import { isFargate, type Launch } from '../model/service/launch';
import type { Model } from '../model/model';
import type { TaskDefinition } from '../model/task-definition/task-definition';
import { instanceInterfaces, taskInterfaces, type Interfaces } from './interfaces';
import { groupsOf } from './start-paths';

/** The interfaces by which the containers of a task are reached and reach others: its own in `awsvpc` mode, those of the container instances in the other modes. */
export function trafficInterfaces(launch: Launch, task: TaskDefinition, model: Model): Interfaces {
  const { runsOn } = launch;
  if (runsOn.state !== 'known') return { interfaces: [], strays: [], unknowns: unknownsIn(runsOn) };
  const hasOwn = isFargate(runsOn.value) || ifKnown(task.networkMode) === 'awsvpc';
  const all = hasOwn ? [taskInterfaces(launch, model.network)] : groupsOf(launch, runsOn.value, model).map(group => instanceInterfaces(group, model.network));
  return { interfaces: all.flatMap(({ interfaces }) => interfaces), strays: all.flatMap(({ strays }) => strays), unknowns: all.flatMap(({ unknowns }) => unknowns) };
}

import { by } from '../core/order';
import type { Fleet } from './fleet';
import { candidatesOf, placeFor, type Chance } from './place';
import { stopFor } from './stop';
import { spread } from './strategy';
import type { Task } from './task';

/**
 * Evens a service out over the zones of its instances as AZ rebalancing does (service-rebalancing): starts a task in the zone that has the fewest, then
 * stops one where there are the most, until no zone has two more than another or no place is left. Gives how many tasks moved. Launches no instance.
 */
export function rebalance(fleet: Fleet, task: Task, chance: Chance): number {
  for (let moves = 0; ; moves++) {
    const counts = countsByZone(fleet, task), most = counts.at(-1)?.tasks ?? 0;
    const on = counts.filter(({ tasks }) => tasks <= most - 2).map(({ zone }) => placeFor(fleet, { ...task, zones: [zone] }, chance)).find(state => state !== undefined);
    if (!on) return moves;
    fleet.start(task, on);
    const off = stopFor(fleet, { ...task, strategies: [overZones, ...task.strategies] }, chance.random);
    if (off) fleet.stop(task, off);
  }
}

const overZones = spread('attribute:ecs.availability-zone');

/** Zones in which the task may run, with how many of its group do; the fewest first. */
function countsByZone(fleet: Fleet, task: Task): readonly { readonly zone: string; readonly tasks: number }[] {
  const counts = new Map<string, number>();
  for (const { instance: { zone = '' }, tasks } of candidatesOf(fleet, task)) {
    if (task.zones?.includes(zone) ?? true) counts.set(zone, (counts.get(zone) ?? 0) + (tasks.get(task.group) ?? 0));
  }
  return [...counts].map(([zone, tasks]) => ({ zone, tasks })).sort(by(({ tasks }) => tasks));
}

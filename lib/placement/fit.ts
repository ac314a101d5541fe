import { hostPortsPerInstance } from '../catalog/host-ports';
import { anyAnswer, type Answer } from '../core/identity';
import { sameZone } from '../model/network/zone';
import type { RequiredAttribute, TaskNeed } from '../model/task-definition/task-need';
import { attributeOf } from './attribute';
import { portKey, type InstanceState } from './fleet';
import type { Resources } from './instance';
import type { Task } from './task';
import type { Refusal } from './verdict';

/** How to take what is not known of an instance: for the task, or against it. */
export type Doubt = 'for' | 'against';

/** Whether the instance takes the task. */
export function takes(state: InstanceState, task: Task, doubt: Doubt): boolean {
  // Most that do not are short of something, which is seen at once.
  return hasEnough(state.free, task.need) && refusalsOf(state, task, doubt).length === 0;
}

/** Every filter that keeps the task off the instance; none when it fits. */
export function refusalsOf(state: InstanceState, task: Task, doubt: Doubt): readonly Refusal[] {
  const refusals: Refusal[] = [];
  addShortfalls(refusals, state, task);
  if (state.instance.agent?.connected === false) refusals.push({ reason: 'AGENT' });
  const holds = (answer: Answer): boolean => answer === 'yes' || (answer === 'unknown' && doubt === 'for');
  for (const required of task.need.attributes) {
    if (!holds(hasAttribute(state, required))) refusals.push({ reason: 'ATTRIBUTE', what: nameOf(required) });
  }
  if (!holds(isInZone(state, task))) refusals.push({ reason: 'LOCATION', ...(state.instance.zone === undefined ? {} : { what: state.instance.zone }) });
  for (const constraint of task.constraints) {
    if (!holds(constraint.admits(state, task.group))) refusals.push(constraint.refusal);
  }
  return refusals;
}

function hasEnough(free: Resources, need: TaskNeed): boolean {
  return need.cpuUnits <= free.cpuUnits && need.memoryMiB <= free.memoryMiB && need.gpus <= free.gpus && (!need.eni || free.taskEnis >= 1);
}

function addShortfalls(refusals: Refusal[], { free, ports }: InstanceState, { need }: Task): void {
  if (need.cpuUnits > free.cpuUnits) refusals.push({ reason: 'RESOURCE:CPU', needed: need.cpuUnits, free: free.cpuUnits });
  if (need.memoryMiB > free.memoryMiB) refusals.push({ reason: 'RESOURCE:MEMORY', needed: need.memoryMiB, free: free.memoryMiB });
  if (need.gpus > free.gpus) refusals.push({ reason: 'RESOURCE:GPU', needed: need.gpus, free: free.gpus });
  if (need.eni && free.taskEnis < 1) refusals.push({ reason: 'RESOURCE:ENI', needed: 1, free: free.taskEnis });
  if (need.ports.length === 0) return;
  for (const port of need.ports) {
    if (ports.has(portKey(port))) refusals.push({ reason: 'RESOURCE:PORTS', what: portKey(port) });
  }
  const left = hostPortsPerInstance.value - ports.size;
  if (need.ports.length > left) refusals.push({ reason: 'RESOURCE:PORTS', needed: need.ports.length, free: left });
}

function hasAttribute({ instance }: InstanceState, { name, value }: RequiredAttribute): Answer {
  const found = attributeOf(instance, name);
  switch (found.state) {
    case 'missing': return 'no';
    case 'open': return 'unknown';
    case 'present': return value === undefined ? 'yes' : 'unknown';
    case 'value': return value === undefined || value === found.value ? 'yes' : 'no';
  }
}

function nameOf({ name, value }: RequiredAttribute): string {
  return value === undefined ? name : `${name} ${value}`;
}

/** The network interface of a task is made in a subnet of the instance's zone. */
function isInZone({ instance: { zone } }: InstanceState, { zones }: Task): Answer {
  if (!zones) return 'yes';
  if (zone === undefined) return 'unknown';
  return anyAnswer(zones.map(other => sameZone(zone, other)));
}

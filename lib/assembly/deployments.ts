import { showText } from '../core/text';
import { Deployment, type StackInput } from '../template/deployment';
import { Published } from '../template/published';
import type { Reading } from './reading';

/** A stack with those nested in it, itself first. */
export type Family = readonly StackInput[];

/** What is deployed together: everything, unless two of them are in each other's way; then what was named together, else each alone. */
export function deploymentsOf(named: readonly (readonly Family[])[], reading: Reading): readonly (readonly StackInput[])[] {
  const groups = named.filter(group => group.length > 0), families = groups.flat();
  const clash = families.length > 1 ? clashIn(families.flat()) : undefined;
  if (clash === undefined) return families.length > 0 ? [families.flat()] : [];
  reading.notes.push(`${clash}, so each is checked alone.`);
  return groups.length > 1 ? groups.flatMap(group => deploymentsOf([group], reading)) : families;
}

/** Two stacks that cannot be deployed side by side, in words. */
function clashIn(inputs: readonly StackInput[]): string | undefined {
  const owners = new Map<string, StackInput>();
  for (const input of inputs) {
    const other = owners.get(input.name);
    if (other) return `${other.document.file} and ${input.document.file} are both stack ${input.name}`;
    owners.set(input.name, input);
  }
  const { stacks } = new Deployment(inputs), exports = new Published();
  for (const input of inputs) {
    for (const { name, value } of stacks.get(input.name)?.exports() ?? []) {
      const other = owners.get(exports.find(name, input)?.at.stack ?? '');
      if (other) return `${other.document.file} and ${input.document.file} both export ${showText(name)}`;
      exports.publish({ name, value }, input);
    }
  }
  return undefined;
}

import type { Origin } from '../core/origin';
import { known, unknown, type Value } from '../core/value';
import { partitionOf } from '../catalog/partitions';
import { misused } from './intrinsics/arguments';
import type { Shape } from './property';

interface Environment { readonly name: string; readonly deployedName?: string; readonly region?: string; readonly account?: string }

/**
 * A pseudo parameter. Stacks of which no region is given share the one that is not known. The name of a stack is decided by whoever deploys it:
 * that of the template's file is none to judge names of resources by.
 */
export function pseudoParameter(name: string, stack: Environment, at: Origin): Value<Shape> {
  const shared = (value: string | undefined): Value<Shape> =>
    value === undefined ? unknown({ kind: 'pseudo', name, stack: stack.name }, at, { is: { kind: 'pseudo', stack: '', name } }) : known(value, at);
  const own = (): Value<Shape> => unknown({ kind: 'pseudo', name, stack: stack.name }, at, { is: { kind: 'pseudo', stack: stack.name, name } });
  const partition = stack.region === undefined ? undefined : partitionOf(stack.region);
  switch (name) {
    case 'AWS::Region': return shared(stack.region);
    case 'AWS::AccountId': return shared(stack.account);
    case 'AWS::Partition': return shared(partition?.name);
    case 'AWS::URLSuffix': return shared(partition?.urlSuffix);
    case 'AWS::StackName': return stack.deployedName === undefined ? own() : known(stack.deployedName, at);
    case 'AWS::StackId': case 'AWS::NotificationARNs': return own();
    default: return misused('Ref', at);
  }
}

import type { Origin } from '../core/origin';
import { known, unknown, type Value } from '../core/value';
import { partitionOf } from '../catalog/partitions';
import { misused } from './intrinsics/arguments';
import type { Shape } from './property';

interface Environment { readonly name: string; readonly region?: string; readonly account?: string }

/** A pseudo parameter. Stacks of which no region is given share the one that is not known. */
export function pseudoParameter(name: string, stack: Environment, at: Origin): Value<Shape> {
  const shared = (value: string | undefined): Value<Shape> =>
    value === undefined ? unknown({ kind: 'pseudo', name }, at, { is: { kind: 'pseudo', stack: '', name } }) : known(value, at);
  const own = (): Value<Shape> => unknown({ kind: 'pseudo', name }, at, { is: { kind: 'pseudo', stack: stack.name, name } });
  const partition = stack.region === undefined ? undefined : partitionOf(stack.region);
  switch (name) {
    case 'AWS::Region': return shared(stack.region);
    case 'AWS::AccountId': return shared(stack.account);
    case 'AWS::Partition': return shared(partition?.name);
    case 'AWS::URLSuffix': return shared(partition?.urlSuffix);
    // A file may be named as no stack can be.
    case 'AWS::StackName': return stackName.test(stack.name) ? known(stack.name, at) : own();
    case 'AWS::StackId': case 'AWS::NotificationARNs': return own();
    default: return misused('Ref', at);
  }
}

/** API CreateStack.StackName. */
const stackName = /^[A-Za-z][A-Za-z0-9-]{0,127}$/;

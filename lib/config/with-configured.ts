import type { StackInput } from '../template/deployment';
import { isMap, own } from '../template/raw';
import { accountOf } from './account';
import type { Config } from './config';

/** The stacks of a deployment with what the configuration says of them, and of what they find in the account. What the command line or the assembly says goes first. */
export function withConfigured(stacks: readonly StackInput[], config: Config): readonly StackInput[] {
  return [...stacks.map(stack => configured(stack, config)), accountOf(config, stacks)];
}

function configured(stack: StackInput, { parameters, stackNames }: Config): StackInput {
  const declared = own(stack.document.root, 'Parameters'), forAll = Object.entries(parameters), forOne = parameters[stack.name], deployedName = stack.deployedName ?? stackNames[stack.name];
  const values = [...forAll, ...(typeof forOne === 'object' ? Object.entries(forOne) : [])]
    .filter(([name, value]) => typeof value !== 'object' && isMap(declared) && Object.hasOwn(declared, name))
    .map(([name, value]): [string, string] => [name, String(value)]);
  return {
    ...stack,
    ...(deployedName === undefined ? {} : { deployedName }),
    ...(stack.nestedIn ? {} : { parameters: new Map([...values, ...(stack.parameters ?? [])]) }),
  };
}

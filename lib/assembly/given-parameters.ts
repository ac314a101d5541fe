import { didYouMean } from '../core/nearest';
import { InputError } from '../finding/input-error';
import type { StackInput } from '../template/deployment';
import { offenceOf } from '../template/parameter-constraints';
import { piecesOf } from '../template/parameters';
import { isList, own, type Raw } from '../template/raw';

/** Values for parameters by name, or by stack and name as `Shop:Memory`. */
export type GivenParameters = ReadonlyMap<string, string>;

/** The stack with what is given for it alone. What is given for all goes before what an assembly says, and this before that. */
export function withOwnParameters(stack: StackInput, given: GivenParameters): StackInput {
  const own = [...given].flatMap(([key, value]): [string, string][] => {
    const { stack: meant, name } = partsOf(key);
    return meant !== undefined && isCalled(stack, meant) ? [[name, value]] : [];
  });
  return own.length === 0 ? stack : { ...stack, parameters: new Map([...(stack.parameters ?? []), ...own]) };
}

/** What no template takes is most likely misspelt, and what was meant by it would go by unsaid. Throws `InputError`. */
export function checkParameters(stacks: readonly StackInput[], given: GivenParameters): void {
  for (const [key, value] of given) {
    const { stack, name } = partsOf(key), meant = stacks.filter(one => stack === undefined || isCalled(one, stack));
    if (meant.length === 0) throw new InputError(`There is no stack ${stack ?? ''} for parameter ${name}.${didYouMean(stack ?? '', stacks.map(one => one.name))}`);
    const declaring = meant.filter(({ document }) => own(own(document.root, 'Parameters'), name) !== undefined), taking = declaring.filter(one => !one.nestedIn);
    const [nested] = declaring;
    if (taking.length === 0 && nested?.nestedIn) {
      throw new InputError(`${nested.name} is nested and takes ${name} from the stack around it: Parameters.${name} of ${nested.nestedIn.resource}.`);
    }
    if (taking.length === 0) {
      const names = meant.filter(one => !one.nestedIn).flatMap(({ document }) => Object.keys(own(document.root, 'Parameters') ?? {}));
      throw new InputError(`No template declares a parameter ${key}.${didYouMean(name, names)}`);
    }
    for (const { document } of taking) checkValue(name, value, own(own(document.root, 'Parameters'), name) ?? null);
  }
}

/** What CloudFormation would refuse at once. */
function checkValue(name: string, value: string, declared: Raw): void {
  const allowed = own(declared, 'AllowedValues');
  for (const piece of piecesOf(declared, value)) {
    const offence = offenceOf(declared, piece);
    if (offence) throw new InputError(`Parameter ${name} takes ${offence.takes}, not ${piece}.${didYouMean(piece, isList(allowed) ? allowed.map(String) : [])}`);
  }
}

function partsOf(key: string): { readonly stack?: string; readonly name: string } {
  const colon = key.lastIndexOf(':');
  return colon < 0 ? { name: key } : { stack: key.slice(0, colon), name: key.slice(colon + 1) };
}

function isCalled({ name, deployedName }: StackInput, meant: string): boolean {
  return meant === name || meant === deployedName;
}

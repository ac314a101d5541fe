import type { Locator } from '../finding/location';
import type { Deployment, StackInput } from '../template/deployment';
import { own } from '../template/raw';

/** Finds things in the documents of a deployment, and in what the assembly recorded of them. */
export function locatorOf(deployment: Deployment, inputs: readonly StackInput[]): Locator {
  return {
    locate: ({ stack, path }) => {
      const document = deployment.stacks.get(stack)?.document;
      return { file: document?.file ?? stack, ...(document?.locate(path) ?? { line: 1, column: 1 }) };
    },
    constructPath: ({ stack, id }) => {
      const path = own(deployment.stacks.get(stack)?.resource(id)?.metadata, 'aws:cdk:path');
      return typeof path === 'string' ? path : undefined;
    },
    userCode: ({ stack, id }) => inputs.find(input => input.name === stack)?.userCode?.(id),
  };
}

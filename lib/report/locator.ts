import type { Config } from '../config/config';
import type { Locator } from '../finding/location';
import type { Deployment, StackInput } from '../template/deployment';

/** Finds things in the documents of a deployment, in `drydock.json`, and in what the assembly recorded of them. */
export function locatorOf(deployment: Deployment, inputs: readonly StackInput[], config?: Config): Locator {
  return {
    locate: ({ stack, path }) => {
      const found = deployment.stacks.get(stack), document = found?.document ?? (config?.document.file === stack ? config.document : undefined);
      return { file: document?.file ?? stack, ...((found ?? document)?.locate(path) ?? { line: 1, column: 1 }) };
    },
    constructPath: ({ stack, id }) => deployment.stacks.get(stack)?.resource(id)?.constructPath(),
    userCode: ({ stack, id }) => inputs.find(input => input.name === stack)?.userCode?.(id),
  };
}

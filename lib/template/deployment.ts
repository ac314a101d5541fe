import type { UserCode } from '../finding/location';
import type { Document } from './document';
import type { Property } from './property';
import type { Resource } from './resource';
import { Stack, type StackSettings, type Surroundings } from './stack';

/** One template to be deployed, with what is said of it beside. */
export interface StackInput extends StackSettings {
  readonly document: Document;
  /** Where a nested stack hangs: the parent's name and the logical id of the `AWS::CloudFormation::Stack`. */
  readonly nestedIn?: { readonly stack: string; readonly resource: string };
  /** What the assembly recorded of `Validations.of(construct).acknowledge(…)`: it covers the construct and everything below it; the empty path, everything. */
  readonly acknowledged?: readonly { readonly rule: string; readonly reason: string; readonly constructPath: string }[];
  /** The line of the user's program that made a resource, looked up when it is asked. */
  readonly userCode?: (logicalId: string) => UserCode | undefined;
}

/** Stacks that are deployed together: what one exports another may import, and nested stacks take parameters from their parents. */
export class Deployment implements Surroundings {
  readonly stacks: ReadonlyMap<string, Stack>;
  private readonly parents: ReadonlyMap<string, { readonly stack: string; readonly resource: string }>;
  private readonly children: ReadonlyMap<string, string>;
  private exports: ReadonlyMap<string, Property> | undefined;

  constructor(inputs: readonly StackInput[]) {
    this.stacks = new Map(inputs.map(input => [input.name, new Stack(input.document, input, this)]));
    this.parents = new Map(inputs.flatMap(input => (input.nestedIn ? [[input.name, input.nestedIn]] : [])));
    this.children = new Map([...this.parents].map(([child, parent]) => [`${parent.stack} ${parent.resource}`, child]));
  }

  resources(): readonly Resource[] {
    return [...this.stacks.values()].flatMap(stack => stack.resources());
  }

  exported(name: string): Property | undefined {
    this.exports ??= new Map([...this.stacks.values()].flatMap(stack => stack.exports())
      .flatMap(({ name: exportName, value }) => (exportName.state === 'known' ? [[exportName.value, value] as const] : [])));
    return this.exports.get(name);
  }

  passed(stack: string, parameter: string): Property | undefined {
    const parent = this.parents.get(stack);
    const properties = parent && this.stacks.get(parent.stack)?.resource(parent.resource)?.properties;
    const value = properties?.get('Parameters', parameter);
    return value?.given === 'no' ? undefined : value;
  }

  nested(stack: string, resource: string): Stack | undefined {
    const child = this.children.get(`${stack} ${resource}`);
    return child === undefined ? undefined : this.stacks.get(child);
  }
}

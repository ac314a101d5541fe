import { partsOf } from '../core/text';
import type { Value } from '../core/value';
import { accountStack } from '../finding/finding';
import type { UserCode } from '../finding/location';
import type { Document } from './document';
import { Evaluation } from './evaluation';
import type { Property } from './property';
import type { Resource } from './resource';
import { Stack, type GivenKind, type StackSettings, type Surroundings } from './stack';

/** One template to be deployed, with what is said of it beside. */
export interface StackInput extends StackSettings {
  readonly document: Document;
  /** What the assembly recorded of `Validations.of(construct).acknowledge(…)`: it covers the construct and everything below it; the empty path, everything. */
  readonly acknowledged?: readonly { readonly rule: string; readonly reason: string; readonly constructPath: string }[];
  /** The line of the user's program that made a resource, looked up when it is asked. */
  readonly userCode?: (logicalId: string) => UserCode | undefined;
}

/** Stacks that are deployed together: what one exports another may import, and nested stacks take parameters from those around them. */
export class Deployment implements Surroundings {
  readonly stacks: ReadonlyMap<string, Stack>;
  readonly evaluation = new Evaluation();
  /** What of the things given beside the templates was asked for, by kind and name. */
  readonly relied = new Set<string>();
  private readonly children: ReadonlyMap<string, Stack>;
  private all: readonly Resource[] | undefined;
  private exports: ReadonlyMap<string, Property> | undefined;

  constructor(inputs: readonly StackInput[]) {
    this.stacks = new Map(inputs.map(input => [input.name, new Stack(input.document, input, this)]));
    this.children = new Map([...this.stacks.values()].flatMap(stack => {
      const { nestedIn } = stack.settings;
      return nestedIn ? [[JSON.stringify([nestedIn.stack, nestedIn.resource]), stack]] : [];
    }));
  }

  resources(): readonly Resource[] {
    return (this.all ??= [...this.stacks.values()].flatMap(stack => stack.resources()));
  }

  exported(name: string, importer: Stack): Property | undefined {
    if (!this.exports) {
      this.exports = new Map(); // for names of exports that are imported themselves
      this.exports = new Map([...this.stacks.values()].flatMap(stack => stack.exports().flatMap(output => {
        const exportName = assumedName(output.name, stack);
        return exportName === undefined ? [] : [[marketKey(exportName, stack), output.value]];
      })));
    }
    return this.exports.get(marketKey(name, importer));
  }

  passed({ settings: { nestedIn } }: Stack, parameter: string): Property | undefined {
    const value = nestedIn && this.stacks.get(nestedIn.stack)?.resource(nestedIn.resource)?.properties.get('Parameters', parameter);
    return value?.given === 'no' ? undefined : value;
  }

  nested(stack: Stack, resource: string): Stack | undefined {
    return this.children.get(JSON.stringify([stack.name, resource]));
  }

  given(what: GivenKind, name: string): Property | undefined {
    const value = this.stacks.get(accountStack)?.output(`${what} ${name}`);
    if (value) this.relied.add(`${what} ${name}`);
    return value;
  }

  deployedAs(name: string, region: string | undefined): Stack | undefined {
    return [...this.stacks.values()].find(stack => (stack.settings.deployedName ?? stack.name) === name && stack.region === region);
  }
}

/** Exports are known within a region of an account. */
function marketKey(name: string, { settings: { region, account } }: Stack): string {
  return JSON.stringify([region, account, name]);
}

/** The name of an export. To find what belongs together, a stack of which nobody said how it will be called is taken to be called as its template is. */
function assumedName(name: Value<string>, stack: Stack): string | undefined {
  const parts = (partsOf(name) ?? []).map(part => {
    if (typeof part === 'string') return part;
    return part.is?.kind === 'pseudo' && part.is.name === 'AWS::StackName' && part.is.stack === stack.name ? stack.name : undefined;
  });
  return name.state === 'absent' || parts.includes(undefined) ? undefined : parts.join('');
}

import { showText } from '../core/text';
import type { TextPart, Value } from '../core/value';
import { accountStack, type Assumption } from '../finding/finding';
import type { UserCode } from '../finding/location';
import type { Document } from './document';
import { Evaluation } from './evaluation';
import type { Property } from './property';
import { Published, type Market } from './published';
import type { Resource } from './resource';
import { Stack, type Surroundings } from './stack';
import type { GivenKind, StackSettings } from './stack-settings';
import { called, namesByImports, showName, type FoundName } from './stack-names';
import { storedBy, storingTypes } from './stored-parameters';

/** One template to be deployed, with what is said of it beside. */
export interface StackInput extends StackSettings {
  readonly document: Document;
  /** What the assembly recorded of `Validations.of(construct).acknowledge(…)`: it covers the construct and everything below it; the empty path, everything. */
  readonly acknowledged?: readonly { readonly rule: string; readonly reason: string; readonly constructPath: string }[];
  /** The line of the user's program that made a resource, looked up when it is asked. */
  readonly userCode?: (logicalId: string) => UserCode | undefined;
}

/** Stacks that are deployed together: what one exports or stores another may read, and nested stacks take parameters from those around them. */
export class Deployment implements Surroundings {
  readonly stacks: ReadonlyMap<string, Stack>;
  readonly evaluation = new Evaluation();
  /** What of the things given beside the templates was asked for, by kind and name. */
  readonly relied = new Set<string>();
  private readonly children: ReadonlyMap<string, Stack>;
  private readonly deployed: ReadonlyMap<string, Stack>;
  private all: readonly Resource[] | undefined;
  private exports: Published | undefined;
  private exportsByFoundNames: Published | undefined;
  private foundNames: readonly FoundName[] = [];
  private parameters: Published | undefined;

  constructor(inputs: readonly StackInput[]) {
    this.stacks = new Map(inputs.map(input => [input.name, new Stack(input.document, input, this)]));
    const stacks = [...this.stacks.values()];
    this.children = new Map(stacks.flatMap(stack => {
      const { nestedIn } = stack.settings;
      return nestedIn ? [[JSON.stringify([nestedIn.stack, nestedIn.resource]), stack]] : [];
    }));
    this.deployed = new Map(stacks.map(stack => [deployedKey(stack.settings.deployedName ?? stack.name, stack.settings), stack]));
  }

  resources(): readonly Resource[] {
    return (this.all ??= [...this.stacks.values()].flatMap(stack => stack.resources()));
  }

  /** What was taken for true to link the stacks that have been read so far. */
  assumptions(): readonly Assumption[] {
    const byName = new Map(this.foundNames.map(found => [`${found.stack.document.file} is deployed as ${showName(found)}`, found.because]));
    return [...byName].map(([value, { importer, imported }]) => ({ fact: 'stack-name', value, because: `${importer.document.file} imports ${showText(imported)}` }));
  }

  exported(name: Value<string>, { settings }: Stack): Property | undefined {
    return this.allExports().find(called(name), settings) ?? this.allExportsByFoundNames().find(called(name), settings);
  }

  private allExports(): Published {
    if (!this.exports) {
      this.exports = new Published(); // for names of exports that are imported themselves
      for (const stack of this.stacks.values()) publishExports(stack, this.exports);
    }
    return this.exports;
  }

  private allExportsByFoundNames(): Published {
    if (!this.exportsByFoundNames) {
      this.exportsByFoundNames = new Published();
      this.foundNames = namesByImports([...this.stacks.values()], (name, importer) => this.allExports().find(called(name), importer.settings) !== undefined);
      for (const { stack, name } of this.foundNames) publishExports(stack, this.exportsByFoundNames, name);
    }
    return this.exportsByFoundNames;
  }

  parameter(name: Value<string>, { settings }: Stack): Property | undefined {
    if (!this.parameters) {
      this.parameters = new Published(); // for names of parameters that are read from parameters themselves
      for (const stack of this.stacks.values()) {
        const written = storingTypes.flatMap(type => stack.resourcesOf(type)).flatMap(storedBy);
        for (const publication of written) this.parameters.publish(publication, { ...stack.settings, ...publication.market });
      }
    }
    return this.parameters.find(name, settings);
  }

  passed({ settings: { nestedIn } }: Stack, parameter: string): Property | undefined {
    const value = nestedIn && this.stacks.get(nestedIn.stack)?.resource(nestedIn.resource)?.properties.get('Parameters', parameter);
    return value?.given === 'no' ? undefined : value;
  }

  around({ settings: { nestedIn } }: Stack): { readonly resource: Resource | undefined } | undefined {
    const stack = nestedIn && this.stacks.get(nestedIn.stack);
    return stack && { resource: stack.resource(nestedIn.resource) };
  }

  nested(stack: Stack, resource: string): Stack | undefined {
    return this.children.get(JSON.stringify([stack.name, resource]));
  }

  given(what: GivenKind, name: string): Property | undefined {
    const value = this.stacks.get(accountStack)?.output(`${what} ${name}`);
    if (value) this.relied.add(`${what} ${name}`);
    return value;
  }

  deployedAs(name: string, market: Market): Stack | undefined {
    return this.deployed.get(deployedKey(name, market));
  }
}

/** To find what belongs together, a stack of which nobody said how it will be called is taken to be called as its template is, or as `name` says. */
function publishExports(stack: Stack, published: Published, name?: TextPart): void {
  for (const output of stack.exports()) published.publish({ name: called(output.name, name), value: output.value }, stack.settings);
}

function deployedKey(name: string, { region, account }: Market): string {
  return JSON.stringify([region, account, name]);
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { IConstruct } from 'constructs';
import { misuse } from '../misuse';
import { isUnderCommand } from '../under-command';

/** A choice of container instances as it is kept. */
export interface KeptChoice {
  readonly instanceTypes: readonly string[];
  readonly minCapacity: number;
  readonly maxCapacity: number;
  /** In words, with prices and their date. */
  readonly why: string;
  /** What was asked for. Whoever asks for something else chooses anew. */
  readonly asked: Readonly<Record<string, unknown>>;
}

/**
 * The choices of an app, by the paths of the constructs that made them, in a file that is kept with the program: `drydock.fleet.json` beside `cdk.context.json`, which is where the app is run, or what the
 * context says as `drydock:fleet-file`.
 */
export class FleetFile {
  /** Where it is, from where the app is run. */
  readonly path: string;
  private readonly keeps: boolean;

  /** A program that is no command, as a test is, writes only where it says so. */
  constructor(private readonly construct: IConstruct) {
    const given = construct.node.tryGetContext('drydock:fleet-file') as string | undefined;
    this.path = relative(process.cwd(), resolve(given ?? 'drydock.fleet.json'));
    this.keeps = given !== undefined || isUnderCommand();
  }

  /** The choice that is kept for the construct. */
  read(): KeptChoice | undefined {
    const choices = this.all(), choice = Object.hasOwn(choices, this.construct.node.path) ? choices[this.construct.node.path] : undefined;
    if (choice !== undefined && !isChoice(choice)) throw this.broken(`'${this.construct.node.path}' in it has to have instanceTypes, minCapacity and maxCapacity`);
    return choice;
  }

  write(choice: KeptChoice): void {
    if (!this.keeps) return;
    const all = Object.entries({ ...this.all(), [this.construct.node.path]: choice }).sort(([a], [b]) => (a < b ? -1 : 1));
    const text = `${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`;
    if (!existsSync(this.path) || readFileSync(this.path, 'utf8') !== text) writeFileSync(this.path, text);
  }

  private all(): Readonly<Record<string, unknown>> {
    if (!existsSync(this.path)) return {};
    try {
      const found: unknown = JSON.parse(readFileSync(this.path, 'utf8'));
      if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
    } catch {
      // Said below.
    }
    throw this.broken('it is no JSON object');
  }

  private broken(why: string): Error {
    return misuse(this.construct, `${this.path} cannot be read: ${why}. Repair it, or delete it to choose anew.`);
  }
}

function isChoice(value: unknown): value is KeptChoice {
  const { instanceTypes, minCapacity, maxCapacity } = value as Partial<KeptChoice>;
  return Array.isArray(instanceTypes) && instanceTypes.length > 0 && instanceTypes.every(type => typeof type === 'string') && Number.isInteger(minCapacity) && Number.isInteger(maxCapacity);
}

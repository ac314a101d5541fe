import type { Acknowledgement } from '../finding/acknowledgement';
import type { StackInput } from '../template/deployment';
import type { Document } from '../template/document';
import { isMap, own } from '../template/raw';

/** What `drydock.json` says. Its schema is `schemas/drydock.schema.json`. */
export interface Config {
  /** The file itself, to find things in it. */
  readonly document: Document;
  readonly acknowledge: readonly ConfiguredAcknowledgement[];
  /** Values for every stack that has the parameter, or under a stack's name for that stack alone. */
  readonly parameters: Readonly<Record<string, ParameterValue | Readonly<Record<string, ParameterValue>>>>;
  readonly region?: string;
  readonly account?: string;
  readonly failOn?: FailOn;
}

export interface ConfiguredAcknowledgement {
  readonly rule: string;
  /** Every resource when left out. */
  readonly resource?: string;
  /** Every stack when left out. */
  readonly stack?: string;
  readonly reason: string;
  readonly until?: string;
}

export type ParameterValue = string | number | boolean;

/** From which severity on findings make a check fail. */
export type FailOn = 'error' | 'warning' | 'never';

/** What it acknowledges in these stacks. Nothing is said of an acknowledgement for a stack that is not checked now. */
export function configuredAcknowledgements({ acknowledge, document }: Config, stacks: ReadonlySet<string>): readonly Acknowledgement[] {
  return acknowledge.flatMap(({ rule, reason, until, stack, resource }, i) => (stack !== undefined && !stacks.has(stack) ? [] : {
    rule, reason,
    ...(until === undefined ? {} : { until }),
    covers: found => (stack ?? found.stack) === found.stack && (resource ?? found.id) === found.id,
    at: { stack: document.file, path: ['acknowledge', i] },
  }));
}

/** A stack with the values that the configuration gives its parameters. What the command line or the assembly gives goes first. */
export function withConfigured(stack: StackInput, config: Config | undefined): StackInput {
  const declared = own(stack.document.root, 'Parameters'), forAll = Object.entries(config?.parameters ?? {}), forOne = config?.parameters[stack.name];
  const configured = [...forAll, ...(typeof forOne === 'object' ? Object.entries(forOne) : [])]
    .filter(([name, value]) => typeof value !== 'object' && isMap(declared) && Object.hasOwn(declared, name))
    .map(([name, value]): [string, string] => [name, String(value)]);
  return stack.nestedIn ? stack : { ...stack, parameters: new Map([...configured, ...(stack.parameters ?? [])]) };
}

/** Whether a text is written as the regions of AWS are. The schema says the same. */
export function isRegion(text: string): boolean {
  return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text);
}

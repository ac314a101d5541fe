import type { Acknowledgement } from '../finding/acknowledgement';
import type { Document } from '../template/document';
import type { Existing } from './existing';

/** What `drydock.json` says. Its schema is `schemas/drydock.schema.json`. */
export interface Config {
  /** The file itself, to find things in it. */
  readonly document: Document;
  readonly acknowledge: readonly ConfiguredAcknowledgement[];
  /** Values for every stack that has the parameter, or under a stack's name for that stack alone. */
  readonly parameters: Readonly<Record<string, ParameterValue | Readonly<Record<string, ParameterValue>>>>;
  readonly region?: string;
  readonly account?: string;
  /** How stacks are called where they are deployed, by the names that they have here. */
  readonly stackNames: Readonly<Record<string, string>>;
  /** What stacks export that are not here. */
  readonly imports: Readonly<Record<string, ParameterValue>>;
  /** What dynamic references give, as `ssm:/path`; the parameters of Systems Manager that parameters of templates name are among them. */
  readonly references: Readonly<Record<string, ParameterValue>>;
  /** The zones that `Fn::GetAZs` gives, by region. */
  readonly zones: Readonly<Record<string, readonly string[]>>;
  readonly accountSettings: Readonly<Record<string, string>>;
  readonly existing: Existing;
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

/** Whether a text is written as the regions of AWS are. The schema says the same. */
export function isRegion(text: string): boolean {
  return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text);
}

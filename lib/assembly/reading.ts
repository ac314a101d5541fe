import { relative, sep } from 'node:path';
import { cloudFormationLimits } from '../catalog/cloudformation-limits';
import type { StackSettings } from '../template/stack-settings';
import type { Document } from '../template/document';
import { parseTemplate } from '../template/parse';
import { own } from '../template/raw';
import { readTemplateText } from './disk';

/** What is said of the stacks on the command line. */
export interface ReadOptions {
  /** Paths in reports are relative to it. */
  readonly workingDirectory: string;
  /** For stacks that do not bring their own, as those of a cloud assembly may. */
  readonly region?: string;
  readonly account?: string;
  /** For every stack that declares them, or by `Stack:Name` for one; not for nested ones: those take theirs from the stack around them. */
  readonly parameters?: ReadonlyMap<string, string>;
  /** Whether the synthesis of a cloud assembly is over: before that, the validation report in the folder is that of the synthesis before. */
  readonly finished?: boolean;
}

/** One reading: what all that is read in it shares. */
export interface Reading {
  readonly options: ReadOptions;
  /** What was left out or taken apart and why, for people. */
  readonly notes: string[];
  /** Templates already read, by absolute path. */
  readonly documents: Map<string, Document>;
}

/** A path as reports show it: relative to the working directory, with `/`. */
export function show(path: string, { options }: Reading): string {
  return (relative(options.workingDirectory, path) || '.').split(sep).join('/');
}

/** The template at an absolute path. Throws `InputError` when there is none. */
export function readTemplate(path: string, reading: Reading): Document {
  const before = reading.documents.get(path);
  if (before) return before;
  const shown = show(path, reading), document = parseTemplate(shown, readTemplateText(path, shown));
  const count = Object.keys(own(document.root, 'Resources') ?? {}).length, { resources } = cloudFormationLimits.value;
  if (count > resources) reading.notes.push(`${shown} has ${count} resources. CloudFormation takes ${resources} in one template.`);
  reading.documents.set(path, document);
  const repeats = document.repeated(), more = repeats.length - mostRepeats;
  for (const { key, before, again } of repeats.slice(0, mostRepeats)) {
    reading.notes.push(`${shown}:${again.line}:${again.column} ${key} stands in the same map on line ${before.line} already. CloudFormation takes the last.`);
  }
  if (more > 0) reading.notes.push(`In ${shown} ${more} more keys stand in a map that has them already.`);
  return document;
}

/** Of how many keys that stand twice in a file a note is made. */
const mostRepeats = 10;

/** What is said of a stack: what it brings itself, else what holds for all. */
export function settingsOf({ options }: Reading, own: Omit<StackSettings, 'name'> = {}): Omit<StackSettings, 'name'> {
  const region = own.region ?? options.region, account = own.account ?? options.account;
  return {
    ...own,
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    parameters: new Map([...(own.parameters ?? []), ...(options.parameters ?? [])]),
  };
}

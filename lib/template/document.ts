import type { Path } from '../core/origin';
import { InputError } from '../finding/input-error';
import { describeRaw, isMap, type Raw, type RawMap } from './raw';

/** One template file, read. */
export interface Document {
  /** As it is named in reports: relative to the working directory, with `/`. */
  readonly file: string;
  readonly root: RawMap;
  /**
   * Line and column (both from 1) of what stands at `path`, or of the nearest thing around it that is written down.
   * Costs a scan of the text, so it is asked only for what is reported.
   */
  locate(path: Path): Position;
  /**
   * The keys that stand more than once in one map: CloudFormation takes the last, in JSON and in YAML, and says nothing (observed:
   * github.com/aws-cloudformation/cfn-language-discussion/issues/96, github.com/go-to-k/cdk-real-drift/issues/1074). Costs a look at the text.
   */
  repeated(): readonly Repeat[];
}

/** A key that stands again in one map. */
export interface Repeat {
  readonly key: string;
  readonly before: Position;
  readonly again: Position;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A document of what was read. Throws `InputError` where that is no map. */
export function documentOf({ root, ...read }: Omit<Document, 'root'> & { readonly root: Raw }): Document {
  if (!isMap(root)) throw new InputError(`${read.file} holds ${describeRaw(root)} where a map is expected.`);
  return { ...read, root };
}

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
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A document of what was read. Throws `InputError` where that is no map. */
export function documentOf(file: string, root: Raw, locate: Document['locate']): Document {
  if (!isMap(root)) throw new InputError(`${file} holds ${describeRaw(root)} where a map is expected.`);
  return { file, root, locate };
}

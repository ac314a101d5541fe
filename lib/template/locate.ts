import type { Path } from '../core/origin';
import type { Position } from './document';

/** A value as it stands in a text, by offsets. */
export interface Written {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  /** Of an entry of a map: where its key stands. */
  readonly key?: number;
}

/**
 * Where an editor should put the cursor for `path`: a value on the line of its key is pointed at itself; one that spans lines, at its key. Where the
 * path leads to nothing, at the nearest key around it that is written; for a property that a resource lacks, that is the resource's own.
 */
export function locateIn<W extends Written>(text: string, positionOf: (offset: number) => Position, path: Path, root: W | undefined, child: (of: W, key: string | number) => W | undefined): Position {
  const steps: Written[] = [];
  let last = root;
  for (const key of path) {
    last = last && child(last, key);
    if (!last) break;
    steps.push(last);
  }
  const missing = steps.length < path.length;
  if (missing && path[0] === 'Resources' && path[steps.length - 1] === 'Properties') steps.pop();
  const found = steps.at(-1);
  if (!found) return positionOf(root?.start ?? 0);
  const isLong = text.slice(found.key ?? found.start, found.end).trimEnd().includes('\n');
  return positionOf(missing || isLong || found.start === found.end ? found.key ?? found.start : found.start);
}

/** Line and column, both from 1, of any offset in a text, of which the lines are counted when they are first asked. */
export function positionsIn(text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return offset => {
    if (!starts) {
      starts = [0];
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    }
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

import type { ReportFinding } from '../../lib/engine';
import { isList, isMap, type Raw } from '../../lib/template/raw';

/** A template after all changes of a repair. */
export function applyRepair(root: Raw, repair: NonNullable<ReportFinding['repair']>): Raw {
  return repair.reduce((changed, { path, ...edit }) => changeAt(changed, path, there => {
    if ('set' in edit) return edit.set as Raw;
    return 'append' in edit ? [...(there === undefined ? [] : isList(there) ? there : [there]), ...edit.append as readonly Raw[]] : undefined;
  }) ?? null, root);
}

function changeAt(raw: Raw | undefined, [key, ...rest]: readonly (string | number)[], change: (there: Raw | undefined) => Raw | undefined): Raw | undefined {
  if (key === undefined) return change(raw);
  if (typeof key === 'number') {
    const list = isList(raw ?? null) ? [...raw as readonly Raw[]] : [], changed = changeAt(list[key], rest, change);
    return changed === undefined ? list.toSpliced(key, 1) : list.with(key, changed);
  }
  const map = isMap(raw) ? raw : {}, changed = changeAt(map[key], rest, change);
  return Object.fromEntries([...Object.entries(map).filter(([name]) => name !== key), ...(changed === undefined ? [] : [[key, changed] as const])]);
}

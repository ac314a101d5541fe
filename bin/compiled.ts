import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { wrap } from 'node:module';
import { dirname } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/** A module that was loaded, and a way to keep what V8 compiled of it in this run. */
export interface Compiled<M> {
  readonly exports: M;
  keep(): void;
}

/**
 * Loads a module as `require` does, with what V8 compiled of it in an earlier run where that was kept.
 * It lies beside the module, where nobody may write who may not change the module itself, and is good for one V8 with its options and one state of the module.
 * Nothing is kept and nothing taken where NODE_DISABLE_COMPILE_CACHE forbids Node.js to do so.
 */
export function loadCompiled<M>(file: string): Compiled<M> {
  const kept = `${file}.${process.arch}.${cachedDataVersionTag()}.${statSync(file).mtimeMs}.cache`;
  const isAllowed = process.env.NODE_DISABLE_COMPILE_CACHE !== '1';
  const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file, cachedData: isAllowed ? readIfThere(kept) : undefined });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, file, dirname(file));
  return {
    exports: loaded.exports as M,
    keep() {
      if (isAllowed && script.cachedDataRejected !== false) write(kept, () => script.createCachedData());
    },
  };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes a file that others may read at the same time. Where that is not allowed, nothing is made, and each run compiles. */
function write(file: string, make: () => Buffer): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    const opened = openSync(unfinished, 'wx');
    writeFileSync(opened, make());
    closeSync(opened);
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

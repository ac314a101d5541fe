import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { didYouMean } from '../core/nearest';
import { byText } from '../core/order';
import { cloudFormationLimits } from '../catalog/cloudformation-limits';
import { InputError } from '../finding/input-error';

/** Templates are read up to five times the size that CloudFormation takes: indented ones shrink before they are deployed. */
const megabytes = 5 * cloudFormationLimits.value.templateMegabytes;

/** What is at a path that somebody named. Throws `InputError` when nothing is. */
export function kindOf(path: string, shown: string): 'file' | 'folder' {
  if (shown === '') throw new InputError('A path is empty.');
  const stats = attempt(shown, () => statSync(path), () => nearby(path, shown));
  if (stats.isDirectory()) return 'folder';
  if (stats.isFile()) return 'file';
  throw new InputError(`${shown} is neither a file nor a folder.`);
}

/** The names of the files in a folder, sorted. */
export function filesIn(folder: string, shown: string): readonly string[] {
  return attempt(shown, () => readdirSync(folder, { withFileTypes: true })).filter(entry => !entry.isDirectory()).map(entry => entry.name).sort(byText);
}

/** The text of a file that may be a template. Throws `InputError` as `readText`, and when the file is far larger than any template. */
export function readTemplateText(path: string, shown: string): string {
  const stats = attempt(shown, () => statSync(path)), { size } = stats;
  if (!stats.isFile()) throw new InputError(`${shown} is no file.`); // a pipe may never end
  if (size > megabytes * 1_000_000) {
    throw new InputError(`${shown} is no template: it has ${Math.round(size / 1_000_000)} MB. `
      + `CloudFormation takes ${cloudFormationLimits.value.templateMegabytes} MB, and Drydock reads up to ${megabytes}.`);
  }
  return readText(path, shown);
}

/** The text of a file. Throws `InputError` when it cannot be read, is empty, or is no UTF-8 text. */
export function readText(path: string, shown: string): string {
  return decode(attempt(shown, () => readFileSync(path)), shown);
}

function decode(bytes: Buffer, shown: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw new InputError(`${shown} is UTF-16 text. Save it as UTF-8.`);
  if (bytes.includes(0)) throw new InputError(`${shown} is no text.`);
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes); // takes a byte order mark away
  } catch {
    throw new InputError(`${shown} is not UTF-8 text. Save it as UTF-8.`);
  }
  if (text.trim() === '') throw new InputError(`${shown} is empty.`);
  return text;
}

/** What stands beside a path that does not exist, and was most likely meant. */
function nearby(path: string, shown: string): string {
  try {
    const written = basename(path);
    return didYouMean(written, readdirSync(dirname(path)), name => `${shown.slice(0, -written.length)}${name}`);
  } catch {
    return '';
  }
}

/** Asks the disk. What it refuses is the user's to put right. */
function attempt<T>(shown: string, ask: () => T, hint: () => string = () => ''): T {
  try {
    return ask();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputError(`There is no ${shown}.${hint()}`);
    throw new InputError(`${shown} cannot be read${code && `: ${reasons[code] ?? code}`}.`);
  }
}

const reasons: Readonly<Record<string, string>> = { EACCES: 'permission denied', ELOOP: 'its symbolic links lead in a circle' };

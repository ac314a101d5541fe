import { writeFileSync } from 'node:fs';
import { didYouMean } from '../core/nearest';
import { InputError } from '../finding/input-error';
import type { TextOptions } from '../report/text/text';
import type { Option } from './arguments';

/** Makes a report into text. The options are for formats that people read. */
export type Render<R> = (report: R, options: TextOptions) => string;

/** The formats of a report, the one for people first. */
export type Formats<R> = ReadonlyMap<string, Render<R>>;

/** A format that every report has. */
export function json(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A format, and the file it goes into; stdout when left out. */
export interface Output {
  readonly format: string;
  readonly file?: string;
}

/** The option by which they are asked for. */
export function formatOption(formats: Formats<never>): Option {
  const [first, ...others] = formats.keys();
  return { name: 'format', value: 'FORMAT[=FILE]', repeatable: true, help: `${first} (unless said otherwise), ${others.slice(0, -1).join(', ')} or ${others.at(-1)}, on stdout or into FILE` };
}

/** What `--format` asks for. Text goes to stdout unless another format does. */
export function readOutputs(written: readonly string[], formats: Formats<never>): readonly Output[] {
  const outputs = written.map((word): Output => {
    const [format = '', ...file] = word.split('=');
    if (!formats.has(format)) throw new InputError(`There is no format ${format}.${didYouMean(format, formats.keys())} There are ${[...formats.keys()].join(', ')}.`);
    if (file.length > 0 && file.join('=') === '') throw new InputError(`--format ${word} names no file.`);
    return file.length === 0 ? { format } : { format, file: file.join('=') };
  });
  const onStdout = outputs.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (onStdout.length > 1) throw new InputError(`Only one format can go to stdout, not ${onStdout.join(' and ')}. Send the others into files: --format ${onStdout[1]}=FILE`);
  return onStdout.length === 0 ? [...outputs, { format: 'text' }] : outputs;
}

/** Writes a report. What the terminal is like matters on stdout alone: files are the same wherever they are written. */
export function writeReport<R>(report: R, formats: Formats<R>, outputs: readonly Output[], terminal: TextOptions): void {
  for (const { format, file } of outputs) {
    const render = formats.get(format);
    if (!render) continue;
    if (file === undefined) process.stdout.write(render(report, terminal));
    else writeText(file, render(report, {}));
  }
}

function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const { code = 'for no known reason' } = error as NodeJS.ErrnoException;
    throw new InputError(`${file} cannot be written (${code}).`);
  }
}

import { parseArgs } from 'node:util';
import { didYouMean } from '../core/nearest';
import { InputError } from '../finding/input-error';

/** An option of a command. */
export interface Option {
  readonly name: string;
  /** What help shows for its value, as `NAME=VALUE`; without it the option is a switch. */
  readonly value?: string;
  readonly repeatable?: boolean;
  /** One line for help. */
  readonly help: string;
}

/** The words behind a command, sorted into paths and options. */
export interface Arguments {
  readonly operands: readonly string[];
  /** Whether a switch is on. */
  on(name: string): boolean;
  /** The value of an option that may be given once. */
  one(name: string): string | undefined;
  /** The values of an option that may be given often. */
  all(name: string): readonly string[];
}

/** Sorts what stands behind a command. Throws `InputError` for what the command does not take. */
export function readArguments(words: readonly string[], options: readonly Option[]): Arguments {
  const { tokens } = parseArgs({
    args: [...words], tokens: true, strict: false, allowPositionals: true,
    options: Object.fromEntries(options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }])),
  });
  const given = new Map<string, string[]>(), operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => `--${name}` === token.rawName);
    if (!option) throw new InputError(`There is no option ${token.rawName}.${didYouMean(token.rawName, options.map(optionName)) || ' --help lists them.'}`);
    const before = given.get(option.name) ?? [];
    if (before.length > 0 && !option.repeatable) throw new InputError(`${optionName(option)} is given twice.`);
    given.set(option.name, [...before, valueOf(option, token)]);
  }
  return {
    operands,
    on: name => given.has(name),
    one: name => given.get(name)?.[0],
    all: name => given.get(name) ?? [],
  };
}

export function optionName({ name }: Option): string {
  return `--${name}`;
}

function valueOf(option: Option, { value, inlineValue }: { readonly value?: string | undefined; readonly inlineValue?: boolean | undefined }): string {
  if (option.value === undefined) {
    if (value !== undefined) throw new InputError(`${optionName(option)} takes no value.`);
    return '';
  }
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
    throw new InputError(`${optionName(option)} needs a value: ${optionName(option)} ${option.value}`);
  }
  return value;
}

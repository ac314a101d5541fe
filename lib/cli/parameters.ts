import { existsSync } from 'node:fs';
import { readText } from '../assembly/disk';
import { InputError } from '../finding/input-error';
import { readJsonOrYaml } from '../template/parse';
import { isList, isMap, own, type Raw } from '../template/raw';

/** A parameter, `Stack:Name` for that of one stack, and its value as it would be typed. */
type Given = readonly [string, string];

/** The values that the options give, files first: what is typed goes before them. Throws `InputError` where one is given twice. */
export function readParameters(files: readonly string[], options: readonly string[]): ReadonlyMap<string, string> {
  const typed = new Map<string, string>();
  for (const [name, value] of options.map(readOption)) {
    const before = typed.get(name);
    if (before !== undefined) throw new InputError(`--parameter gives ${name} twice: ${before} and ${value}.`);
    typed.set(name, value);
  }
  return new Map([...files.flatMap(readFile), ...typed]);
}

/** `NAME=VALUE` or `STACK:NAME=VALUE`; the value may hold `=` and may be empty. */
function readOption(written: string): Given {
  const [, name, value] = /^((?:[^=:]+:)?[A-Za-z0-9]+)=(.*)$/s.exec(written) ?? [];
  if (name === undefined || value === undefined) throw new InputError(`--parameter takes NAME=VALUE, or STACK:NAME=VALUE for one stack, not ${written}.`);
  return [name, value];
}

/**
 * A file of JSON or YAML, in one of the forms that AWS takes: a list of ParameterKey and ParameterValue, or of texts Name=Value; a map of names to values, which
 * may stand under Parameters as in the template configuration of a pipeline. A map within a map is that of a stack.
 */
function readFile(file: string): readonly Given[] {
  if (!existsSync(file) && file.includes('=')) throw new InputError(`There is no ${file}. Did you mean --parameter ${file.replace(/^ParameterKey=(.*),ParameterValue=/s, '$1=')}?`);
  const raw = readJsonOrYaml(file, readText(file, file)), given = entriesOf(file, raw), names = given.map(([name]) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new InputError(`${file} gives ${twice} twice.`);
  return given;
}

function entriesOf(file: string, raw: Raw): readonly Given[] {
  if (isList(raw)) return raw.map(element => (typeof element === 'string' ? readOption(element) : readPair(file, element)));
  const parameters = own(raw, 'Parameters');
  if (!isMap(raw)) throw mistake(file);
  return mapEntries(isMap(parameters) ? parameters : raw).flatMap(([name, value]): readonly Given[] =>
    (isMap(value) ? mapEntries(value).map(([parameter, inner]) => [`${name}:${parameter}`, textOf(file, inner)]) : [[name, textOf(file, value)]]));
}

function mapEntries(map: Raw): readonly (readonly [string, Raw])[] {
  return Object.entries(map as Readonly<Record<string, Raw>>);
}

function readPair(file: string, element: Raw): Given {
  const name = own(element, 'ParameterKey');
  if (typeof name !== 'string') throw mistake(file);
  if (own(element, 'UsePreviousValue') === true) throw new InputError(`${file} leaves ${name} at its previous value, which only CloudFormation knows. Give the value.`);
  return [name, textOf(file, own(element, 'ParameterValue'))];
}

/** A value as it would be typed: the elements of a list with commas between them. */
function textOf(file: string, value: Raw | undefined): string {
  return (isList(value) ? value : [value]).map(element => {
    if (element === undefined || element === null || typeof element === 'object') throw mistake(file);
    return String(element);
  }).join(',');
}

function mistake(file: string): InputError {
  return new InputError(`${file} holds no parameters. It takes [{ "ParameterKey": "Name", "ParameterValue": "value" }], { "Name": "value" }, or { "Stack": { "Name": "value" } } for one stack.`);
}

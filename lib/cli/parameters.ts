import { readText } from '../assembly/disk';
import { InputError } from '../finding/input-error';
import { readJson } from '../template/parse-json';
import { isList, isMap, own, type Raw } from '../template/raw';

/** `NAME=VALUE`; the value may hold `=` and may be empty. */
export function readParameterOption(written: string): readonly [string, string] {
  const [, name, value] = /^([A-Za-z0-9]+)=(.*)$/s.exec(written) ?? [];
  if (name === undefined || value === undefined) throw new InputError(`--parameter takes NAME=VALUE, not ${written}.`);
  return [name, value];
}

/** A JSON file as CloudFormation takes it (a list of ParameterKey and ParameterValue), or a plain map of names to values. */
export function readParameterFile(file: string): readonly (readonly [string, string])[] {
  const raw = readJson(file, readText(file, file));
  if (!isList(raw) && !isMap(raw)) throw mistake(file);
  const entries = isList(raw) ? raw.map(entry => [own(entry, 'ParameterKey'), valueIn(file, entry)] as const) : Object.entries(raw);
  return entries.map(([name, value]) => {
    if (typeof name !== 'string' || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')) throw mistake(file);
    return [name, String(value)];
  });
}

function valueIn(file: string, entry: Raw): Raw | undefined {
  if (own(entry, 'UsePreviousValue') === true) throw new InputError(`${file} leaves ${String(own(entry, 'ParameterKey'))} at its previous value, which only CloudFormation knows. Give the value.`);
  return own(entry, 'ParameterValue');
}

function mistake(file: string): InputError {
  return new InputError(`${file} holds no parameters. It takes [{ "ParameterKey": "Name", "ParameterValue": "value" }] or { "Name": "value" }.`);
}

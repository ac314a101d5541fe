import { validate, type ValidationError } from 'jsonschema';
import schema from '../../schemas/drydock.schema.json';
import { didYouMean } from '../core/nearest';
import type { Path } from '../core/origin';
import { InputError } from '../finding/input-error';
import type { Document } from '../template/document';
import { parseJson } from '../template/parse-json';
import { describeRaw, isList, isMap, type Raw } from '../template/raw';
import type { Config } from './config';

/** Reads the text of a `drydock.json`. Throws `InputError` with every mistake, each with its place and what would be right. */
export function parseConfig(file: string, text: string): Config {
  const document = parseJson(file, text);
  const { errors } = validate(document.root, schema), unfilled = placeholdersIn(document.root).map(path => `${whereIs(path, document)} is still to be filled in.`);
  // What is to be filled in would be refused for its form too, which says less.
  if (unfilled.length > 0) throw new InputError(unfilled.join('\n'));
  if (errors.length > 0) throw new InputError(errors.map(error => explain(error, document)).join('\n'));
  return { acknowledge: [], parameters: {}, stackNames: {}, imports: {}, references: {}, zones: {}, accountSettings: {}, existing: {}, ...(document.root as Partial<Config>), document };
}

function explain({ name, argument, path, instance, schema: found, message }: ValidationError, document: Document): string {
  const { properties = {}, description, enum: allowed = [] } = (typeof found === 'string' ? schema : found) as Explained;
  const stray = name === 'additionalProperties' ? [String(argument)] : [];
  return `${whereIs(path, document, stray)} ${wrong()}`;

  function wrong(): string {
    const keys = Object.keys(properties);
    switch (name) {
      case 'additionalProperties': return `takes no ${stray.join()}.${didYouMean(stray.join(), keys) || ` It takes ${keys.join(', ')}.`}`;
      case 'required': return `lacks ${String(argument)}: ${properties[String(argument)]?.description ?? ''}`;
      case 'enum': return `cannot be ${JSON.stringify(instance)}.${didYouMean(String(instance), allowed)} It takes ${allowed.join(', ')}.`;
      default: return description === undefined ? `${message}.` : `cannot be ${typeof instance === 'object' ? describeRaw(instance as Raw) : JSON.stringify(instance)}. ${description}`;
    }
  }
}

/** Where something stands, and its path: `drydock.json:3:5 parameters.Subnets`. `stray`: the key below it that is meant. */
function whereIs(path: Path, document: Document, stray: Path = []): string {
  const { line, column } = document.locate([...path, ...stray]);
  const what = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('').replace(/^\./, '');
  return [`${document.file}:${line}:${column}`, what].filter(Boolean).join(' ');
}

/** The paths of texts that `drydock check --undecided` has left for somebody to fill in. */
function placeholdersIn(raw: Raw, path: Path = []): readonly Path[] {
  if (typeof raw === 'string') return /^<.*>$/s.test(raw) ? [path] : [];
  if (isList(raw)) return raw.flatMap((element, i) => placeholdersIn(element, [...path, i]));
  return isMap(raw) ? Object.entries(raw as Readonly<Record<string, Raw>>).flatMap(([key, value]) => placeholdersIn(value, [...path, key])) : [];
}

interface Explained {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly description?: string;
  readonly enum?: readonly string[];
}

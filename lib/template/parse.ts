import { cloudFormationLimits } from '../catalog/cloudformation-limits';
import { InputError } from '../finding/input-error';
import type { Document } from './document';
import { parseJson, readJson } from './parse-json';
import { describeRaw, isMap, own, type Raw } from './raw';
import { readFilled } from './unfilled';

/** What is far beyond what CloudFormation takes is not read: each resource takes its time. */
const mostResources = 20 * cloudFormationLimits.value.resources;

/**
 * Reads a template: JSON by the name of its file or its first character, else YAML. `file` is how reports will name it.
 * Throws `InputError` when the text is neither, or not a template.
 */
export function parseTemplate(file: string, text: string): Document {
  const json = isJson(file, text);
  // The YAML parser is slow: what cannot be a template does not get there.
  if (!json && !text.includes('Resources')) throw notATemplate(file, 'it has no Resources');
  const document = readFilled(file, text, () => json ? parseJson(file, text) : parseYaml(file, text));
  const resources = own(document.root, 'Resources');
  if (resources === undefined) throw notATemplate(file, 'it has no Resources');
  if (!isMap(resources)) throw notATemplate(file, `its Resources are ${describeRaw(resources)}, not a map`);
  const count = Object.keys(resources).length;
  if (count > mostResources) throw notATemplate(file, `it has ${count} resources. CloudFormation takes ${cloudFormationLimits.value.resources}, and Drydock reads up to ${mostResources}`);
  return document;
}

/** Reads JSON or YAML, whatever it holds. Throws `InputError` when the text is neither. */
export function readJsonOrYaml(file: string, text: string): Raw {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded late, see below
  return isJson(file, text) ? readJson(file, text) : (require('./parse-yaml') as typeof import('./parse-yaml')).readYaml(file, text).root;
}

function isJson(file: string, text: string): boolean {
  return file.endsWith('.json') || /^\s*[{[]/.test(text);
}

/** Reads YAML. The parser is loaded by the first text that needs it, as most runs read JSON alone. */
export function parseYaml(file: string, text: string): Document {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded late, see above
  return (require('./parse-yaml') as typeof import('./parse-yaml')).parseYaml(file, text);
}

function notATemplate(file: string, why: string): InputError {
  return new InputError(`${file} is not a CloudFormation template: ${why}.`);
}

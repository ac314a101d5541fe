import { InputError } from '../finding/input-error';
import type { Document } from './document';
import { parseJson } from './parse-json';

/**
 * Reads a template, JSON or YAML by what its first character says. `file` is how reports will name it.
 * Throws `InputError` when the text is neither, or not a template.
 */
export function parseTemplate(file: string, text: string): Document {
  const document = /^\s*\{/.test(text) ? parseJson(file, text) : parseYaml(file, text);
  if (!Object.hasOwn(document.root, 'Resources')) throw new InputError(`${file} is not a CloudFormation template: it has no Resources.`);
  return document;
}

/** The YAML parser is loaded by the first YAML file: most runs read JSON alone. */
function parseYaml(file: string, text: string): Document {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded late, see above
  return (require('./parse-yaml') as typeof import('./parse-yaml')).parseYaml(file, text);
}

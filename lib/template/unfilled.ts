import { InputError } from '../finding/input-error';
import type { Document } from './document';
import { isMap, own, type Raw } from './raw';

/** What Jinja, Go or Ruby write where something is to be filled in. CloudFormation's dynamic references look alike. */
const tag = /\{\{(?!\s*resolve:)[^{}]*\}\}|\{%[^{}\n]*%\}|<%[^<>\n]*%>/;

/** The same where YAML expects a value or a line of its own, rather than somewhere in a text. */
const bareTag = /(?:^[ \t]*(?:- +)?|:[ \t]+)(?:\{\{(?!\s*resolve:)[^{}\n]*\}\}|\{%[^{}\n]*%\}|<%[^<>\n]*%>)/m;

/** Reads a template by `read`. Throws `InputError` where it is one of another language, from which CloudFormation has to be made first. */
export function readFilled(file: string, text: string, read: () => Document): Document {
  let document: Document;
  try {
    document = read();
  } catch (error) {
    const found = error instanceof InputError ? bareTag.exec(text) : null;
    throw found ? unfilled(file, text, text.slice(0, found.index + found[0].length).split('\n').length) : error;
  }
  const path = text.includes('{{') ? unfilledPath(own(document.root, 'Resources')) : undefined;
  if (path) throw unfilled(file, text, document.locate(path).line);
  return document;
}

/** A property of a resource of ECS that holds a tag: no such property is free text. Without quotes YAML reads the tag as a map whose key is a map. */
function unfilledPath(resources: Raw | undefined): readonly string[] | undefined {
  for (const [id, resource] of isMap(resources) ? Object.entries(resources) : []) {
    const properties = String(own(resource, 'Type')).startsWith('AWS::ECS::') ? own(resource, 'Properties') : undefined;
    const name = isMap(properties) ? Object.keys(properties).find(key => isUnfilled(properties[key])) : undefined;
    if (name !== undefined) return ['Resources', id, 'Properties', name];
  }
  return undefined;
}

function isUnfilled(value: Raw | undefined): boolean {
  return typeof value === 'string' ? tag.test(value) : isMap(value) && Object.keys(value).some(key => key.startsWith('{'));
}

function unfilled(file: string, text: string, line: number): InputError {
  const [found = 'a tag'] = tag.exec(text.split('\n')[line - 1] ?? '') ?? [];
  return new InputError(`${file}:${line} holds ${found}, which something has to fill in before it is CloudFormation. Check what comes of that.`);
}

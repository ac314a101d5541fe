import { accountStack, type Change, type Literal } from '../finding/finding';
import { writtenIn } from '../finding/written';
import type { Model, Resource } from '../model/model';

/** A resource that a repair adds. */
interface NewResource {
  /** Its logical id. */
  readonly id: string;
  readonly add: Change;
}

/** A resource to be added to a stack, under the logical id that is wished for, or one that comes close and is free. */
export function newResource(stack: string, wished: string, body: { readonly [key in 'Type' | 'Properties']: Literal }, { resources }: Model): NewResource {
  const taken = new Set(resources.flatMap(resource => (resource.stack === stack ? resource.id : [])));
  let id = wished;
  for (let number = 2; taken.has(id); number += 1) id = `${wished}${number}`;
  return { id, add: { at: { stack, path: ['Resources', id] }, set: body } };
}

type Property = Resource['properties'];

/** Elements to be added to a list; undefined where a function gives the list, or it is none. */
export function added(property: Property, elements: readonly Literal[]): Change | undefined {
  const isWritten = property.given === 'no' || (property.list().state === 'known' && property.function === undefined);
  return isWritten && property.at.stack !== accountStack ? { at: property.at, append: elements } : undefined;
}

/** What stands in a property, to be written at another place of its stack; undefined where not all of it has a name there. */
export function copied(property: Property): Literal | undefined {
  const value = property.value(), text = property.text();
  if (value.state !== 'known' || value.is) return text.state === 'absent' ? undefined : writtenIn(property.at.stack, text);
  if (typeof value.value !== 'object') return value.value;
  if (value.value instanceof Map) {
    const entries = [...value.value].filter(([, entry]) => entry.given !== 'no').map(([key, entry]) => [key, copied(entry)] as const);
    return entries.every((entry): entry is readonly [string, Literal] => entry[1] !== undefined) ? Object.fromEntries(entries) : undefined;
  }
  const elements = (property.list().state === 'known' ? value.value as readonly Property[] : []).filter(({ given }) => given !== 'no').map(copied);
  return elements.every(element => element !== undefined) ? elements : undefined;
}

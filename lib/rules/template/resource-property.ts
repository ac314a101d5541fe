import { resourceProperties } from '../../catalog/resource-properties';
import { distance, nearest } from '../../core/nearest';
import { onceFor } from '../../core/once-for';
import { ifKnown } from '../../core/value';
import type { Resource } from '../../model/model';
import { nameOf } from '../at-path';
import { defineRule, type Located, type Say } from '../rule';

const { types, shapes } = resourceProperties.value;

/** CloudFormation holds the properties of a resource to the schema of its type, before the service behind it sees them. */
export const resourceProperty = defineRule({
  id: 'resource-property',
  title: 'CloudFormation does not take the properties as they stand',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: Object.keys(types),
  explanation: 'Each resource type has a schema: the names of its properties in their letters, what stands under each, and which have to be there. CloudFormation refuses a resource with a name that is not in it, a text where it takes a list, or without what is required. For years it only warned of other letters in some types; since November 2025 it holds all properties against the schemas before it creates anything. A number or a truth value may be written as a text. A name that is like none of those that Drydock knows may be newer than its table, and is reported as a warning.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html',
  predicts: ['extraneous key', 'Encountered unsupported property', 'required key', 'expected type:', 'Properties validation failed for resource'],
  facts: [resourceProperties],
  messages: {
    misspelled: ({ name, meant, path }: { name: string; meant: string; path: string }) => ({
      says: `CloudFormation knows no property ${name} here. Did you mean ${meant}?`,
      fix: `Write ${meant} in its place.`,
      ecsSays: `#${path}: extraneous key [${name}] is not permitted`,
    }),
    strange: ({ name, path }: { name: string; path: string }) => ({
      says: `Drydock knows no property ${name} here. Unless it is newer than ${resourceProperties.source.read}, CloudFormation knows none either, and refuses the resource.`,
      fix: `Take ${name} out, or move it to where it belongs.`,
      ecsSays: `#${path}: extraneous key [${name}] is not permitted`,
      severity: 'warning',
    }),
    missing: ({ name, where, path }: { name: string; where: string; path: string }) => ({
      says: `${where} has no ${name}, which CloudFormation requires.`,
      fix: `Give it ${name}.`,
      ecsSays: `#${path}: required key [${name}] not found`,
    }),
    form: ({ property, form, given, found, path }: { property: string; form: Form; given: string; found: string; path: string }) => ({
      says: `${property} is ${given}; CloudFormation takes a ${form === 'true or false' ? 'truth value' : form} there.`,
      fix: forms[form].fix,
      ecsSays: `#${path}: expected type: ${forms[form].schema}, found: ${found}`,
    }),
  },
  check({ type, properties }, say) {
    const shape = types[type];
    if (shape === undefined) return;
    if (properties.given === 'no') checkRequired(shape, new Map(), properties, say);
    else checkForm(shape, properties, say);
  },
});

const forms = {
  'text': { schema: 'String', fix: 'Write a text.' },
  'number': { schema: 'Number', fix: 'Write a number, without a unit.' },
  'whole number': { schema: 'Integer', fix: 'Write a whole number, without a unit.' },
  'true or false': { schema: 'Boolean', fix: 'Write true or false.' },
  'list': { schema: 'JSONArray', fix: 'Write it as a list, of one element if need be.' },
  'map': { schema: 'JSONObject', fix: 'Write it as a map, with the properties below it.' },
} as const;

type Form = keyof typeof forms;
type Property = Resource['properties'];
type PropertySay = Say<(typeof resourceProperty)['messages']>;

/** Holds what stands under a property against its form; what is not known may be of the right one. */
function checkForm(form: string, property: Property, say: PropertySay, within = form): void {
  const value = property.value();
  if (value.state !== 'known' || form === 'json') return;
  if (form.startsWith('[')) {
    const list = Array.isArray(value.value) ? ifKnown(property.list()) : undefined;
    if (list) list.forEach(item => { checkForm(form.slice(1, -1), item, say); });
    // Of older types CloudFormation takes one element alone for a list of one.
    else if (within.startsWith('ecs.') && (value.value instanceof Map || typeof value.value !== 'object')) notOf('list', property, say);
    return;
  }
  const shape = shapes[form];
  if (form.startsWith('{') || shape) {
    if (!(value.value instanceof Map)) notOf('map', property, say);
    else if (shape) checkShape(form, value.value as ReadonlyMap<string, Property>, property, say);
    return;
  }
  if (!isOf(form as Form, property)) notOf(form as Form, property, say);
}

function checkShape(shape: string, map: ReadonlyMap<string, Property>, property: Property, say: PropertySay): void {
  const taken = shapes[shape] ?? {};
  for (const [name, child] of map) {
    if (child.given === 'no') continue;
    const form = Object.hasOwn(taken, name) ? taken[name] : undefined;
    if (form !== undefined) checkForm(form.replace('!', ''), child, say, shape);
    else if (child.given === 'unknown') say.need(child.value());
    else if (!name.startsWith('Fn::')) {
      const meant = meantBy(name, Object.keys(taken)), path = pathOf(property);
      if (meant === undefined) say.violated('strange', child, { name, path });
      else say.violated('misspelled', child, { name, meant, path });
    }
  }
  checkRequired(shape, map, property, say);
}

function checkRequired(shape: string, map: ReadonlyMap<string, Property>, property: Property, say: PropertySay): void {
  const taken = shapes[shape] ?? {};
  for (const name of requiredIn(taken)) {
    const missing = property.get(name);
    // What is there in other letters is misspelled, which is said above.
    if (missing.given !== 'no' || [...map].some(([other, { given }]) => given !== 'no' && !Object.hasOwn(taken, other) && meantBy(other, [name]) === name)) continue;
    say.violated('missing', missing, { name, where: nameOf(property) || 'The resource', path: pathOf(property) });
  }
}

const requiredIn = onceFor((taken: Readonly<Record<string, string>>): readonly string[] => Object.keys(taken).filter(name => taken[name]?.startsWith('!')));

/** The property that was surely meant: in other letters, but for a few, or cut short. */
function meantBy(name: string, taken: readonly string[]): string | undefined {
  const cutShort = name.length > 5 ? taken.filter(other => other.startsWith(name)) : [];
  const near = nearest(name, taken), few = Math.max(1, Math.floor(name.length / 5));
  return near !== undefined && distance(near.toLowerCase(), name.toLowerCase()) <= few ? near : cutShort.length === 1 ? cutShort[0] : undefined;
}

function notOf(form: Form, property: Property, say: PropertySay): void {
  const value = property.value(), shape = ifKnown(value), isScalar = typeof shape !== 'object', found = isScalar ? 'String' : Array.isArray(shape) ? 'JSONArray' : 'JSONObject';
  const given = isScalar ? JSON.stringify(shape) : found === 'JSONArray' ? 'a list' : 'a map';
  say.violated('form', value, { property: nameOf(value), form, given, found, path: pathOf(value) });
}

function isOf(form: Form, property: Property): boolean {
  switch (form) {
    case 'text': return property.text().state === 'known';
    case 'number': return property.number().state === 'known';
    case 'whole number': return property.integer().state === 'known';
    default: return property.flag().state === 'known';
  }
}

/** As CloudFormation names a place: `/NetworkConfiguration/AwsvpcConfiguration`. */
function pathOf(located: Located): string {
  return located.at.path.slice(3).map(key => `/${key}`).join('');
}

// Doubt about one value of a template, for tools/fuzz.mjs. It is marked where it stands, as `Fn::Doubt: [way, value, other]`, so that it stays while a template is made smaller.
import { isMap, parts, pick } from './mutations.mjs';

const noValue = { Ref: 'AWS::NoValue' }, elsewhere = { 'Fn::ImportValue': 'elsewhere' };
const texts = [{ Ref: 'Open' }, { 'Fn::Sub': '${Open}' }, elsewhere];

/** For each way to leave a value open: how it is written, and two values that it may turn out to be. */
const ways = {
  'left out': value => [either(value, noValue), value, undefined],
  'something else': (value, other) => [either(value, other), value, other],
  ...Object.fromEntries(texts.map((text, i) => [`text ${i}`, (value, other) => [text, value, isMap(other) ? value : other]])),
  'elsewhere or nothing': value => [either(value, either(elsewhere, noValue)), value, undefined],
  'list': (value, other) => [{ 'Fn::Split': [',', elsewhere] }, value, other],
  'one more': (value, other) => [[...value, elsewhere], [...value, other], [...value, other]],
  'perhaps one more': (value, other) => [[...value, either(other, noValue)], value, [...value, other]],
  'macro': (value, other) => [{ ...value, 'Fn::Transform': { Name: 'Macro', Parameters: {} } }, value, other],
  'perhaps there': resource => [{ ...resource, Condition: 'Doubt' }, resource, undefined],
};

/** The template with doubt about one value below Properties, or about a resource; without where it has neither. `spares` are the values of other templates. */
export function withDoubt(template, spares, random) {
  const all = places((template = structuredClone(template)));
  if (all.length === 0) return template;
  const { within, key, name } = pick(all, random), value = within[key], spare = what => pick([...(spares.get(what)?.values() ?? [noValue])], random);
  const way = pick(waysFor(name, value), random), other = /one more/.test(way) ? spare(`${name} element`) : spare(name);
  Object.defineProperty(within, key, { value: { 'Fn::Doubt': [way, value, other] } });
  return { ...template, Parameters: { ...template.Parameters, Open: { Type: 'String' }, Doubted: { Type: 'String' } }, Conditions: { ...template.Conditions, Doubt: { 'Fn::Equals': [{ Ref: 'Doubted' }, 'yes'] } } };
}

/** The template with its doubt, and as it may turn out to be. */
export const readings = template => [0, 1, 2].map(which => settled(template, which));

/** Some values of each property of the templates, and elements of its lists, by the property's name. */
export function sparesOf(corpus) {
  const spares = new Map();
  for (const { within, key, name } of corpus.flatMap(places)) {
    const values = spares.get(name) ?? new Map();
    if (name !== 'resource' && values.size < 12) spares.set(name, values.set(JSON.stringify(within[key]), within[key]));
  }
  return spares;
}

/** Not the desired count: where nobody knows it, it is taken for one of a service that starts tasks. */
function places(template) {
  if (!isMap(template.Resources)) return [];
  const resources = Object.entries(template.Resources).filter(([, resource]) => isMap(resource?.Properties));
  return resources.flatMap(([key, { Condition, Properties }]) => [
    ...(Condition === undefined ? [{ within: template.Resources, key, name: 'resource' }] : []), ...parts(Properties, { depth: 1, inFunctions: false }).filter(({ name }) => name !== 'DesiredCount')]);
}

function waysFor(name, value) {
  const always = ['left out', 'left out', 'something else'];
  if (name === 'resource') return ['perhaps there'];
  if (Array.isArray(value)) return [...always, 'list', 'one more', 'perhaps one more'];
  if (!isMap(value)) return [...always, 'elsewhere or nothing', ...texts.map((_, i) => `text ${i}`)];
  // What the template makes is nothing that it could be given or import: so of a reference only the ways are left in which it may still stand there.
  return [...always, isFunction(value) ? 'elsewhere or nothing' : 'macro'];
}

function either(value, other) {
  return { 'Fn::If': ['Doubt', value, other] };
}

function isFunction(map) {
  return Object.keys(map).length === 1 && /^(Ref|Fn::.*)$/.test(Object.keys(map)[0]);
}

function settled(raw, which) {
  if (Array.isArray(raw)) return raw.map(each => settled(each, which)).filter(each => each !== undefined);
  if (!isMap(raw)) return raw;
  const [way, value, other] = raw['Fn::Doubt'] ?? [];
  return way !== undefined && Object.hasOwn(ways, way) ? ways[way](value, other)[which] : Object.fromEntries(Object.entries(raw).map(([key, each]) => [key, settled(each, which)]).filter(([, each]) => each !== undefined));
}

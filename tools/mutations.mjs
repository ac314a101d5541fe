// Changes to templates, for tools/fuzz.mjs: what users slip into, and what nobody would write.

const scalars = [
  0, -0, 1, -1, 0.5, 80, 1024, 65536, 1e9, 1e300, 9007199254740993, true, false, null, '', ' ', '0', '-1', '1e9', '0x10', '007', 'NaN', '1 vCPU', '2 GB', 'yes',
  '*', '**', '?', '${', '${}', '${!a}', '${Cluster}', '${Task.Arn}', '{{resolve:ssm:/a}}', 'arn:', 'arn:aws:iam::123456789012:role/a', 'arn:aws:s3:::a/*', 'a,b', '10.0.0.0/8', '0.0.0.0/0', '::/0',
  'awsvpc', 'host', 'bridge', 'FARGATE', 'EC2', 'EXTERNAL', 'DAEMON', 'tcp', 'udp', 'm5.large', 'us-east-1', 'AWS::NoValue', 'AWS::Region', 'Cluster', 'Task', 'Service',
  'attribute:a == b', 'attribute:a in [', '((((', '\u0000', '\u001b[31m', '\u202e', '\ud800', '__proto__', 'constructor', 'a'.repeat(5_000), '*a'.repeat(200), '('.repeat(500),
];
const keys = ['__proto__', 'constructor', 'toString', 'length', '', 'Ref', 'Fn::If', 'Fn::Transform', 'Fn::ForEach::A', 'Properties', 'Condition', 'DependsOn', '0'];
const functions = ['Fn::Base64', 'Fn::Cidr', 'Fn::FindInMap', 'Fn::GetAtt', 'Fn::GetAZs', 'Fn::ImportValue', 'Fn::Join', 'Fn::Length', 'Fn::Select', 'Fn::Split', 'Fn::Sub', 'Fn::ToJsonString', 'Fn::Transform', 'Ref'];

export const isMap = raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
export const pick = (list, random) => list[random.below(list.length)];

/** Every value of a template below its sections, by where it hangs and by the property that it belongs to; of functions what they take too, unless it is said otherwise. */
export function parts(raw, { depth = 0, inFunctions = true, of = '' } = {}) {
  if (typeof raw !== 'object' || raw === null) return [];
  const keys = Object.keys(raw).filter(key => inFunctions || !/^(Ref|Condition|Fn::.*)$/.test(key)), nameOf = key => (Array.isArray(raw) ? `${of} element` : key);
  return keys.flatMap(key => [...(depth === 0 ? [] : [{ within: raw, key, name: nameOf(key) }]), ...parts(raw[key], { depth: depth + 1, inFunctions, of: nameOf(key) })]);
}

/** One of the templates with a few changes, or none: doubt shows best in those that have no error. */
export function mutate(corpus, random) {
  const template = structuredClone(pick(corpus, random)), sections = ['Parameters', 'Conditions', 'Mappings', 'Outputs'].filter(() => random.below(4) === 0);
  for (const section of sections) template[section] ??= structuredClone(pick(corpus, random)[section]) ?? samples[section];
  for (let changes = random.below(5); changes > 0; changes--) {
    const all = parts(template);
    if (all.length > 0) change(pick(all, random), template, corpus, random);
  }
  return template;
}

const samples = {
  Parameters: { Open: { Type: 'String' }, Given: { Type: 'Number', Default: 3 }, Names: { Type: 'CommaDelimitedList', Default: 'a, b' } },
  Conditions: { Maybe: { 'Fn::Equals': [{ Ref: 'Open' }, 'a'] }, Never: { 'Fn::Not': [{ 'Fn::Or': [{ Condition: 'Never' }, { 'Fn::Equals': [1, 1] }] }] } },
  Mappings: { Map: { a: { b: 1, c: [1, 2] }, __proto__: {} } },
  Outputs: { Out: { Value: { Ref: 'Cluster' }, Export: { Name: 'out' } } },
};

function change({ within, key }, template, corpus, random) {
  const value = within[key], set = made => { Object.defineProperty(within, key, { value: made, enumerable: true, configurable: true, writable: true }); };
  switch (random.below(9)) {
    case 0: return Array.isArray(within) ? void within.splice(Number(key), 1) : void delete within[key];
    case 1: case 2: return set(pick(scalars, random));
    case 3: return set({ [pick(functions, random)]: pick([value, [value], [value, value], ['', [value]], [0, [value]], ['Cluster', 'Arn'], ['Map', 'a', 'b'], 'Open', 'Task', 'Service.Name'], random) });
    case 4: return set({ 'Fn::If': [pick(['Maybe', 'Never', 'Nowhere'], random), value, pick([{ Ref: 'AWS::NoValue' }, pick(scalars, random)], random)] });
    case 5: return set(elsewhere(pick(random.below(2) === 0 ? [template] : corpus, random), key, random));
    case 6: return Array.isArray(value) ? void value.push(...Array(pick([1, 1, 40], random)).fill(structuredClone(value[0] ?? 'a'))) : set([value, value]);
    case 7: {
      if (Array.isArray(within)) return set({ [pick(keys, random)]: value });
      delete within[key];
      return void Object.defineProperty(within, pick([...keys, ...Object.keys(within)], random), { value, enumerable: true, configurable: true, writable: true });
    }
    default: return set(typeof value === 'string' ? pick([value + value, value.slice(1), Number(value), value.toUpperCase(), ` ${value}`, [value], {}], random) : typeof value === 'number' ? pick([String(value), -value, value + 1, value * 1e6, value / 3], random) : pick([[], {}, '', JSON.stringify(value)], random));
  }
}

/** A value of a template that stands under the same key, else under any. */
function elsewhere(template, key, random) {
  const all = parts(template), alike = all.filter(part => part.key === key);
  const { within, key: at } = pick(alike.length > 0 && random.below(3) > 0 ? alike : all, random);
  return structuredClone(within[at]);
}

/** The same with the keys of all maps the other way round, but of those that become a text. */
export function turned(raw) {
  if (Array.isArray(raw)) return raw.map(turned);
  return isMap(raw) ? Object.fromEntries(Object.entries(raw).reverse().map(([key, value]) => [key, key === 'Fn::ToJsonString' ? value : turned(value)])) : raw;
}

/** The template with as much taken away as leaves it so that `shows` holds. */
export function smaller(template, shows) {
  let least = structuredClone(template);
  for (let shrunk = true; shrunk;) {
    shrunk = false;
    for (let i = 0; i < parts(least).length; i++) {
      const less = structuredClone(least), { within, key } = parts(less)[i];
      if (Array.isArray(within)) within.splice(Number(key), 1);
      else delete within[key];
      if (shows(less)) [least, shrunk] = [less, true];
    }
  }
  return least;
}

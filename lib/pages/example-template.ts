import { baseStacks, type BaseStackName } from '../rules/base-stacks';
import type { Example } from '../rules/example';
import type { StackInput } from '../template/deployment';
import { parseYaml } from '../template/parse';
import { parseJson } from '../template/parse-json';
import { isMap, type Raw, type RawMap } from '../template/raw';

/** The stacks of an example: its template, and what is nested in it. */
export function stacksOf(example: Example): readonly StackInput[] {
  const outer = { name: 'example', document: parseJson('example.json', JSON.stringify(templateOf(example))) };
  return example.nested === undefined ? [outer]
    : [outer, { name: 'child', document: parseYaml('child.yaml', example.nested), nestedIn: { stack: outer.name, resource: 'Child' } }];
}

/** The template of an example: what it changes, laid over its base stack. */
export function templateOf(example: Example): RawMap {
  return overlay(base(example.over), read(example.template)) as RawMap;
}

const bases = new Map<BaseStackName, RawMap>();

function base(name: BaseStackName): RawMap {
  const stack = bases.get(name) ?? read(baseStacks[name]);
  bases.set(name, stack);
  return stack;
}

function read(yaml: string): RawMap {
  return yaml.trim() === '' ? {} : parseYaml('example', yaml).root;
}

/** Maps are merged, lists and scalars replaced, null takes away. A function (`Ref`, `Fn::…`) is replaced as a whole. */
function overlay(base: Raw | undefined, change: Raw): Raw {
  if (!isMap(base) || !isMap(change) || isFunction(base) || isFunction(change)) return change;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(change)])].filter(key => change[key] !== null);
  return Object.fromEntries(keys.map(key => [key, overlay(base[key], change[key] ?? base[key] ?? null)]));
}

function isFunction(raw: RawMap): boolean {
  const keys = Object.keys(raw);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0]?.startsWith('Fn::') === true);
}

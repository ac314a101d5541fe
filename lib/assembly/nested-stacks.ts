import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { partsOf } from '../core/text';
import type { Value } from '../core/value';
import { cloudFormationLimits } from '../catalog/cloudformation-limits';
import { InputError } from '../finding/input-error';
import { Deployment, type StackInput } from '../template/deployment';
import { isMap, own } from '../template/raw';
import type { Resource } from '../template/resource';
import { readTemplate, show, type Reading } from './reading';
import type { Records } from './records';

/** A stack, and the absolute path of its template. */
export interface Member {
  readonly stack: StackInput;
  readonly path: string;
}

/** Where nested templates may be found, beside where a relative `TemplateURL` leads (as `aws cloudformation package` takes it). */
export interface Surroundings {
  /** A folder that is not left, wherever a template points. */
  readonly within: string;
  /** Templates that were named beside; these may lie anywhere. */
  readonly named: ReadonlySet<string>;
  /** Of an assembly: what the CDK wrote down. */
  records?(): Records;
}

/** A member, and the templates of those in which it is nested, its own last. */
interface Nested extends Member {
  readonly trail: readonly string[];
}

/** The stack with all that are nested in it, at any depth: itself first, then those nested in it, then those nested in them. */
export function withNested(outermost: Member, around: Surroundings, reading: Reading): readonly Member[] {
  const members: Nested[] = [{ ...outermost, trail: [outermost.path] }];
  for (let last: readonly Nested[] = members; last.length > 0;) {
    // What a stack is passed may say where the templates are that it nests itself.
    const { stacks } = new Deployment(members.map(({ stack }) => stack));
    last = last.flatMap(member => (stacks.get(member.stack.name)?.resourcesOf('AWS::CloudFormation::Stack') ?? [])
      .flatMap(resource => nestedStack(resource, member, around, reading) ?? []));
    if (members.push(...last) > cloudFormationLimits.value.stacks) throw new InputError(`${show(outermost.path, reading)} nests more than ${cloudFormationLimits.value.stacks} stacks.`);
  }
  return members;
}

function nestedStack(resource: Resource, member: Nested, around: Surroundings, reading: Reading): Nested | undefined {
  const path = templateOf(resource, member, around, reading), { name, region, account } = member.stack;
  if (path === undefined) return undefined;
  if (member.trail.includes(path)) {
    reading.notes.push(`${resource.id} in ${member.stack.document.file} nests a stack in itself; that is not followed.`);
    return undefined;
  }
  const stack: StackInput = {
    name: around.records?.().constructOf(basename(path)) ?? `${name}/${resource.id}`,
    document: readTemplate(path, reading),
    nestedIn: { stack: name, resource: resource.id },
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
  };
  return { path, stack, trail: [...member.trail, path] };
}

/** The template of a nested stack, where it is here. */
function templateOf(resource: Resource, member: Nested, around: Surroundings, reading: Reading): string | undefined {
  const url = resource.properties.get('TemplateURL').text(), { within, named, records } = around;
  const written = assetOf(resource, member, records) ?? (url.state === 'known' && !url.value.includes('://') ? url.value : undefined);
  if (written === undefined) return copyOf(url, resource, member, around, reading);
  const path = resolve(dirname(member.path), written);
  if (named.has(path) || (isWithin(path, within) && existsSync(path))) return path;
  reading.notes.push(`${resource.id} in ${member.stack.document.file} takes its template from ${written}, `
    + (isWithin(path, within) ? 'which is not there.' : `outside of ${show(within, reading)}. Name that template too, to have it read.`));
  return undefined;
}

/** The file that the CDK wrote for a nested stack: `cdk synth` says so in the template, a synthesis in a program only in the records. */
function assetOf({ id, metadata }: Resource, { path }: Member, records: Surroundings['records']): string | undefined {
  const asset = own(metadata, 'aws:asset:path');
  return typeof asset === 'string' ? asset : records?.().nestedIn(basename(path), id);
}

/**
 * The template here of which a copy lies where the URL leads: most of the URL's end is that of its path, and it takes the parameters that are passed.
 * Undefined where there is none, or more than one.
 */
function copyOf(url: Value<string>, resource: Resource, member: Nested, { within, named }: Surroundings, reading: Reading): string | undefined {
  const end = endOf(url), folders = new Set([dirname(member.path), within]);
  for (let i = 0; i < end.length; i++) {
    const tail = join(...end.slice(i));
    const beside = [...folders].map(folder => join(folder, tail)).filter(path => isWithin(path, within) && existsSync(path));
    const paths = new Set([...beside, ...[...named].filter(path => path.endsWith(sep + tail))].filter(path => !member.trail.includes(path)));
    const [path, ...others] = [...paths].filter(candidate => takes(resource, candidate, reading));
    if (others.length > 0) reading.notes.push(`${resource.id} in ${member.stack.document.file} may take its template from ${[...paths].map(one => show(one, reading)).join(' or ')}, so from neither.`);
    else if (path !== undefined) reading.notes.push(`${resource.id} in ${member.stack.document.file} is taken to have its template from ${show(path, reading)}.`);
    if (paths.size > 0) return others.length > 0 ? undefined : path;
  }
  return undefined;
}

/** The folders and the file that the URL is known to end with. */
function endOf(url: Value<string>): readonly string[] {
  const last = partsOf(url)?.at(-1);
  if (typeof last !== 'string') return [];
  const [path = ''] = last.split(/[?#]/, 1), [, ...end] = path.replace(/^https?:\//, '').split('/');
  return end.filter(name => name !== '' && name !== '.' && name !== '..');
}

/** Whether there is a template at the path that declares all that is passed. */
function takes(resource: Resource, path: string, reading: Reading): boolean {
  try {
    const passed = resource.properties.get('Parameters').map(), declared = own(readTemplate(path, reading).root, 'Parameters');
    return passed.state !== 'known' || [...passed.value.keys()].every(name => isMap(declared) && Object.hasOwn(declared, name));
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** Whether a path stays in a folder, also where a symbolic link leads. */
export function isWithin(path: string, folder: string): boolean {
  return liesIn(path, folder) && (!existsSync(path) || liesIn(realpathSync(path), realpathSync(folder)));
}

function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

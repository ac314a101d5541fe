import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { endsWith } from '../core/text';
import { cloudFormationLimits } from '../catalog/cloudformation-limits';
import { InputError } from '../finding/input-error';
import { Deployment, type StackInput } from '../template/deployment';
import { own } from '../template/raw';
import type { Resource } from '../template/resource';
import { readTemplate, show, type Reading } from './reading';
import type { Records } from './records';

/** A stack, and the absolute path of its template. */
export interface Member {
  readonly stack: StackInput;
  readonly path: string;
}

/**
 * Where nested templates may be found: where the CDK put them, where a relative `TemplateURL` leads (as `aws cloudformation package` takes it),
 * or among those named beside, when one alone is what the URL ends with.
 */
export interface Surroundings {
  /** A folder that is not left, wherever a template points. */
  readonly within: string;
  /** Templates that were named beside; these may lie anywhere. */
  readonly named: ReadonlySet<string>;
  /** Of an assembly: what the CDK wrote down. */
  records?(): Records;
}

/** The stack with all that are nested in it, at any depth. Itself first. */
export function withNested(outermost: Member, around: Surroundings, reading: Reading): readonly Member[] {
  const members: Member[] = [];
  const add = (member: Member, trail: readonly string[]): void => {
    if (members.push(member) > cloudFormationLimits.value.stacks) throw new InputError(`${show(outermost.path, reading)} nests more than ${cloudFormationLimits.value.stacks} stacks.`);
    for (const resource of nestedStacks(member.stack)) {
      const path = templateOf(resource, member, around, reading);
      if (path === undefined) continue;
      if (trail.includes(path)) reading.notes.push(`${resource.id} in ${member.stack.document.file} nests a stack in itself; that is not followed.`);
      else add({ path, stack: nestedStack(resource, member.stack, path, around, reading) }, [...trail, path]);
    }
  };
  add(outermost, [outermost.path]);
  return members;
}

function nestedStacks(stack: StackInput): readonly Resource[] {
  return new Deployment([stack]).resources().filter(({ type }) => type === 'AWS::CloudFormation::Stack');
}

function nestedStack(resource: Resource, { name, region, account }: StackInput, path: string, around: Surroundings, reading: Reading): StackInput {
  return {
    name: around.records?.().constructOf(basename(path)) ?? `${name}/${resource.id}`,
    document: readTemplate(path, reading),
    nestedIn: { stack: name, resource: resource.id },
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
  };
}

/** The template of a nested stack, where it is here. */
function templateOf(resource: Resource, member: Member, { within, named, records }: Surroundings, reading: Reading): string | undefined {
  const url = resource.properties.get('TemplateURL').text();
  const written = assetOf(resource, member, records) ?? (url.state === 'known' && !url.value.includes('://') ? url.value : undefined);
  if (written === undefined) {
    const [only, ...others] = [...named].filter(path => endsWith(url, `/${basename(path)}`) === 'yes');
    return others.length === 0 ? only : undefined;
  }
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

export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

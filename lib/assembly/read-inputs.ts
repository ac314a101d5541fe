import { basename, dirname, resolve } from 'node:path';
import { InputError } from '../finding/input-error';
import type { StackInput } from '../template/deployment';
import { isCloudAssembly, readCloudAssembly, type CloudAssembly } from './cloud-assembly';
import { deploymentsOf, type Family } from './deployments';
import { checkParameters, withOwnParameters } from './given-parameters';
import { withNested } from './nested-stacks';
import { readTemplate, settingsOf, type Reading, type ReadOptions } from './reading';
import { kindOf } from './disk';
import { templatesIn } from './template-folder';

export interface Inputs {
  /** What is deployed together; several where there are stages, or where templates are in each other's way. */
  readonly deployments: readonly (readonly StackInput[])[];
  /** What was left out or taken apart and why, for people. */
  readonly notes: readonly string[];
}

/** What a path that somebody named turned out to be: a cloud assembly, or templates. */
interface Source {
  readonly folder: string;
  readonly assembly?: CloudAssembly;
  readonly templates: readonly string[];
}

/**
 * Reads templates, folders of templates and cloud assemblies from disk.
 * Throws `InputError` where a named path is no file, no template or no readable text.
 */
export function readInputs(paths: readonly string[], options: ReadOptions): Inputs {
  const reading: Reading = { options, notes: [], documents: new Map() };
  const named = new Map(paths.map(path => [resolve(options.workingDirectory, path), path]));
  const sources = [...named].map(([path, shown]) => sourceAt(path, shown, reading));
  const written = familiesOf(sources, reading);
  const together = deploymentsOf(sources.map(source => source.assembly?.stacks ?? written.get(source) ?? []), reading);
  const stages = sources.flatMap(({ assembly }) => assembly?.stages ?? []).flatMap(stage => deploymentsOf([stage], reading));
  const deployments = [...together, ...stages];
  if (deployments.length === 0 && paths.length > 0) throw new InputError(`${paths.join(', ')} holds no stack.`);
  const parameters = options.parameters ?? new Map<string, string>();
  checkParameters(deployments.flat(), parameters);
  return { deployments: deployments.map(stacks => stacks.map(stack => withOwnParameters(stack, parameters))), notes: reading.notes };
}

function sourceAt(path: string, shown: string, reading: Reading): Source {
  if (kindOf(path, shown) === 'file') return { folder: dirname(path), templates: [path] };
  if (isCloudAssembly(path)) return { folder: path, assembly: readCloudAssembly(path, reading), templates: [] };
  return { folder: path, templates: templatesIn(path, reading) };
}

/** The stacks of hand-written templates. One that another nests is deployed with that, and not for itself. */
function familiesOf(sources: readonly Source[], reading: Reading): ReadonlyMap<Source, readonly Family[]> {
  const owners = new Map<string, Source>(); // a template that is named twice is meant once
  for (const source of sources) {
    for (const path of source.templates) owners.set(path, owners.get(path) ?? source);
  }
  const named = new Set(owners.keys()), nested = new Set<string>(), families = new Map<string, Family>();
  for (const [path, { folder }] of owners) {
    if (nested.has(path)) continue;
    const stack: StackInput = { name: stemOf(path), document: readTemplate(path, reading), ...settingsOf(reading) };
    const members = withNested({ stack, path }, { within: folder, named }, reading);
    families.set(path, members.map(member => member.stack));
    for (const member of members.slice(1)) nested.add(member.path);
  }
  const outermost = [...families].filter(([path]) => !nested.has(path));
  return new Map(sources.map(source => [source, outermost.flatMap(([path, family]) => (owners.get(path) === source ? [family] : []))]));
}

/** A file's name without its endings: `shop.template.json` and `shop.yaml` are both stack `shop`. */
function stemOf(path: string): string {
  return basename(path).replace(/(?<=.)\.(json|ya?ml|template)$/, '').replace(/(?<=.)\.template$/, '');
}

import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { byText } from '../core/order';
import { InputError } from '../finding/input-error';
import type { StackInput } from '../template/deployment';
import { parseJson } from '../template/parse-json';
import { isList, isMap, own, type Raw, type RawMap } from '../template/raw';
import type { Family } from './deployments';
import { isWithin, withNested, type Member } from './nested-stacks';
import { readTemplate, settingsOf, show, type Reading } from './reading';
import { readText } from './disk';
import { sortRecords, userCodeOf, type Records } from './records';
import { readTakenOut, type TakenOut } from './validation-report';

const manifestFile = 'manifest.json';

/** What `cdk synth` writes into `cdk.out`: stacks, and stages, each of which is deployed for itself. */
export interface CloudAssembly {
  readonly stacks: readonly Family[];
  readonly stages: readonly (readonly Family[])[];
}

export function isCloudAssembly(folder: string): boolean {
  return existsSync(join(folder, manifestFile)) && existsSync(join(folder, 'cdk.out'));
}

/** What an assembly and those of its stages share. */
interface Outermost {
  readonly root: string;
  readonly takenOut: readonly TakenOut[];
}

/** Reads an assembly with its stages. Throws `InputError` where it is not what the CDK writes. */
export function readCloudAssembly(folder: string, reading: Reading, outermost: Outermost = { root: folder, takenOut: readTakenOut(folder, reading) }): CloudAssembly {
  const manifest = readJson(join(folder, manifestFile), reading), artifacts = own(manifest, 'artifacts');
  noteMissing(manifest, folder, reading);
  const stacks: Family[] = [], stages: (readonly Family[])[] = [];
  for (const [id, artifact] of Object.entries(isMap(artifacts) ? artifacts : {}).sort(([a], [b]) => byText(a, b))) {
    const type = own(artifact, 'type'), properties = own(artifact, 'properties');
    const file = own(properties, type === 'aws:cloudformation:stack' ? 'templateFile' : 'directoryName');
    if (type !== 'aws:cloudformation:stack' && type !== 'cdk:cloud-assembly') continue;
    const path = typeof file === 'string' ? resolve(folder, file) : folder;
    if (path === folder || !isWithin(path, outermost.root)) throw new InputError(`${show(join(folder, manifestFile), reading)} names no file of its own for ${id}.`);
    if (type === 'aws:cloudformation:stack') stacks.push(readFamily(id, artifact, { folder, path, ...outermost }, reading));
    else {
      const stage = readCloudAssembly(path, reading, outermost);
      stages.push(stage.stacks, ...stage.stages);
    }
  }
  return { stacks, stages };
}

/** Where the CDK could not look something up, it goes on with what it makes up: ids as `vpc-12345`, of which nothing is known. */
function noteMissing(manifest: RawMap, folder: string, reading: Reading): void {
  const missing = own(manifest, 'missing'), providers = new Set((isList(missing) ? missing : []).map(entry => String(own(entry, 'provider'))));
  if (providers.size > 0) reading.notes.push(`${show(folder, reading)} holds made-up values in place of what was not looked up (${[...providers].join(', ')}). Run cdk synth where it can reach the account.`);
}

function readFamily(id: string, artifact: Raw, { folder, path, root, takenOut }: Outermost & { readonly folder: string; readonly path: string }, reading: Reading): Family {
  const properties = own(artifact, 'properties'), [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(textOf(own(artifact, 'environment')) ?? '') ?? [];
  const deployedName = textOf(own(properties, 'stackName')) ?? id;
  const stack: StackInput = {
    name: textOf(own(artifact, 'displayName')) ?? deployedName,
    document: readTemplate(path, reading),
    ...settingsOf(reading, {
      deployedName, parameters: parametersOf(own(properties, 'parameters')),
      ...(account === undefined || account === 'unknown-account' ? {} : { account }),
      ...(region === undefined || region === 'unknown-region' ? {} : { region }),
    }),
  };
  const records = recordsOf(artifact, { folder, path }, reading);
  return withNested({ stack, path }, { within: root, named: new Set(), records }, reading).map(member => withRecords(member, records, takenOut, reading));
}

function withRecords({ stack, path }: Member, records: () => Records, takenOut: readonly TakenOut[], { options }: Reading): StackInput {
  const recordOf = (logicalId: string) => records().of(basename(path), logicalId);
  return {
    ...stack,
    acknowledged: [...(stack.nestedIn ? [] : records().acknowledged), ...takenOut.filter(finding => finding.path === path && !isRecorded(finding, records())).map(finding => finding.as)],
    constructPath: logicalId => recordOf(logicalId)?.constructPath,
    userCode: logicalId => {
      const record = recordOf(logicalId);
      return record && userCodeOf(record, records(), options.workingDirectory);
    },
  };
}

function isRecorded({ acknowledgedAt, as: { rule } }: TakenOut, { acknowledged }: Records): boolean {
  return acknowledged.some(recorded => recorded.rule === rule && recorded.constructPath === acknowledgedAt);
}

/** The records of a stack, read when they are first asked: they stand in a file of their own, and in the manifest where an older CDK wrote it. */
function recordsOf(artifact: Raw, { folder, path }: { folder: string; path: string }, reading: Reading): () => Records {
  let records: Records | undefined;
  return () => (records ??= sortRecords({ ...inManifest(artifact), ...besideManifest(artifact, folder, reading) }, basename(path)));
}

function inManifest(artifact: Raw): RawMap {
  const records = own(artifact, 'metadata');
  return isMap(records) ? records : {};
}

/** Nothing where the file is gone or broken: what was written down helps to find things, and nothing else. */
function besideManifest(artifact: Raw, folder: string, reading: Reading): RawMap {
  const file = textOf(own(artifact, 'additionalMetadataFile'));
  if (file === undefined) return {};
  try {
    return readJson(join(folder, basename(file)), reading);
  } catch (error) {
    if (error instanceof InputError) return {};
    throw error;
  }
}

function readJson(path: string, reading: Reading): RawMap {
  const shown = show(path, reading);
  return parseJson(shown, readText(path, shown)).root;
}

function parametersOf(raw: Raw | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(isMap(raw) ? raw : {}).map(([name, value]) => [name, String(value)]));
}

function textOf(raw: Raw | undefined): string | undefined {
  return typeof raw === 'string' ? raw : undefined;
}

import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UserCode } from '../finding/location';
import type { StackInput } from '../template/deployment';
import { isList, isMap, own, type Raw, type RawMap } from '../template/raw';

/** What the CDK wrote down beside the templates of a stack and of those nested in it. */
export interface Records {
  /** The construct that a template was made of, as `Shop/Nested`. */
  constructOf(templateFile: string): string | undefined;
  /** The template of the stack that an `AWS::CloudFormation::Stack` creates. */
  nestedIn(templateFile: string, logicalId: string): string | undefined;
  /** What was written down of a resource, by its template's file name and its logical id. */
  of(templateFile: string, logicalId: string): ResourceRecord | undefined;
  /** What `Validations.of(construct).acknowledge(…)` said of rules of Drydock's. */
  readonly acknowledged: NonNullable<StackInput['acknowledged']>;
}

interface ResourceRecord {
  readonly constructPath: string;
  /** The calls that made it, innermost first, as `new Shop (/app/lib/shop.ts:12:5)`. */
  readonly calls: readonly Raw[];
}

/** Sorts entries by construct path, as a cloud assembly has them, by template and logical id. `templateFile` is the outermost stack's. */
export function sortRecords(entries: RawMap, templateFile: string): Records {
  const stacks = new Map(Object.keys(entries).flatMap(path => {
    const file = entryOf(entries[path], 'aws:cdk:templateFile', 'data');
    return typeof file === 'string' ? [[path, file]] : [];
  }));
  const constructs = new Map([...stacks].map(([path, file]) => [file, withoutSlash(path)]));
  const resources = new Map(Object.entries(entries).flatMap(([path, about]): [string, ResourceRecord][] => {
    const id = entryOf(about, 'aws:cdk:logicalId', 'data');
    if (typeof id !== 'string') return [];
    const calls = entryOf(about, 'aws:cdk:creationStack', 'data') ?? entryOf(about, 'aws:cdk:logicalId', 'trace');
    return [[`${stackAround(path, stacks) ?? templateFile} ${id}`, { constructPath: withoutSlash(path), calls: isList(calls) ? calls : [] }]];
  }));
  const of = (file: string, id: string): ResourceRecord | undefined => resources.get(`${file} ${id}`);
  return {
    constructOf: file => constructs.get(file),
    // The CDK makes the resource of the nested stack `Shop/Nested` beside it, in `Shop/Nested.NestedStack`.
    nestedIn: (file, id) => stacks.get(`/${of(file, id)?.constructPath.replace(/\.NestedStack\/[^/]*$/, '') ?? ''}`),
    of,
    acknowledged: Object.entries(entries).flatMap(([path, about]) =>
      entriesOf(about, 'aws:cdk:acknowledged-rules').flatMap(entry => acknowledgedAt(path, own(entry, 'data')))),
  };
}

/** The line of the user's own program among calls: the first that is neither in a package nor in Node. */
export function userCodeIn(calls: readonly Raw[], workingDirectory: string): UserCode | undefined {
  for (const call of calls) {
    const [, place, line] = /([^()]+):(\d+):\d+\)?$/.exec(String(call)) ?? [];
    if (place === undefined || place.startsWith('node:') || /[\\/]node_modules[\\/]/.test(place)) continue;
    const file = place.startsWith('file:') ? fileURLToPath(place) : place;
    return { file: relative(workingDirectory, file).split(sep).join('/'), line: Number(line) };
  }
  return undefined;
}

function acknowledgedAt(path: string, rules: Raw | undefined): Records['acknowledged'] {
  return Object.entries(isMap(rules) ? rules : {}).flatMap(([id, reason]) => {
    const [, rule] = /^Drydock::(.+)$/.exec(id) ?? [];
    return rule === undefined ? [] : [{ rule, reason: String(reason), constructPath: withoutSlash(path) }];
  });
}

/** The template of the innermost stack in which a construct stands. */
function stackAround(path: string, stacks: ReadonlyMap<string, string>): string | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const file = stacks.get(path.slice(0, end));
    if (file !== undefined) return file;
  }
  return undefined;
}

function entryOf(about: Raw | undefined, type: string, field: string): Raw | undefined {
  return own(entriesOf(about, type)[0], field);
}

function entriesOf(about: Raw | undefined, type: string): readonly Raw[] {
  return isList(about) ? about.filter(entry => own(entry, 'type') === type) : [];
}

function withoutSlash(path: string): string {
  return path.replace(/^\//, '');
}

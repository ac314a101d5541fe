import { join, relative, sep } from 'node:path';
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
  /** The calls that made a resource, and then those that made what stands in the constructs around it, up to its stack: the innermost construct first, and in each what was made first. */
  callsThatMade(resource: ResourceRecord): Iterable<readonly Raw[]>;
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
    return [[`${stackAround(path, stacks) ?? templateFile} ${id}`, { constructPath: withoutSlash(path), calls: callsIn(about) }]];
  }));
  const of = (file: string, id: string): ResourceRecord | undefined => resources.get(`${file} ${id}`);
  return {
    constructOf: file => constructs.get(file),
    // The CDK makes the resource of the nested stack `Shop/Nested` beside it, in `Shop/Nested.NestedStack`.
    nestedIn: (file, id) => stacks.get(`/${of(file, id)?.constructPath.replace(/\.NestedStack\/[^/]*$/, '') ?? ''}`),
    of,
    *callsThatMade({ constructPath: path, calls }) {
      yield calls;
      for (let end = path.lastIndexOf('/'); end > 0 && !stacks.has(`/${path.slice(0, end)}`); end = path.lastIndexOf('/', end - 1)) {
        for (const [inner, about] of Object.entries(entries)) if (inner.startsWith(`/${path.slice(0, end)}/`)) yield callsIn(about);
      }
    },
    acknowledged: Object.entries(entries).flatMap(([path, about]) =>
      entriesOf(about, 'aws:cdk:acknowledged-rules').flatMap(entry => acknowledgedAt(path, own(entry, 'data')))),
  };
}

/** Drydock's own constructs. For users these are in `node_modules`; where Drydock itself is at home they are beside the examples. */
const home = join(__dirname, '..', '..');
const ownCode = [join(home, 'lib', 'constructs'), join(home, 'dist')];

/**
 * The line of the user's own program that made a resource. The CDK writes down the ten innermost calls; where a construct is so deep in another that all of them are
 * in packages, it is the line that made the other.
 */
export function userCodeOf(resource: ResourceRecord, records: Records, workingDirectory: string): UserCode | undefined {
  for (const calls of records.callsThatMade(resource)) {
    const line = userCodeIn(calls, workingDirectory);
    if (line) return line;
  }
  return undefined;
}

/** The first of the calls that is neither in a package nor in Node. */
function userCodeIn(calls: readonly Raw[], workingDirectory: string): UserCode | undefined {
  for (const call of calls) {
    const [, place, line] = /^(?:.*[()])?([^()]+):(\d+):\d+\)?$/s.exec(String(call)) ?? [];
    if (place === undefined || place.startsWith('node:') || /[\\/]node_modules[\\/]/.test(place)) continue;
    const file = place.startsWith('file:') ? fileURLToPath(place) : place;
    if (ownCode.some(folder => file.startsWith(folder + sep))) continue;
    return { file: relative(workingDirectory, file).split(sep).join('/'), line: Number(line) };
  }
  return undefined;
}

function callsIn(about: Raw | undefined): readonly Raw[] {
  const calls = entryOf(about, 'aws:cdk:creationStack', 'data') ?? entryOf(about, 'aws:cdk:logicalId', 'trace');
  return isList(calls) ? calls : [];
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

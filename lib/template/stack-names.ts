import { groupBy } from '../core/group-by';
import { partsOf, showIdentity, textOf } from '../core/text';
import { type TextPart, type Unknown, type Value } from '../core/value';
import { Property } from './property';
import { isList, isMap, own, type Raw } from './raw';
import type { Stack } from './stack';

/** How much of the end of a name is tried: more than any name of an export is long. */
const longestName = 300;

/** What a stack is called, as an import of another tells: a name, or the parameter in which it will be given. */
export interface FoundName {
  readonly stack: Stack;
  readonly name: TextPart;
  readonly because: { readonly importer: Stack; readonly imported: Value<string> };
}

/** How a found name reads. A parameter of which nothing is said has one value in all stacks that declare it. */
export function showName({ name }: FoundName): string {
  return typeof name === 'string' ? name : `\${${showIdentity(name.is)}}`;
}

/** A text in which the name of a stack that nobody decided is `name`, else that of the stack's template. */
export function called(text: Value<string>, name?: TextPart): Value<string> {
  const parts = partsOf(text);
  return parts?.some(isStackName) ? textOf(parts.map(part => (isStackName(part) ? name ?? part.is.stack : part)), text.at) : text;
}

function isStackName(part: TextPart): part is Unknown & { readonly is: { readonly kind: 'pseudo'; readonly stack: string } } {
  return typeof part === 'object' && part.is?.kind === 'pseudo' && part.is.name === 'AWS::StackName';
}

/**
 * The names of stacks that nobody gave, as their exports are imported: where `production-VpcId` is imported and one stack alone exports `${AWS::StackName}-VpcId`,
 * that stack is called production, and where `${Network}-VpcId` is, whatever the parameter will say. Not where imports would have one stack called differently
 * or several alike: what is named together may be alternatives.
 */
export function namesByImports(stacks: readonly Stack[], isExported: (name: Value<string>, importer: Stack) => boolean): readonly FoundName[] {
  const open = groupBy(stacks.filter(({ settings }) => settings.deployedName === undefined && !settings.nestedIn).flatMap(exportsByOwnName), ({ after }) => after);
  const found = new Map<string, FoundName>();
  for (const importer of open.size > 0 ? stacks : []) {
    for (const imported of importsOf(importer)) {
      if (isExported(imported, importer)) continue;
      const given = aroundUnknown(imported);
      for (const { stack, before, after } of endsOf(given).flatMap(end => open.get(end) ?? [])) {
        const name = stack === importer ? undefined : nameBetween(before, given, after);
        if (name !== undefined && isSameMarket(stack, importer)) found.set(JSON.stringify([stack.name, typeof name === 'string' ? name : name.is]), { stack, name, because: { importer, imported } });
      }
    }
  }
  const all = [...found.values()], ofStack = groupBy(all, ({ stack }) => stack), ofName = groupBy(all, showName);
  return all.filter(one => ofStack.get(one.stack)?.every(other => showName(other) === showName(one)) && ofName.get(showName(one))?.every(other => other.stack === one.stack));
}

/** The name of an export, or of what is imported. All of a known text stands before; of one with more unknown parts nothing is told. */
interface ExportName { readonly before: string; readonly inner?: Unknown; readonly after: string }

/** The exports of a stack that are named by the stack and something else. */
function exportsByOwnName(stack: Stack): readonly (ExportName & { readonly stack: Stack })[] {
  return stack.exports().flatMap(({ name }) => {
    const parts = aroundUnknown(name), { before, inner, after } = parts;
    return inner && isStackName(inner) && before + after !== '' ? [{ stack, ...parts }] : [];
  });
}

/** What may stand in the name of an export after the name of the stack, where that name is imported. */
function endsOf({ before, inner, after }: ExportName): readonly string[] {
  return inner ? [after] : Array.from({ length: Math.min(before.length, longestName) + 1 }, (_, length) => before.slice(before.length - length));
}

/** The name of the stack in the name of an export, if it can be one. */
function nameBetween(before: string, given: ExportName, after: string): TextPart | undefined {
  if (given.inner) return given.inner.is?.kind === 'parameter' && given.before === before ? given.inner : undefined;
  const name = given.before.startsWith(before) ? given.before.slice(before.length, given.before.length - after.length) : '';
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(name) ? name : undefined;
}

function aroundUnknown(text: Value<string>): ExportName {
  const parts = partsOf(text) ?? [], [inner, ...more] = parts.filter(part => typeof part === 'object');
  if (!inner) return { before: parts.join(''), after: '' };
  const at = parts.indexOf(inner);
  return more.length > 0 ? { before: '', after: '' } : { before: parts.slice(0, at).join(''), inner, after: parts.slice(at + 1).join('') };
}

function isSameMarket({ settings: a }: Stack, { settings: b }: Stack): boolean {
  return a.region === b.region && a.account === b.account;
}

function importsOf(stack: Stack): readonly Value<string>[] {
  const found: Value<string>[] = [], open: Raw[] = [own(stack.document.root, 'Resources') ?? null, own(stack.document.root, 'Outputs') ?? null];
  for (let raw = open.pop(); raw !== undefined; raw = open.pop()) {
    if (isList(raw)) open.push(...raw);
    if (!isMap(raw)) continue;
    const name = own(raw, 'Fn::ImportValue');
    if (name !== undefined) found.push(Property.written(stack, name, { stack: stack.name, path: [] }).text());
    open.push(...Object.values(raw as Readonly<Record<string, Raw>>));
  }
  return found;
}

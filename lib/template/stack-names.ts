import { partsOf, textOf } from '../core/text';
import type { TextPart, Unknown, Value } from '../core/value';
import { Property } from './property';
import { isList, isMap, own, type Raw } from './raw';
import type { Stack } from './stack';

/** What a stack is called, as an import of another tells. */
export interface FoundName {
  readonly stack: Stack;
  readonly name: string;
  readonly because: { readonly importer: Stack; readonly imported: string };
}

/** A text in which the name of a stack that nobody decided is `name`, else that of the stack's template. */
export function called(text: Value<string>, name?: string): Value<string> {
  const parts = partsOf(text);
  return parts?.some(isStackName) ? textOf(parts.map(part => (isStackName(part) ? name ?? part.is.stack : part)), text.at) : text;
}

function isStackName(part: TextPart): part is Unknown & { readonly is: { readonly kind: 'pseudo'; readonly stack: string } } {
  return typeof part === 'object' && part.is?.kind === 'pseudo' && part.is.name === 'AWS::StackName';
}

/**
 * The names of stacks that nobody gave, as their exports are imported: where `production-VpcId` is imported and one stack alone exports `${AWS::StackName}-VpcId`,
 * that stack is called production. Not where imports would have one stack called differently or several alike: what is named together may be alternatives.
 */
export function namesByImports(stacks: readonly Stack[], isExported: (name: Value<string>, importer: Stack) => boolean): readonly FoundName[] {
  const open = stacks.filter(({ settings }) => settings.deployedName === undefined && !settings.nestedIn).flatMap(exportsByOwnName);
  const missing = open.length === 0 ? [] : stacks.flatMap(importer => importsOf(importer).flatMap(name =>
    (name.state === 'known' && !isExported(name, importer) ? [{ importer, imported: name.value }] : [])));
  const found = new Map<string, FoundName>();
  for (const because of missing) {
    for (const { stack, before, after } of open) {
      const name = stack === because.importer ? undefined : between(because.imported, before, after);
      if (name !== undefined && isSameMarket(stack, because.importer)) found.set(JSON.stringify([stack.name, name]), { stack, name, because });
    }
  }
  const all = [...found.values()];
  return all.filter(one => all.every(other => other === one || (other.stack !== one.stack && other.name !== one.name)));
}

/** The exports of a stack that are named by the stack, as what stands before its name and what stands after. */
function exportsByOwnName(stack: Stack): readonly { readonly stack: Stack; readonly before: string; readonly after: string }[] {
  return stack.exports().flatMap(({ name }) => {
    const parts = partsOf(name) ?? [], at = parts.findIndex(isStackName), before = parts.slice(0, at), after = parts.slice(at + 1);
    return at >= 0 && [...before, ...after].every(part => typeof part === 'string') ? [{ stack, before: before.join(''), after: after.join('') }] : [];
  });
}

function between(text: string, before: string, after: string): string | undefined {
  const name = text.startsWith(before) && text.endsWith(after) ? text.slice(before.length, text.length - after.length) : '';
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(name) ? name : undefined;
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

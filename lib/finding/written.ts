import { partsOf } from '../core/text';
import type { Unknown, Value } from '../core/value';
import type { Literal, ResourceRef } from './finding';

/** A value as a template of the stack can write it, with functions for what is not known before; undefined where the stack has no name for a part of it. */
export function writtenIn(stack: string, value: Value<string>): Literal | undefined {
  const named = 'is' in value && value.is?.kind === 'attribute' && value.is.stack === stack ? value.is : undefined;
  if (named) return reference(named.resource, named.attribute);
  if (value.state === 'known') return value.value;
  // What looks like a variable and is none would have to be written in another way.
  const parts = (partsOf(value) ?? []).map(part => (typeof part === 'object' ? nameIn(stack, part) : part.includes('${') ? undefined : part));
  return parts.length === 0 || parts.includes(undefined) ? undefined : { 'Fn::Sub': parts.join('') };
}

/** What stands for a part of a text in `Fn::Sub`. */
export function nameIn(stack: string, { is }: Unknown): string | undefined {
  switch (is?.kind) {
    case 'attribute': return is.stack !== stack || /\bSuffix$/.test(is.attribute) ? undefined : `\${${is.attribute === 'Ref' ? is.resource : `${is.resource}.${is.attribute}`}}`;
    case 'parameter': return is.stack === stack ? `\${${is.name}}` : undefined;
    case 'pseudo': return `\${${is.name}}`;
    default: return undefined;
  }
}

/** `Ref` of a resource, or what `Fn::GetAtt` gives of it. */
export function reference(id: ResourceRef['id'], attribute = 'Ref'): { readonly Ref: string } | { readonly 'Fn::GetAtt': readonly [string, string] } {
  return attribute === 'Ref' ? { Ref: id } : { 'Fn::GetAtt': [id, attribute] };
}

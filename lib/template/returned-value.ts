import { returnValues, type ReturnValues } from '../catalog/return-values';
import type { Identity } from '../core/identity';
import type { Origin } from '../core/origin';
import { textOf } from '../core/text';
import { known, orElse, unknown, type Known, type TextPart, type Unknown, type Value } from '../core/value';
import { accountStack } from '../finding/finding';
import type { Shape } from './property';
import { own } from './raw';
import type { Resource } from './resource';

type Attribute = Extract<Identity, { readonly kind: 'attribute' }>;

/** What CloudFormation will return for an attribute of a resource, as far as that follows from the template. */
export function returnedValue(is: Attribute, resource: Resource, reference: (name: string) => Value<Shape>, at: Origin): Value<Shape> {
  const { stack, resource: id, attribute } = is;
  const returns = returnValues.value.get(resource.type), isThere = stack === accountStack;
  const created = (what: string, isName = false, text?: readonly TextPart[]): Unknown =>
    unknown({ kind: 'created', stack, resource: id, attribute: what, isName }, at, { is: { kind: 'attribute', stack, resource: id, attribute: what }, text });
  const made = (what: string, isName = false): Known<string> | Unknown =>
    isThere && (what === 'Ref' || (isName && returns?.ref === '${name}')) ? known(id, at, is) : created(what, isName);
  // The CDK reads by it what stacks of other regions write.
  if (resource.type === 'Custom::CrossRegionExportReader') return orElse(resource.properties.get('ReaderProps', 'imports', attribute).value(), made(attribute));
  const pattern = attribute === 'Ref' && isThere ? undefined : attribute === 'Ref' ? returns?.ref : own(returns?.attributes, attribute);
  if (!returns || typeof pattern !== 'string') return made(attribute);
  const property = (name: string): Value<string> => resource.properties.get(name).text();

  const pieces = piecesOf(pattern), [first] = pieces;
  if (pieces.length === 1 && typeof first === 'object' && first.fallback === '') return orElse(property(first.name), made(attribute));

  const text = textOf(pieces.map((piece): TextPart => {
    if (typeof piece === 'string') return piece;
    const { name, fallback } = piece;
    if (name.startsWith('AWS::')) return partOf(reference(name)) ?? '';
    if (name === 'name') return (returns.nameProperty === undefined ? undefined : partOf(property(returns.nameProperty))) ?? partOf(made(nameAttribute(returns), true)) ?? '';
    return fallback === undefined ? (partOf(made(name)) ?? '') : (partOf(property(name)) ?? fallback);
  }), at);
  return text.state === 'known' ? known(text.value, at, is) : created(attribute, false, text.text ?? [text]);
}

/** A text as it is, or a word between `${` and `}` with what holds where there is no such property. */
type Piece = string | { readonly name: string; readonly fallback: string | undefined };

const taken = new Map<string, readonly Piece[]>();

/** Takes a pattern of the catalog apart, each once. */
function piecesOf(pattern: string): readonly Piece[] {
  let pieces = taken.get(pattern);
  if (!pieces) {
    pieces = pattern.split(/(\$\{[^{}]*\})/).filter(piece => piece !== '').map(piece => {
      const [name = '', fallback] = piece.slice(2, -1).split('=');
      return piece.startsWith('${') ? { name, fallback } : piece;
    });
    taken.set(pattern, pieces);
  }
  return pieces;
}

/** What a name that CloudFormation makes up is known by: `Ref`, unless Ref gives something else and another attribute the name. */
function nameAttribute({ ref, attributes = {} }: ReturnValues): string {
  return ref === '${name}' ? 'Ref' : (Object.keys(attributes).find(key => attributes[key] === '${name}') ?? 'Ref');
}

function partOf(value: Value<Shape>): TextPart | undefined {
  if (value.state === 'known') return String(value.value);
  return value.state === 'unknown' ? value : undefined;
}

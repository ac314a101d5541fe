import { below, type Origin } from '../core/origin';
import { partsOf } from '../core/text';
import { unknown, type TextPart, type Unknown, type Value } from '../core/value';
import type { Property } from '../template/property';
import { documentIn } from './json';

/** What of a policy document can be read. */
export interface PolicyDocument {
  readonly statements: readonly Statement[];
  /** What cannot be read and may hold statements. */
  readonly unread: readonly Unknown[];
}

/** A statement of an IAM policy. */
export interface Statement {
  readonly at: Origin;
  readonly effect: 'Allow' | 'Deny';
  /** `Action` or `NotAction`, in lower case, since IAM takes actions in any case. */
  readonly actions: Patterns;
  /** `Resource` or `NotResource`. None in a trust policy. */
  readonly resources: Patterns;
  /** Of resource-based and trust policies. */
  readonly principal: Property;
  readonly condition: Property;
  /** The policy of AWS's own that it is of; nobody can edit those. */
  readonly awsManaged?: string;
}

/** What a statement is about: one of these, or for `NotAction` and `NotResource` all but these. */
export interface Patterns {
  readonly at: Origin;
  readonly any: readonly Pattern[];
  readonly except: boolean;
  /** As they are written. */
  readonly given: readonly Value<string>[];
}

/** Parts of which the known ones may hold `*` and `?`. */
export type Pattern = readonly TextPart[];

/** Reads a policy document. What stands where a statement should and is none is not read. */
export function readPolicyDocument(given: Property): PolicyDocument {
  const document = documentIn(given), list = document.get('Statement').listOrOne();
  if (list.state === 'unknown') return { statements: [], unread: [list] };
  const statements: Statement[] = [], unread: Unknown[] = [];
  for (const property of list.state === 'known' ? list.value : []) {
    const read = readStatement(property);
    if ('state' in read) unread.push(read);
    else statements.push(read);
  }
  return { statements, unread };
}

function readStatement(property: Property): Statement | Unknown {
  const effect = property.get('Effect').text();
  if (effect.state !== 'known') return effect.state === 'unknown' ? effect : unreadable(property, 'Effect');
  if (effect.value !== 'Allow' && effect.value !== 'Deny') return unreadable(property, 'Effect');
  return {
    at: property.at,
    effect: effect.value,
    actions: readPatterns(property, 'Action', value => patternOf(value).map(part => (typeof part === 'string' ? part.toLowerCase() : part))),
    resources: readPatterns(property, 'Resource', value => anyPartition(patternOf(value))),
    principal: property.get('Principal'),
    condition: property.get('Condition'),
  };
}

function unreadable(property: Property, key: string): Unknown {
  return unknown({ kind: 'form', expected: `a policy statement with ${key}`, found: 'another value' }, below(property.at, key));
}

function readPatterns(statement: Property, key: 'Action' | 'Resource', read: (value: Value<string>) => Pattern): Patterns {
  const except = statement.get(key).given === 'no' && statement.get(`Not${key}`).given !== 'no';
  const property = statement.get(except ? `Not${key}` : key), given = textsIn(property);
  // A policy of a resource may leave out that it is about that resource.
  const isLeftOut = key === 'Resource' && property.given === 'no';
  return { at: property.at, any: isLeftOut ? [['*']] : given.map(read), except, given };
}

/** The texts of a list or the one that stands alone. One that is unknown may be a text or a list of them; what it holds for certain comes first. */
export function textsIn(property: Property): readonly Value<string>[] {
  const list = property.listOrOne();
  if (list.state === 'unknown') return [...(list.elements ?? []).filter(isText), list];
  return list.state === 'known' ? list.value.map(element => element.text()) : [];
}

function isText(value: Value<unknown>): value is Value<string> {
  return value.state === 'unknown' || (value.state === 'known' && typeof value.value === 'string');
}

/** Policy variables, as `${aws:PrincipalTag/team}`, are known only to the request. */
function patternOf(value: Value<string>): Pattern {
  return (partsOf(value) ?? []).flatMap((part): readonly TextPart[] => {
    if (typeof part !== 'string') return [part];
    return part.split(/(\$\{[^}]*\})/).filter(piece => piece !== '').map(piece =>
      (piece.startsWith('${') ? unknown({ kind: 'request', key: piece.slice(2, -1) }, value.at) : piece));
  });
}

/**
 * An ARN with its partition out of the comparison: `arn:aws:` is written where the stack's own partition is meant, and a stack of which
 * no region is given does not know its own.
 */
export function anyPartition(arn: readonly TextPart[]): readonly TextPart[] {
  const [first, second, third, ...rest] = arn;
  if (typeof first === 'string' && first !== 'arn:') return [first.replace(/^arn:aws(-[a-z]+)*:/, 'arn:aws:'), ...arn.slice(1)];
  const isPartition = typeof second === 'object' && second.is?.kind === 'pseudo' && second.is.name === 'AWS::Partition';
  return isPartition && typeof third === 'string' ? [`arn:aws${third}`, ...rest] : arn;
}

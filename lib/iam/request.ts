import { openPart, type Glob } from '../core/glob';
import type { Origin } from '../core/origin';
import { partsOf, textOf } from '../core/text';
import { known, unknown, type TextPart, type Unknown, type Value } from '../core/value';
import { anyPartition, componentsOf } from './arn';

/** What somebody would do, taken apart once to be held against many statements. */
export interface Request {
  /** In lower case, since IAM takes actions in any case. */
  readonly action: Topic;
  /** The ARN of what it is done to, of whatever partition. */
  readonly resource: Topic;
  readonly context: RequestContext;
  readonly caller: Caller;
}

/** A text to be found among the patterns of statements. */
export interface Topic {
  readonly text: readonly TextPart[];
  /** All of it, where all is known. */
  readonly plain: string | undefined;
  /** What stands before its first colon, as the service of an action: what begins otherwise does not match. Empty where that is not known. */
  readonly beginning: string;
}

export function actionOf(action: string): Topic {
  return topicOf([action.toLowerCase()]);
}

/** Of whatever partition. */
export function resourceOf(arn: Value<string>): Topic {
  return topicOf(anyPartition(partsOf(arn) ?? []));
}

function topicOf(text: readonly TextPart[]): Topic {
  const [first = ''] = text;
  return { text, plain: typeof first === 'string' && text.length < 2 ? first : undefined, beginning: beginningOf(first) };
}

export function beginningOf(first: Glob[number] | undefined): string {
  return typeof first === 'string' ? first.slice(0, Math.max(first.indexOf(':'), 0)) : '';
}

/** `action` is as `ecr:BatchGetImage`; `resource` is an ARN, or `*` where the action knows no resources. */
export function requestFor(action: string, resource: Value<string>, caller: Caller, context: RequestContext = new Map()): Request {
  return { action: actionOf(action), resource: resourceOf(resource), caller, context };
}

/**
 * What is known of a request beside its action and its resource: condition keys in lower case, and their values. Absent, or no value at all:
 * the request comes without the key. A key that is not here may come with any value, or not at all.
 */
export type RequestContext = ReadonlyMap<string, ContextValue>;

/** Keys as `aws:TagKeys` have several values. */
export type ContextValue = Value<string> | readonly Value<string>[];

/** Who makes a request: a role in one of its sessions, a service of AWS's, or somebody of whom nothing is known. */
export type Caller =
  | {
    readonly kind: 'role';
    readonly arn: Value<string>;
    readonly account: Value<string>;
    /** The ARN of a session of it, as STS calls whoever has assumed it. */
    readonly session: Value<string>;
    readonly hasBoundary: boolean;
    readonly context: RequestContext;
  }
  | {
    readonly kind: 'service';
    readonly name: string;
    /** The region from which it comes, where policies may name it with that. */
    readonly region?: Value<string>;
    readonly context: RequestContext;
  }
  | { readonly kind: 'anybody'; readonly context: RequestContext };

/** What a request says of a key, in lower case: its values, none where it comes without the key, undefined where that is not known. */
export function valuesOf(key: string, request: Request): readonly Value<string>[] | undefined {
  const value = request.context.get(key) ?? request.caller.context.get(key) ?? always.get(key) ?? ofResource(key, request);
  if (value === undefined || isSeveral(value)) return value;
  return value.state === 'absent' ? [] : [value];
}

function isSeveral(value: ContextValue): value is readonly Value<string>[] {
  return Array.isArray(value);
}

const nowhere: Origin = { stack: '', path: [] };

/** What holds for every request that ECS and its agents make. */
const always: RequestContext = new Map([['aws:securetransport', known('true', nowhere)]]);

/** Where in an ARN the keys stand that its resource decides: a request goes to the region of what it is about. */
const placesInArn: ReadonlyMap<string, number> = new Map([['aws:requestedregion', 3], ['aws:resourceaccount', 4]]);

function ofResource(key: string, { resource }: Request): Value<string> | undefined {
  const place = placesInArn.get(key);
  if (place === undefined) return undefined;
  const components = componentsOf(resource.text), component = components.length === 6 ? components[place] : undefined;
  return component && component.length > 0 ? textOf(component, nowhere) : undefined;
}

/** A policy variable, as `${aws:PrincipalTag/team}`: what the request says of a key. */
export function aVariable(written: string, at: Origin): Unknown {
  return unknown({ kind: 'request', key: written }, at);
}

export function hasVariables(pattern: Glob): boolean {
  return pattern.some(token => isVariable(token));
}

function isVariable(token: Glob[number]): token is Unknown & { readonly why: { readonly kind: 'request' } } {
  return typeof token === 'object' && 'why' in token && token.why.kind === 'request';
}

/**
 * A pattern with what the request says in the place of its variables. Undefined where the request comes without a key that has no default: then nothing matches.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function filled(pattern: Glob, request: Request): Glob | undefined {
  const all: (Glob[number] | undefined)[] = pattern.flatMap((token): readonly (TextPart | Glob[number] | undefined)[] => {
    if (!isVariable(token)) return [token];
    const [, key = '', fallback] = /^\s*([^,\s]+)\s*(?:,\s*'(.*)'\s*)?$/s.exec(token.why.key) ?? [];
    const values = valuesOf(key.toLowerCase(), request), [only] = values ?? [];
    if (values === undefined || values.length > 1) return [token];
    return only ? partsOf(only) ?? [] : [fallback];
  });
  return all.every(token => token !== undefined) ? all : undefined;
}

/** What would have to be known to tell whether a pattern matches. */
export function openIn(key: string, at: Origin, ...tokens: readonly Glob[]): Unknown {
  return tokens.map(openPart).find(part => part) ?? unknown({ kind: 'request', key }, at);
}

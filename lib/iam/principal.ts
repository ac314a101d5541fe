import { globOf, isPlain, matchGlob, type Glob } from '../core/glob';
import { anyAnswer, type Answer } from '../core/identity';
import type { Origin } from '../core/origin';
import { partsOf, sameText, textOf } from '../core/text';
import { known, unknown, type Unknown, type Value } from '../core/value';
import type { Property } from '../template/property';
import { anyPartition, componentsOf } from './arn';
import { no, yes, type Holds } from './holds';
import type { Caller } from './request';
import { textsIn } from './texts-in';

/** Whom a statement of a resource's policy is about: these, or for `NotPrincipal` all but these. */
export interface Principals {
  readonly at: Origin;
  readonly except: boolean;
  readonly any: readonly Principal[];
  /** What cannot be read and may name somebody. */
  readonly unread: Unknown | undefined;
}

/**
 * What a principal names. Within an account it makes a difference whether that is a role or a session of it, which are limited by the boundary of the
 * role in different ways, or the account, which leaves the decision to the account's own policies.
 */
export type PrincipalKind = 'everybody' | 'session' | 'role' | 'account' | 'service' | 'other';

export interface Principal {
  readonly kind: PrincipalKind;
  readonly text: Value<string>;
  /** The text as a pattern; of an account only its number. */
  readonly glob: Glob;
}

export function readPrincipals(statement: Property): Principals {
  const except = statement.get('Principal').given === 'no' && statement.get('NotPrincipal').given !== 'no';
  const property = statement.get(except ? 'NotPrincipal' : 'Principal'), value = property.value(), written = { at: property.at, except, unread: undefined };
  if (value.state === 'unknown') return { ...written, any: [], unread: value };
  if (value.state === 'absent') return { ...written, any: [] };
  if (!(value.value instanceof Map)) return { ...written, any: [readAwsPrincipal(property.text())] };
  const otherwise = (kind: PrincipalKind) => (text: Value<string>): Principal => ({ kind, text, glob: partsOf(text) ?? [] });
  return {
    ...written,
    any: [
      ...textsIn(property.get('AWS')).map(readAwsPrincipal),
      ...textsIn(property.get('Service')).map(otherwise('service')),
      ...['Federated', 'CanonicalUser'].flatMap(key => textsIn(property.get(key)).map(otherwise('other'))),
    ],
  };
}

/** By https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html. Principals hold no wildcards, but `*` alone. */
function readAwsPrincipal(text: Value<string>): Principal {
  const parts = anyPartition(partsOf(text) ?? []), [only] = parts, components = componentsOf(parts), [name] = components[5] ?? [];
  if (text.state === 'known' && text.value === '*') return { kind: 'everybody', text, glob: [] };
  const isAccount = parts.length === 1 && (typeof only === 'string' ? /^\d{12}$/.test(only) : only?.is?.kind === 'pseudo' && only.is.name === 'AWS::AccountId');
  if (isAccount) return { kind: 'account', text, glob: parts };
  if (name === 'root' && components[5]?.length === 1) return { kind: 'account', text, glob: components[4] ?? [] };
  return { kind: typeof name === 'string' && name.startsWith('assumed-role/') ? 'session' : 'role', text, glob: globOf(parts) };
}

/** Whether a statement is about somebody, as one of these kinds of principal. */
export function isAbout(principals: Principals, effect: 'Allow' | 'Deny', caller: Caller, kinds: ReadonlySet<PrincipalKind>): Holds {
  const answer = principals.unread ? 'unknown' : principals.except ? isNotExcepted(principals.any, effect, caller, kinds) : nameOne(principals.any, caller, kinds);
  if (answer !== 'unknown') return answer === 'yes' ? yes : no;
  return { answer, unknown: principals.unread ?? unknown({ kind: 'request', key: 'the principal' }, principals.at) };
}

/**
 * `NotPrincipal` denies a role unless it names the role and its account, since IAM asks for both; and it denies whoever has a permissions boundary, whatever it names.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function isNotExcepted(excepted: readonly Principal[], effect: 'Allow' | 'Deny', caller: Caller, kinds: ReadonlySet<PrincipalKind>): Answer {
  const named = (...which: readonly PrincipalKind[]): Answer => nameOne(excepted, caller, new Set(which));
  const anyhow = named('everybody', 'service', 'session', 'role', 'account');
  if (effect === 'Allow') return !kinds.has('everybody') || anyhow === 'yes' ? 'no' : anyhow === 'unknown' ? 'unknown' : 'yes';
  if (caller.kind === 'role' && caller.hasBoundary) return 'yes';
  if (named('everybody', 'service') === 'yes' || (named('role') === 'yes' && named('account') === 'yes')) return 'no';
  return anyhow === 'no' && caller.kind !== 'service' ? 'yes' : 'unknown';
}

/** Whether one of several principals that is of these kinds names somebody. */
function nameOne(principals: readonly Principal[], caller: Caller, kinds: ReadonlySet<PrincipalKind>): Answer {
  let answer: Answer = 'no';
  for (const principal of principals) {
    const one = kinds.has(principal.kind) ? names(principal, caller) : 'no';
    if (one === 'yes') return one;
    if (one === 'unknown') answer = one;
  }
  return answer;
}

/** Whether a principal names somebody. */
function names({ kind, text, glob }: Principal, caller: Caller): Answer {
  switch (caller.kind) {
    // `*` names everybody, but AWS does not say whether its own services are among them.
    case 'service': return kind === 'service' ? namesService(text, caller) : kind === 'everybody' ? 'unknown' : 'no';
    case 'anybody': return kind === 'service' || kind === 'other' ? 'no' : sameText(text, known('*', text.at));
    case 'role': break;
  }
  switch (kind) {
    case 'everybody': return 'yes';
    case 'account': return matchGlob(glob, partsOf(caller.account) ?? []);
    case 'session': return namesRole(glob, caller.session);
    case 'role': return namesRole(glob, caller.arn);
    case 'service': case 'other': return 'no';
  }
}

function namesRole(glob: Glob, arn: Value<string>): Answer {
  const answer = matchGlob(glob, anyPartition(partsOf(arn) ?? []));
  return answer === 'yes' && !isPlain(glob.filter(token => typeof token === 'string' || 'wildcard' in token)) ? 'unknown' : answer;
}

/** `ecs-tasks.amazonaws.com`, however its end is written: in China services are also named with `.cn`. */
function namesService(text: Value<string>, { name, region }: Extract<Caller, { kind: 'service' }>): Answer {
  const written = textOf((partsOf(text) ?? []).map(part =>
    (typeof part === 'object' && part.is?.kind === 'pseudo' && part.is.name === 'AWS::URLSuffix' ? 'amazonaws.com' : part)), text.at);
  if (region) {
    const [service = '', ...rest] = name.split('.');
    return anyAnswer([sameText(written, known(name, text.at)), sameText(written, textOf([`${service}.`, ...(partsOf(region) ?? []), `.${rest.join('.')}`], text.at))]);
  }
  if (written.state === 'unknown') return sameText(written, known(name, text.at));
  const given = written.value.replace(/\.cn$/, '');
  if (given === name) return 'yes';
  // Some services are also known by the region: states.eu-west-1.amazonaws.com.
  return given.startsWith(`${name.split('.')[0] ?? ''}.`) && given.endsWith('.amazonaws.com') ? 'unknown' : 'no';
}

import type { Origin } from '../core/origin';
import { partsOf, textOf } from '../core/text';
import { absent, known, unknown, type Unknown, type Value } from '../core/value';
import { componentsOf } from './arn';
import type { Caller, ContextValue, RequestContext } from './request';

/** What is known of a role as the one who makes requests. */
export interface CallingRole {
  readonly arn: Value<string>;
  /** `RoleId`: the beginning of `aws:userid`. */
  readonly id: Value<string>;
  readonly account: Value<string>;
  readonly hasBoundary: boolean;
  /** Its tags. It may have others, since those of a stack are also those of its resources. */
  readonly tags: readonly (readonly [key: string, value: Value<string>])[];
}

/**
 * A role in a session that a service of AWS's has begun for tasks or instances. What the session is called is not known, nor when it began.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-infotouse
 */
export function aRole(role: CallingRole): Caller {
  const { arn, account, hasBoundary } = role;
  let session: Value<string> | undefined, context: RequestContext | undefined;
  return {
    kind: 'role', arn, account, hasBoundary,
    // Few statements ask for either.
    get session() { return (session ??= sessionOf(role)); },
    get context() { return (context ??= contextOf(role)); },
  };
}

function sessionOf({ arn, account }: CallingRole): Value<string> {
  const { at } = arn, name = (partsOf(arn) ?? []).at(-1) ?? '';
  const isLong = componentsOf(partsOf(arn) ?? []).length === 6, last = typeof name === 'string' ? name.slice(name.lastIndexOf('/') + 1) : name;
  return isLong && last !== '' ? textOf(['arn:aws:sts::', ...(partsOf(account) ?? []), ':assumed-role/', last, '/', anyName(at)], at) : anyName(at);
}

function contextOf({ arn, id, account, tags }: CallingRole): RequestContext {
  const { at } = arn;
  return new Map<string, ContextValue>([
    ['aws:principalarn', arn],
    ['aws:principalaccount', account],
    ['aws:principaltype', known('AssumedRole', at)],
    ['aws:principalisawsservice', known('false', at)],
    ['aws:principalservicename', absent(at)],
    ['aws:principalservicenameslist', []],
    ['aws:userid', textOf([...(partsOf(id) ?? []), ':', anyName(at)], at)],
    ['aws:username', absent(at)],
    ['kms:calleraccount', account],
    ...tags.map(([key, value]) => [`aws:principaltag/${key.toLowerCase()}`, value] as const),
  ]);
}

function anyName(at: Origin): Unknown {
  return unknown({ kind: 'request', key: 'the name of the session' }, at);
}

/** A service of AWS's that comes for itself, as to assume a role. It brings neither an external id nor a second factor. Policies may name it by its region, too, where that is given: `logs.eu-west-1.amazonaws.com`. */
export function aService(name: string, region?: Value<string>): Caller {
  const at = { stack: '', path: [] };
  return {
    kind: 'service', name, ...(region ? { region } : {}),
    context: new Map<string, ContextValue>([
      ['aws:principalisawsservice', known('true', at)],
      ['aws:principalservicename', known(name, at)],
      ['aws:multifactorauthpresent', absent(at)],
      ['aws:username', absent(at)],
      ['sts:externalid', absent(at)],
    ]),
  };
}

/** Somebody of whom nothing is known, as who mounts a file system without IAM authorization. */
export const anybody: Caller = { kind: 'anybody', context: new Map() };

import { matchGlob } from '../core/glob';
import { anyAnswer, type Answer } from '../core/identity';
import { partsOf, sameText, textOf } from '../core/text';
import { known, unknown, type Unknown, type Value } from '../core/value';
import type { Property } from '../template/property';
import { anyPartition, textsIn, type PolicyDocument, type Statement } from './policy';

/** Whether a text under `Principal` names somebody. */
export interface Somebody {
  /** The key of `Principal` under which such principals stand. */
  readonly kind: 'AWS' | 'Service';
  readonly is: (text: Value<string>) => Answer;
}

/** What a policy says of somebody: the statements that name them, and those of which it cannot be told as unread. */
export function statementsAbout({ statements, unread }: PolicyDocument, somebody: Somebody): PolicyDocument {
  const about: Statement[] = [], open: Unknown[] = [...unread];
  for (const statement of statements) {
    const answer = names(statement.principal, somebody);
    if (answer === 'yes') about.push(statement);
    if (answer === 'unknown') open.push(unknown({ kind: 'request', key: 'the principal' }, statement.principal.at));
  }
  return { statements: about, unread: open };
}

/** `ecs-tasks.amazonaws.com`, however its end is written: in China services are also named with `.cn`. */
export function aService(name: string): Somebody {
  const is = (text: Value<string>): Answer => {
    const written = textOf((partsOf(text) ?? []).map(part =>
      (typeof part === 'object' && part.is?.kind === 'pseudo' && part.is.name === 'AWS::URLSuffix' ? 'amazonaws.com' : part)), text.at);
    if (written.state === 'unknown') return sameText(written, known(name, text.at));
    const given = written.value.replace(/\.cn$/, '');
    if (given === name) return 'yes';
    // Some services are also known by the region: states.eu-west-1.amazonaws.com.
    return given.startsWith(`${name.split('.')[0] ?? ''}.`) && given.endsWith('.amazonaws.com') ? 'unknown' : 'no';
  };
  return { kind: 'Service', is };
}

/** Somebody of whom nothing is known, as who mounts a file system without IAM authorization. */
export const anybody: Somebody = { kind: 'AWS', is: text => sameText(text, known('*', text.at)) };

/** A role by its ARN, or everybody. */
export function aRole(arn: Value<string>): Somebody {
  const is = (text: Value<string>): Answer => {
    if (text.state === 'known' && text.value === '*') return 'yes';
    return matchGlob(anyPartition(partsOf(text) ?? []), anyPartition(partsOf(arn) ?? []));
  };
  return { kind: 'AWS', is };
}

/** An account as a whole, as which a policy leaves the decision to the account's own policies. */
export const anAccount: Somebody = {
  kind: 'AWS',
  is: text => {
    const parts = partsOf(text) ?? [], [only] = parts;
    const isId = typeof only === 'string' ? /^\d{12}$/.test(only) : only?.is?.kind === 'pseudo' && only.is.name === 'AWS::AccountId';
    return parts.length === 1 && isId ? 'yes' : matchGlob(['arn:*:iam::*:root'], parts);
  },
};

/** Whether a `Principal` names somebody. `*` names everybody, but AWS does not say whether its own services are among them. */
function names(principal: Property, { kind, is }: Somebody): Answer {
  const value = principal.value();
  if (value.state !== 'known') return 'unknown'; // NotPrincipal, too
  const everybody = kind === 'AWS' ? 'yes' : 'unknown';
  if (!(value.value instanceof Map)) return value.value === '*' ? everybody : 'unknown';
  const answers = textsIn(principal.get(kind)).map(is);
  if (kind === 'Service' && names(principal, anybody) === 'yes') answers.push(everybody);
  return anyAnswer(answers);
}

import type { Origin } from '../../core/origin';
import { partsOf } from '../../core/text';
import { absent, known, unknown, type Value } from '../../core/value';
import type { Property } from '../../template/property';

/** A value that a container gets from a store of secrets before it starts. */
export interface Secret {
  readonly at: Origin;
  /** An ARN, or the name of a parameter. */
  readonly valueFrom: Value<string>;
  readonly store: Value<SecretStore>;
}

export type SecretStore = 'Secrets Manager' | 'Parameter Store';

/**
 * All that a container definition takes from a store: as variables, for its log driver, and to log in to a registry of images.
 * A list of which nothing is known counts as one secret of which nothing is known.
 */
export function readSecrets(container: Property): readonly Secret[] {
  const listed = [container.get('Secrets'), container.get('LogConfiguration', 'SecretOptions')].flatMap(property => {
    const list = property.list();
    if (list.state === 'unknown') return [{ at: list.at, valueFrom: list, store: list }];
    return list.state === 'known' ? list.value.map(item => secretOf(item.get('ValueFrom').text())) : [];
  });
  const credentials = container.get('RepositoryCredentials', 'CredentialsParameter').text();
  if (credentials.state === 'absent') return listed;
  const store = credentials.state === 'unknown' && credentials.mayBeAbsent ? credentials : known<SecretStore>('Secrets Manager', credentials.at);
  return [...listed, { at: credentials.at, valueFrom: credentials, store }];
}

/** The secret or the parameter that a reference names. */
export function secretOf(valueFrom: Value<string>): Secret {
  return { at: valueFrom.at, valueFrom, store: storeOf(valueFrom) };
}

/** An ARN names the service; what is no ARN is the name of a parameter. Only the ARN of a secret is followed by a key, a stage and a version, as in `${SecretArn}:password::`. */
function storeOf(valueFrom: Value<string>): Value<SecretStore> {
  const { at } = valueFrom, parts = partsOf(valueFrom);
  if (!parts) return absent(at);
  const [first] = parts, names = (service: string): boolean => parts.some(part => typeof part === 'string' && part.includes(`:${service}:`));
  const last = parts.at(-1), isFollowed = typeof first === 'object' && typeof last === 'string' && /^:[^:/]*:[^:/]*:[^:/]*$/.test(last);
  if (names('secretsmanager') || isFollowed) return known('Secrets Manager', at);
  const isName = typeof first === 'string' ? !'arn:'.startsWith(first.slice(0, 4)) : first?.why.kind === 'created' && first.why.isName;
  if (names('ssm') || isName) return known('Parameter Store', at);
  return valueFrom.state === 'unknown' ? unknown(valueFrom.why, at) : absent(at);
}

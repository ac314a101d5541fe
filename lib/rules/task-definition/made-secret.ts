import { partsOf } from '../../core/text';
import type { Value } from '../../core/value';
import type { GuardedResource } from '../../model/guarded-resource';

/** What a secret is made with. */
type Content = { readonly kind: 'nothing' } | { readonly kind: 'word' } | { readonly kind: 'object'; readonly keys: readonly string[] };

/** What a secret is made with. Undefined where it is not known. */
export function contentOf({ properties }: GuardedResource): Content | undefined {
  const generate = properties.get('GenerateSecretString'), given = properties.get('SecretString').text();
  if (generate.given === 'no' && given.state === 'absent') return { kind: 'nothing' };
  if (generate.given === 'no') return objectIn(given);
  const template = generate.get('SecretStringTemplate').text(), key = generate.get('GenerateStringKey').text();
  if (generate.given !== 'yes' || key.state === 'unknown') return undefined;
  if (template.state === 'absent') return { kind: 'word' };
  const object = objectIn(template);
  return object?.kind === 'object' && key.state === 'known' ? { kind: 'object', keys: [...object.keys, key.value] } : undefined;
}

function objectIn(text: Value<string>): Content | undefined {
  if (text.state !== 'known') return undefined;
  try {
    const read: unknown = JSON.parse(text.value);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { kind: 'object', keys: Object.keys(read) } : { kind: 'word' };
  } catch {
    return { kind: 'word' };
  }
}

/** The JSON key behind the name of the secret, where one is given and known. */
export function keyIn(valueFrom: Value<string>): string | undefined {
  const written = (partsOf(valueFrom) ?? []).map(part => (typeof part === 'string' ? part : '?')).join('');
  const [key = ''] = written.split(':').slice(7);
  return key === '' || key.includes('?') ? undefined : key;
}

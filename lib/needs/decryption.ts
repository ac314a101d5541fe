import { partsOf, startsWith } from '../core/text';
import type { Value } from '../core/value';
import { guardOf, type GuardedResource } from '../model/guarded-resource';
import { arn, join, something } from './arn';
import type { Need, TaskContext } from './need';

/**
 * Whoever reads what is encrypted with a key of the account's own needs the key too. `store` is the service that asks for it on their behalf.
 * A key outside of the templates may let them in by its own policy, so of that one no error is made.
 */
export function decryptionNeeds(encrypted: GuardedResource | undefined, store: string, { environment, guarded }: TaskContext, whose: Pick<Need, 'whose' | 'at'>): readonly Need[] {
  const key = encrypted?.key;
  if (!key || key.state === 'absent' || (key.state === 'known' && isOfAws(key.value))) return [];
  const guard = keyOf(key, guarded);
  const other = startsWith(key, 'arn:') === 'yes' ? key : arn(environment, 'kms', 'key/', something('the key', key.at));
  return [{
    purpose: 'decrypt', resources: [guard?.arn ?? other], severity: guard ? 'error' : 'warning', ...(guard ? { guard } : {}),
    context: new Map([['kms:viaservice', join(key.at, `${store}.`, environment.region, '.amazonaws.com')], ['kms:calleraccount', environment.account]]),
    ...whose,
  }];
}

/** A key that AWS manages, as `alias/aws/secretsmanager`: it lets in everybody in the account who may read what it encrypts. */
function isOfAws(key: string): boolean {
  return /(^|:)alias\/aws\//.test(key);
}

function keyOf(key: Value<string>, guarded: readonly GuardedResource[]): GuardedResource | undefined {
  const is = partsOf(key)?.map(part => (typeof part === 'object' ? part.is : undefined)).find(identity => identity?.kind === 'attribute') ?? undefined;
  const byIdentity = is?.kind === 'attribute' ? guarded.find(({ stack, id, type }) => type === 'AWS::KMS::Key' && stack === is.stack && id === is.resource) : undefined;
  return byIdentity ?? guardOf(key, guarded);
}

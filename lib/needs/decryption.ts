import type { Purpose } from '../catalog/needed-permissions';
import { partsOf, startsWith } from '../core/text';
import type { Known, Unknown, Value } from '../core/value';
import { ownerOf } from '../finding/finding';
import { guardOf, isKey, type GuardedResource } from '../model/guarded-resource';
import { anId, arn, join } from './arn';
import type { Need, TaskSurroundings } from './need';

/** Whoever reads what is encrypted with a key of the account's own needs the key too. `store` is the service that asks for it on their behalf. */
export function decryptionNeeds(encrypted: GuardedResource | undefined, store: string, surroundings: TaskSurroundings, whose: Pick<Need, 'whose' | 'at'>): readonly Need[] {
  const key = encrypted?.key, { region, account } = surroundings.environment;
  if (!key || key.state === 'absent' || (key.state === 'known' && isOfAws(key.value))) return [];
  const context = new Map([['kms:viaservice', join(key.at, `${store}.`, region, '.amazonaws.com')], ['kms:calleraccount', account]]);
  return [{ ...keyNeed('decrypt', key, surroundings, whose), context }];
}

/** The need of a key. One outside of the templates may let them in by its own policy, so of that one no error is made. */
export function keyNeed(purpose: Purpose, key: Known<string> | Unknown, { environment, guarded }: TaskSurroundings, whose: Pick<Need, 'whose' | 'at'>): Need {
  const guard = keyOf(key, guarded);
  const other = startsWith(key, 'arn:') === 'yes' ? key : arn(environment, 'kms', 'key/', anId('the key', key.at));
  return { purpose, resources: [guard?.arn ?? other], severity: guard ? 'error' : 'warning', ...(guard ? { guard } : {}), ...whose };
}

/** A key that AWS manages, as `alias/aws/secretsmanager`: it lets in everybody in the account who may read what it encrypts. */
export function isOfAws(key: string): boolean {
  return /(^|:)alias\/aws\//.test(key);
}

/** The key of the templates that is referred to. */
export function keyOf(key: Value<string>, guarded: readonly GuardedResource[]): GuardedResource | undefined {
  for (const part of partsOf(key) ?? []) {
    const named = ownerOf(typeof part === 'object' ? part.is : undefined, guarded);
    if (named && isKey(named)) return named;
  }
  return guardOf(key, guarded);
}

import type { ResourceRef } from '../finding/finding';

/** A name for a finding that survives new lines and new words: FNV-1a over what the finding is about, 64 bits in hexadecimal. */
export function fingerprintOf(rule: string, resource: ResourceRef, path: string, message: string): string {
  const text = JSON.stringify([rule, resource.stack, resource.id, path, message]);
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

import { partsOf, startsWith, textOf } from '../core/text';
import { unknownsIn, type Value } from '../core/value';
import type { Container } from '../model/task-definition/container';
import { guardOf } from '../model/guarded-resource';
import { cut } from './arn';
import { decryptionNeeds } from './decryption';
import { allNeeds, noNeeds, type Needs, type TaskContext } from './need';
import { whoseOf } from './whose';

/** What environment files, and a FireLens configuration in S3, ask for. The agent looks up where the bucket is before it reads the object. */
export function fileNeeds(container: Container, context: TaskContext): Needs {
  const { environmentFiles: files } = container;
  if (files.state === 'unknown') return { needs: [], open: [files] };
  const firelens = container.properties.get('FirelensConfiguration', 'Options');
  const isInS3 = firelens.get('config-file-type').text(), configuration = firelens.get('config-file-value').text();
  const all = [...(files.state === 'known' ? files.value : []), ...(isInS3.state === 'known' && isInS3.value === 's3' ? [configuration] : [])];
  return allNeeds(all.map(file => objectNeeds(file, container, context)));
}

/** What the download of an object in S3 asks for. */
export function objectNeeds(object: Value<string>, container: Container, context: TaskContext): Needs {
  const { at } = object, whose = { ...whoseOf(container), at };
  const isArn = startsWith(object, 'arn:');
  if (isArn === 'no') return noNeeds;
  const [bucket] = cut(partsOf(object) ?? [], '/') ?? [];
  if (isArn === 'unknown' || !bucket) return { needs: [], open: unknownsIn(object) };
  const guard = guardOf(object, context.guarded), shared = { severity: 'error', ...(guard ? { guard } : {}), ...whose } as const;
  return {
    needs: [
      { purpose: 'file', resources: [object], ...shared },
      { purpose: 'bucketLocation', resources: [textOf(bucket, at)], ...shared },
      ...decryptionNeeds(guard, 's3', context, whose),
    ],
    open: [],
  };
}

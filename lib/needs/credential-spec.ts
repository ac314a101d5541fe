import { partsOf, textOf } from '../core/text';
import { ifKnown } from '../core/value';
import type { Container } from '../model/task-definition/container';
import { secretOf } from '../model/task-definition/secret';
import { cut } from './arn';
import { objectNeeds } from './file';
import { allNeeds, noNeeds, type Needs, type TaskContext } from './need';
import { storedNeeds } from './secret';
import { whoseOf } from './whose';

/** What credential specs of group managed service accounts ask for: `credentialspec:` or `credentialspecdomainless:`, and the ARN of an object in S3 or of a parameter. */
export function credentialSpecNeeds(container: Container, context: TaskContext): Needs {
  return allNeeds((ifKnown(container.properties.get('CredentialSpecs').texts()) ?? []).map(spec => {
    const [, arn] = cut(partsOf(spec) ?? [], 'credentialspec:') ?? cut(partsOf(spec) ?? [], 'credentialspecdomainless:') ?? [];
    if (!arn) return noNeeds;
    const text = textOf(arn, spec.at), isInS3 = partsOf(text)?.some(part => typeof part === 'string' && part.includes(':s3:'));
    return isInS3 ? objectNeeds(text, container, context) : storedNeeds(secretOf(text), context, { ...whoseOf(container), at: spec.at });
  }));
}

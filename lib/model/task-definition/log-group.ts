import type { Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import { namedOf, type Named } from '../noun';

/** `AWS::Logs::LogGroup`. */
export interface LogGroup extends Named {
  /** The key of AWS KMS with which what is logged is encrypted, as it is referred to. */
  readonly key: Value<string>;
}

export function readLogGroup(resource: Resource): LogGroup {
  return { key: resource.properties.get('KmsKeyId').text(), ...namedOf(resource, 'LogGroupName') };
}

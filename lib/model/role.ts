import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { namedOf, type Named } from './noun';

/** `AWS::IAM::Role`. */
export interface Role extends Named {
  readonly properties: Property;
}

export function readRole(resource: Resource): Role {
  return { ...namedOf(resource, 'RoleName'), properties: resource.properties };
}

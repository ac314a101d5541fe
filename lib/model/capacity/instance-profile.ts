import { absent, thenValue, type Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { namedOf, type Named } from '../noun';
import type { Role } from '../role';

/** `AWS::IAM::InstanceProfile`: what gives a role to an EC2 instance. */
export interface InstanceProfile extends Named {
  readonly role: Value<Role>;
}

export function readInstanceProfile(resource: Resource, roles: Lookup<Role>): InstanceProfile {
  const list = resource.properties.get('Roles').texts();
  return {
    // A profile holds one role.
    role: thenValue(list, ([role]) => (role ? roles.find(role) : absent(list.at))),
    ...namedOf(resource, 'InstanceProfileName'),
  };
}

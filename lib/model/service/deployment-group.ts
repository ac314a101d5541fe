import type { Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { nounOf, type Noun } from '../noun';
import type { Role } from '../role';

/** `AWS::CodeDeploy::DeploymentGroup` of a service of ECS. */
export interface DeploymentGroup extends Noun {
  /** The role with which CodeDeploy deploys. */
  readonly role: Value<Role>;
  /** The names of the services that it deploys. */
  readonly serviceNames: readonly Value<string>[];
  readonly properties: Property;
}

/** Reads a deployment group, unless it is of something else than ECS. */
export function readDeploymentGroup(resource: Resource, roles: Lookup<Role>): readonly DeploymentGroup[] {
  const { properties } = resource;
  if (properties.get('ECSServices').given === 'no') return [];
  const services = properties.get('ECSServices').list();
  return [{
    ...nounOf(resource),
    role: roles.find(properties.get('ServiceRoleArn').text()),
    serviceNames: services.state === 'known' ? services.value.map(service => service.get('ServiceName').text()) : [],
    properties,
  }];
}

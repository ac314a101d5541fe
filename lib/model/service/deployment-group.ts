import { sameText } from '../../core/text';
import { withDefault, type Value } from '../../core/value';
import { ownerOf } from '../../finding/finding';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { namedOf, nounOf, type Named, type Noun } from '../noun';
import type { Role } from '../role';

/** `AWS::CodeDeploy::Application`. */
export interface DeployedApplication extends Named {
  /** What its groups deploy to: `Server` unless given, `ECS` or `Lambda`. */
  readonly computePlatform: Value<string>;
}

/** `AWS::CodeDeploy::DeploymentGroup` of a service of ECS. */
export interface DeploymentGroup extends Noun {
  readonly application: Value<DeployedApplication>;
  /** The role with which CodeDeploy deploys. */
  readonly role: Value<Role>;
  /** The names of the services that it deploys. */
  readonly serviceNames: readonly Value<string>[];
  readonly properties: Property;
}

export function readDeployedApplication(resource: Resource): DeployedApplication {
  return { computePlatform: withDefault(resource.properties.get('ComputePlatform').text(), 'Server'), ...namedOf(resource, 'ApplicationName') };
}

/** Reads a deployment group, unless it is of something else than ECS. */
export function readDeploymentGroup(resource: Resource, roles: Lookup<Role>, applications: Lookup<DeployedApplication>): readonly DeploymentGroup[] {
  const { properties } = resource;
  if (properties.get('ECSServices').given === 'no') return [];
  const services = properties.get('ECSServices').list();
  return [{
    application: applications.find(properties.get('ApplicationName').text()),
    role: roles.find(properties.get('ServiceRoleArn').text()),
    serviceNames: services.state === 'known' ? services.value.map(service => service.get('ServiceName').text()) : [],
    properties,
    ...nounOf(resource),
  }];
}

/** What has the name in the templates: `GetAtt` gives it as an attribute of the resource. */
export function named<T extends Named>(name: Value<string>, all: readonly T[]): T | undefined {
  const is = name.state === 'absent' ? undefined : name.is;
  return is?.kind === 'attribute' ? ownerOf(is, all) : all.find(one => sameText(name, one.name) === 'yes');
}

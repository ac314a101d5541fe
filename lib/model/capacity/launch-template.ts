import { known, orElse, thenValue, unknownsIn, type Value } from '../../core/value';
import { accountStack } from '../../finding/finding';
import { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { readAgentConfig, type AgentConfig } from './agent-config';
import type { InstanceProfile } from './instance-profile';
import type { Lookup } from '../lookup';
import { machineImage, type MachineImage } from './machine-image';
import { namedOf, type Named } from '../noun';
import type { Role } from '../role';

/** `AWS::EC2::LaunchTemplate`, the `AWS::AutoScaling::LaunchConfiguration` that came before it, or what an `AWS::EC2::Instance` says of itself. */
export interface LaunchTemplate extends Named {
  readonly instanceType: Value<string>;
  /** `InstanceRequirements`, within which EC2 chooses the type. */
  readonly requirements: Property;
  readonly imageId: Value<string>;
  readonly image: Value<MachineImage>;
  readonly agentConfig: AgentConfig;
  /** The role of the instance profile. */
  readonly instanceRole: Value<Role>;
  /** By reference. */
  readonly securityGroups: Value<readonly Value<string>[]>;
  /** As given; without it the subnet decides. */
  readonly associatePublicIp: Value<boolean>;
  /** Whether it gives the first interface an IPv6 address whatever the subnet does. */
  readonly givesIpv6: Value<boolean>;
  /** `LaunchTemplateData`, or the properties of a launch configuration or an instance. */
  readonly properties: Property;
}

/** What a launch template refers to. */
export interface LaunchContext {
  readonly instanceProfiles: Lookup<InstanceProfile>;
  /** The resource of that id in a stack, for `cfn-init` to read its metadata. */
  readonly resource: (stack: string, id: string) => Resource | undefined;
}

export function readLaunchTemplate(resource: Resource, context: LaunchContext): LaunchTemplate {
  const properties = resource.properties.get('LaunchTemplateData');
  const profile = properties.get('IamInstanceProfile');
  return launchOf(resource, 'LaunchTemplateName', properties, orElse(profile.get('Arn').text(), profile.get('Name').text()), context);
}

export function readLaunchConfiguration(resource: Resource, context: LaunchContext): LaunchTemplate {
  return launchOf(resource, 'LaunchConfigurationName', resource.properties, resource.properties.get('IamInstanceProfile').text(), context);
}

/** What an `AWS::EC2::Instance` says where it does not leave it to a launch template. */
export function readOwnLaunch(resource: Resource, context: LaunchContext): LaunchTemplate {
  return launchOf(resource, '', resource.properties, resource.properties.get('IamInstanceProfile').text(), context);
}

function launchOf(resource: Resource, nameProperty: string, properties: Property, profile: Value<string>, context: LaunchContext): LaunchTemplate {
  const networkInterface = firstOf(properties.get('NetworkInterfaces'));
  const imageId = properties.get('ImageId').text(), image = machineImage(imageId, id => context.resource(accountStack, id));
  const profileFound = context.instanceProfiles.find(profile);
  return {
    instanceType: properties.get('InstanceType').text(),
    requirements: properties.get('InstanceRequirements'),
    imageId,
    image,
    agentConfig: readAgentConfig(properties.get('UserData'), image, id => context.resource(resource.stack, id)),
    instanceRole: thenValue(profileFound, found => found.role),
    // A launch configuration has them under SecurityGroups; an interface of an instance under GroupSet.
    securityGroups: ['SecurityGroupIds', 'SecurityGroups'].map(key => properties.get(key)).concat(['Groups', 'GroupSet'].map(key => networkInterface.get(key)))
      .map(property => property.texts()).reduce(orElse),
    associatePublicIp: orElse(properties.get('AssociatePublicIpAddress').flag(), networkInterface.get('AssociatePublicIpAddress').flag()),
    givesIpv6: isAnyGiven(networkInterface, ['Ipv6AddressCount', 'Ipv6Addresses', 'Ipv6PrefixCount', 'PrimaryIpv6']),
    properties,
    ...namedOf(resource, nameProperty),
  };
}

function isAnyGiven(property: Property, names: readonly string[]): Value<boolean> {
  const values = names.map(name => property.get(name).value()), [open] = unknownsIn(...values);
  return values.some(({ state }) => state === 'known') || !open ? known(values.some(({ state }) => state === 'known'), property.at) : open;
}

/** The first element of a list; missing where there is none. */
export function firstOf(property: Property): Property {
  const list = property.list();
  return list.state === 'known' ? (list.value[0] ?? Property.missing(property.at)) : Property.settled(list);
}

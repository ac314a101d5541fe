import type { Purpose } from '../catalog/needed-permissions';
import { known, unknownsIn, type Value } from '../core/value';
import { isOfManagedInstances, type CapacityProvider } from '../model/capacity/capacity-provider';
import { Lookup } from '../model/lookup';
import type { Model } from '../model/model';
import type { Role } from '../model/role';
import type { Service } from '../model/service/service';
import type { Property } from '../template/property';
import { anId, arn, everything } from './arn';
import { usesProvider } from './instance-role';
import type { Need, Needs, RoleUse } from './need';
import { certificateNeeds, hookNeeds, latticeNeeds, legacyNeeds, targetNeeds, volumeNeeds } from './service-infrastructure';

const principal = 'ecs.amazonaws.com';

/** The roles with which ECS manages things around tasks: volumes of EBS, Managed Instances, target groups, hooks, certificates. */
export function infrastructureRoleUses(model: Model): readonly RoleUse[] {
  const roles = new Lookup('role', model.roles);
  return [...model.services.flatMap(service => serviceUses(service, roles, model)), ...model.capacityProviders.flatMap(provider => providerUse(provider, model))];
}

function serviceUses(service: Service, roles: Lookup<Role>, model: Model): readonly RoleUse[] {
  const { properties } = service;
  const use = (property: Property, needs: Needs): readonly RoleUse[] =>
    property.given === 'no' ? [] : [{ kind: 'infrastructure', role: roles.find(property.text()), principal, user: service, related: [], ...needs }];
  return [
    ...use(properties.get('Role'), legacyNeeds(service)),
    ...itemsOf(properties.get('VolumeConfigurations')).flatMap(item => use(item.get('ManagedEBSVolume', 'RoleArn'), volumeNeeds(service, item, model))),
    ...itemsOf(properties.get('LoadBalancers')).flatMap(item => use(item.get('AdvancedConfiguration', 'RoleArn'), targetNeeds(service, item, model))),
    ...itemsOf(properties.get('DeploymentConfiguration', 'LifecycleHooks')).flatMap(item => use(item.get('RoleArn'), hookNeeds(item))),
    ...itemsOf(properties.get('ServiceConnectConfiguration', 'Services')).flatMap(item => use(item.get('Tls', 'RoleArn'), certificateNeeds(item.get('Tls')))),
    ...itemsOf(properties.get('VpcLatticeConfigurations')).flatMap(item => use(item.get('RoleArn'), latticeNeeds(item))),
  ];
}

function itemsOf(property: Property): readonly Property[] {
  const list = property.list();
  return list.state === 'known' ? list.value : [];
}

/** ECS launches Managed Instances with a template of its own, and passes them their role. */
function providerUse(provider: CapacityProvider, model: Model): readonly RoleUse[] {
  const { infrastructureRole, instanceRole, environment, at } = provider;
  if (isOfManagedInstances(provider) !== 'yes') return [];
  const marked: readonly (readonly [string, Value<string>])[] = [['aws:requesttag/amazonecsmanaged', known('true', at)]];
  const need = (purpose: Purpose, kind: string, context = marked): Need =>
    ({ purpose, resources: [arn(environment, 'ec2', `${kind}/`, anId(`the ${kind}`, at))], context: new Map(context), at, severity: 'error' });
  const pass = instanceRole.state === 'known' ? [passRole(instanceRole.value, 'ec2.amazonaws.com', provider)] : [];
  return [{
    kind: 'infrastructure', role: infrastructureRole, principal, user: provider, related: model.services.filter(service => usesProvider(service, provider)),
    needs: [
      need('launchTemplate', 'launch-template'), need('launchInstances', 'fleet'), need('runInstances', 'instance'),
      need('tagInstances', 'instance', [...marked, ['ec2:createaction', known('RunInstances', at)]]),
      { purpose: 'describeInstances', resources: [everything(at)], at, severity: 'error' },
      ...pass,
    ],
    open: unknownsIn(instanceRole),
  }];
}

/** Whoever hands a role to a service has to be allowed that. */
export function passRole(role: Role, service: string, { at }: Pick<Need, 'at'>): Need {
  return { purpose: 'passRole', resources: [role.arn], passes: role, context: new Map([['iam:passedtoservice', known(service, at)]]), at, severity: 'error' };
}

import { known, unknownsIn, type Value } from '../core/value';
import type { Property } from '../template/property';
import { isOfManagedInstances, type CapacityProvider } from '../model/capacity/capacity-provider';
import { Lookup } from '../model/lookup';
import type { Model } from '../model/model';
import type { Role } from '../model/role';
import type { Service } from '../model/service/service';
import { arn, everything, something } from './arn';
import { usesProvider } from './instance-role';
import { noNeeds, type Need, type Needs, type RoleUse } from './need';

const principal = 'ecs.amazonaws.com';

/** The roles with which ECS manages things around tasks: volumes of EBS, Managed Instances, target groups, hooks, certificates. */
export function infrastructureRoleUses(model: Model): readonly RoleUse[] {
  const roles = new Lookup('role', model.roles);
  return [...model.services.flatMap(service => serviceUses(service, roles)), ...model.capacityProviders.flatMap(provider => providerUse(provider, model))];
}

function serviceUses(service: Service, roles: Lookup<Role>): readonly RoleUse[] {
  const { properties } = service;
  const use = (property: Property, needs: Needs): readonly RoleUse[] =>
    property.given === 'no' ? [] : [{ kind: 'infrastructure', role: roles.find(property.text()), principal, user: service, related: [], ...needs }];
  return [
    ...itemsOf(properties.get('VolumeConfigurations')).flatMap(item => use(item.get('ManagedEBSVolume', 'RoleArn'), volumeNeeds(service))),
    ...itemsOf(properties.get('LoadBalancers')).flatMap(item => use(item.get('AdvancedConfiguration', 'RoleArn'), targetNeeds(service, item))),
    ...itemsOf(properties.get('DeploymentConfiguration', 'LifecycleHooks')).flatMap(item => use(item.get('RoleArn'), hookNeeds(item))),
    ...itemsOf(properties.get('ServiceConnectConfiguration', 'Services')).flatMap(item => use(item.get('Tls', 'RoleArn'), noNeeds)),
    ...itemsOf(properties.get('VpcLatticeConfigurations')).flatMap(item => use(item.get('RoleArn'), noNeeds)),
  ];
}

function itemsOf(property: Property): readonly Property[] {
  const list = property.list();
  return list.state === 'known' ? list.value : [];
}

/** ECS makes a volume for each task, marks it as its own, and attaches it. */
function volumeNeeds({ environment, at }: Service): Needs {
  const volume = arn(environment, 'ec2', 'volume/', something('the volume', at));
  const task = arn(environment, 'ecs', 'task/', something('the task', at));
  const tagged = (scope: 'requesttag' | 'resourcetag') => [[`aws:${scope}/amazonecsmanaged`, known('true', at)], [`aws:${scope}/amazonecscreated`, task]] as const;
  const need = (purpose: Need['purpose'], context: readonly (readonly [string, Value<string>])[]): Need =>
    ({ purpose, resources: [volume], context: new Map(context), at, severity: 'error' });
  return { needs: [need('createVolume', tagged('requesttag')), need('attachVolume', tagged('resourcetag'))], open: [] };
}

/** For a deployment with an alternate target group ECS moves the targets itself. */
function targetNeeds({ environment }: Service, item: Property): Needs {
  const group = item.get('TargetGroupArn').text(), { at } = group;
  const groupArn = arn(environment, 'elasticloadbalancing', 'targetgroup/', something('the target group', at), '/', something('its id', at));
  return {
    needs: [
      { purpose: 'describeTargets', resources: [everything(at)], at, severity: 'error' },
      { purpose: 'registerTargets', resources: [group, groupArn], at, severity: 'error' },
    ],
    open: [],
  };
}

function hookNeeds(item: Property): Needs {
  const target = item.get('HookTargetArn').text();
  return target.state === 'absent' ? noNeeds : { needs: [{ purpose: 'invokeHook', resources: [target], at: target.at, severity: 'error' }], open: [] };
}

/** ECS launches Managed Instances with a template of its own, and passes them their role. */
function providerUse(provider: CapacityProvider, model: Model): readonly RoleUse[] {
  const { infrastructureRole, instanceRole, environment, at } = provider;
  if (isOfManagedInstances(provider) !== 'yes') return [];
  const tagged = new Map([['aws:requesttag/amazonecsmanaged', known('true', at)]]);
  const need = (purpose: Need['purpose'], kind: string): Need =>
    ({ purpose, resources: [arn(environment, 'ec2', `${kind}/`, something(`the ${kind}`, at))], context: tagged, at, severity: 'error' });
  const pass = instanceRole.state === 'known' ? [passRole(instanceRole.value, 'ec2.amazonaws.com', provider)] : [];
  return [{
    kind: 'infrastructure', role: infrastructureRole, principal, user: provider, related: model.services.filter(service => usesProvider(service, provider)),
    needs: [need('launchTemplate', 'launch-template'), need('launchInstances', 'fleet'), ...pass],
    open: unknownsIn(instanceRole),
  }];
}

/** Whoever hands a role to a service has to be allowed that. */
export function passRole(role: Role, service: string, { at }: Pick<Need, 'at'>): Need {
  return { purpose: 'passRole', resources: [role.arn], passes: role, context: new Map([['iam:passedtoservice', known(service, at)]]), at, severity: 'error' };
}

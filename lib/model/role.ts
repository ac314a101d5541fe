import { Keyed } from '../core/keyed';
import { unknownsIn, type Value } from '../core/value';
import type { ResourceRef } from '../finding/finding';
import { aRole } from '../iam/caller';
import { awsManagedPolicy } from '../iam/managed-policy';
import { readPolicyDocument, type PolicyDocument } from '../iam/policy';
import type { Caller } from '../iam/request';
import { textsIn } from '../iam/texts-in';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { Lookup } from './lookup';
import { nameKey, namedOf, sameName, type Named } from './noun';
import { doneByStranger, type Stranger } from './stranger';
import { readTags } from './tags';

/** `AWS::IAM::Role`, with the policies that it has from wherever they stand. */
export interface Role extends Named {
  readonly arn: Value<string>;
  /** `AssumeRolePolicyDocument`: who may assume the role. */
  readonly trust: PolicyDocument;
  readonly policies: readonly RolePolicy[];
  /** `PermissionsBoundary`: what the role may do at most. */
  readonly boundary: PolicyDocument | undefined;
  /** The role as who makes requests. */
  readonly caller: Caller;
  readonly properties: Property;
}

export interface RolePolicy extends PolicyDocument {
  /** The resource that attaches it: the role itself, or a policy that names the role. */
  readonly attachedBy: ResourceRef;
}

/** Policies that are resources of their own. */
export interface PolicyResource extends Named {
  readonly document: PolicyDocument;
  /** `Roles`, or `RoleName`. */
  readonly roles: readonly Value<string>[];
}

export function readPolicyResource(resource: Resource): PolicyResource {
  const { properties, exists } = resource;
  const document = readPolicyDocument(properties.get('PolicyDocument'));
  return {
    document: exists.state === 'unknown' ? { statements: [], unread: [exists] } : document,
    roles: textsIn(properties.get(resource.type === 'AWS::IAM::RolePolicy' ? 'RoleName' : 'Roles')),
    ...namedOf(resource, resource.type === 'AWS::IAM::ManagedPolicy' ? 'ManagedPolicyName' : 'PolicyName'),
  };
}

/** Reads roles. `policies` are the resources of the types `AWS::IAM::Policy`, `RolePolicy` and `ManagedPolicy`. */
export function readRoles(resources: readonly Resource[], policies: readonly PolicyResource[], strangers: readonly Stranger[]): readonly Role[] {
  const managed = new Lookup('managed policy', policies.filter(policy => policy.type === 'AWS::IAM::ManagedPolicy'));
  const byRole = new Keyed(policies, policy => policy.roles.map(nameKey));
  return resources.map(resource => {
    const role = readRole(resource, byRole, managed), open = doneByStranger(role, strangers);
    return open ? { ...role, policies: [...role.policies, { statements: [], unread: [open], attachedBy: role }] } : role;
  });
}

function readRole(resource: Resource, policies: Keyed<PolicyResource>, managed: Lookup<PolicyResource>): Role {
  const { properties } = resource;
  const named = namedOf(resource, 'RoleName'), boundary = properties.get('PermissionsBoundary').text(), arn = resource.attribute('Arn').text();
  const own = [...inlinePolicies(properties.get('Policies').list()), ...textsIn(properties.get('ManagedPolicyArns')).map(arn => policyNamed(arn, managed))];
  return {
    arn,
    caller: aRole({ arn, id: resource.attribute('RoleId').text(), account: resource.environment.account, hasBoundary: boundary.state !== 'absent', tags: readTags(properties.get('Tags')) }),
    trust: readPolicyDocument(properties.get('AssumeRolePolicyDocument')),
    policies: [
      ...own.map(document => ({ attachedBy: named, ...document })),
      ...policies.find([nameKey(named.name)]).flatMap(policy => attached(policy, named.name).map(document => ({ attachedBy: policy, ...document }))),
    ],
    boundary: boundary.state === 'absent' ? undefined : policyNamed(boundary, managed),
    properties,
    ...named,
  };
}

function inlinePolicies(list: Value<readonly Property[]>): readonly PolicyDocument[] {
  if (list.state === 'unknown') return [{ statements: [], unread: [list] }];
  return list.state === 'known' ? list.value.map(policy => readPolicyDocument(policy.get('PolicyDocument'))) : [];
}

function policyNamed(arn: Value<string>, managed: Lookup<PolicyResource>): PolicyDocument {
  const ofAws = awsManagedPolicy(arn), found = managed.find(arn);
  if (ofAws) return ofAws;
  return found.state === 'known' ? found.value.document : { statements: [], unread: unknownsIn(found) };
}

/** What a policy resource gives to the role of that name: its document, nothing, or what cannot be read where it may be attached. */
function attached({ roles, document }: PolicyResource, role: Value<string>): readonly PolicyDocument[] {
  if (roles.some(element => sameName(role, element) === 'yes')) return [document];
  const open = roles.find(element => sameName(role, element) === 'unknown');
  return open?.state === 'unknown' ? [{ statements: [], unread: [open] }] : [];
}

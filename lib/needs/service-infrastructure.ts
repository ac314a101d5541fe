import type { Purpose } from '../catalog/needed-permissions';
import { startsWith } from '../core/text';
import { ifKnown, known, orElse, unknown, type Value } from '../core/value';
import { ownerOf } from '../finding/finding';
import type { Model } from '../model/model';
import type { Noun } from '../model/noun';
import type { Service } from '../model/service/service';
import type { Property } from '../template/property';
import { anId, arn, everything, join, severalIds, something } from './arn';
import { isOfAws, keyNeed } from './decryption';
import { noNeeds, type Need, type Needs } from './need';

type Entries = readonly (readonly [string, Value<string>])[];

/** ECS makes a volume of EBS for each task, marks it as its own, attaches it, and deletes it when the task ends. */
export function volumeNeeds({ environment, at, cluster }: Service, item: Property, { guardedResources: guarded }: Model): Needs {
  const volume = arn(environment, 'ec2', 'volume/', anId('the volume', at)), task = arn(environment, 'ecs', 'task/', anId('the task', at));
  const marked = (scope: 'requesttag' | 'resourcetag'): Entries => [[`aws:${scope}/amazonecsmanaged`, known('true', at)], [`aws:${scope}/amazonecscreated`, task]];
  const need = (purpose: Purpose, context: Entries, resource = volume): Need => ({ purpose, resources: [resource], context: new Map(context), at, severity: 'error' });
  // A volume without a key of its own has that of the cluster.
  const own = item.get('ManagedEBSVolume', 'KmsKeyId').text(), key = orElse(own, ifKnown(cluster)?.properties.get('ManagedStorageConfiguration', 'KmsKeyId').text() ?? own);
  const keyContext: Entries = [
    ['kms:viaservice', join(at, 'ec2.', environment.region, '.amazonaws.com')], ['kms:calleraccount', environment.account], ['kms:grantisforawsresource', known('true', at)],
  ];
  return {
    needs: [
      need('createVolume', marked('requesttag')),
      need('tagVolume', [...marked('requesttag'), ['ec2:createaction', known('CreateVolume', at)]]),
      need('attachVolume', marked('resourcetag')),
      need('describeVolumes', [], everything(at)),
      { ...need('deleteVolume', marked('resourcetag')), severity: 'warning' },
      ...(key.state === 'absent' || (key.state === 'known' && isOfAws(key.value)) ? [] : [{ ...keyNeed('volumeKey', key, { environment, guarded }, { at: key.at }), context: new Map(keyContext) }]),
    ],
    open: [],
  };
}

/** For a deployment with an alternate target group ECS moves the targets and the traffic itself. */
export function targetNeeds({ environment }: Service, item: Property, model: Model): Needs {
  const advanced = item.get('AdvancedConfiguration');
  // Policies write the ARN as it is formed. Of what is elsewhere nobody knows that: one of the reference and the form is enough.
  const need = (purpose: Purpose, resource: Value<string>, form: string, ids: number, { at } = resource): Need => {
    const formed = arn(environment, 'elasticloadbalancing', form, ...severalIds(ids, at)), isFormed = startsWith(resource, 'arn:') === 'yes';
    return { purpose, resources: isFormed ? [resource] : [resource, formed], at, severity: 'error' };
  };
  const given = (...keys: readonly string[]): readonly Value<string>[] => keys.map(key => (key === 'TargetGroupArn' ? item : advanced).get(key).text()).filter(({ state }) => state !== 'absent');
  return {
    needs: [
      { purpose: 'describeTargets', resources: [everything(item.at)], at: item.at, severity: 'error' },
      ...given('TargetGroupArn', 'AlternateTargetGroupArn').map(group => need('registerTargets', group, 'targetgroup', 2)),
      ...given('ProductionListenerRule', 'TestListenerRule').flatMap(reference => {
        if (isOneOf(model.listenerRules, reference, ':listener-rule/')) return [need('moveRule', reference, 'listener-rule/app', 4)];
        return isOneOf(model.listeners, reference, ':listener/') ? [need('moveListener', reference, 'listener/net', 3)] : [];
      }),
    ],
    open: [],
  };
}

function isOneOf(all: readonly Noun[], reference: Value<string>, mark: string): boolean {
  return ownerOf(reference.state === 'absent' ? undefined : reference.is, all) !== undefined || (ifKnown(reference)?.includes(mark) ?? false);
}

/** A hook of a deployment is a function that ECS calls. */
export function hookNeeds(item: Property): Needs {
  const target = item.get('HookTargetArn').text();
  return target.state === 'absent' ? noNeeds : { needs: [{ purpose: 'invokeHook', resources: [target], at: target.at, severity: 'error' }], open: [] };
}

/** Service Connect has its certificates issued by a private authority, which has to be tagged as one that ECS may use. */
export function certificateNeeds(tls: Property): Needs {
  const authority = tls.get('IssuerCertificateAuthority', 'AwsPcaAuthorityArn').text(), { at } = authority;
  if (authority.state === 'absent') return noNeeds;
  const context = new Map([['aws:resourcetag/amazonecsmanaged', known('true', at)], ['acm-pca:templatearn', known('arn:aws:acm-pca:::template/EndEntityCertificate/V1', at)]]);
  // Which actions the role needs on a key of the account's own is written nowhere that was found.
  const key = tls.get('KmsKey').text(), open = key.state === 'absent' ? [] : [unknown({ kind: 'fact', what: 'what Service Connect does with a key of AWS KMS' }, key.at)];
  return { needs: [{ purpose: 'certificate', resources: [authority], context, at, severity: 'error' }], open };
}

/** ECS registers tasks with a target group of VPC Lattice. */
export function latticeNeeds(item: Property): Needs {
  const group = item.get('TargetGroupArn').text();
  return group.state === 'absent' ? noNeeds : { needs: [{ purpose: 'latticeTargets', resources: [group], at: group.at, severity: 'error' }], open: [] };
}

/** The role that a service names itself takes the place of the service-linked one. */
export function legacyNeeds({ loadBalancers }: Service): Needs {
  const purposes = (ifKnown(loadBalancers) ?? []).map(({ classic, at }) => ({ purpose: classic.state === 'absent' ? 'legacyTargets' : 'classicTargets', at } as const));
  return { needs: purposes.map(({ purpose, at }) => ({ purpose, resources: [everything(at), something('the load balancer', at)], at, severity: 'error' })), open: [] };
}

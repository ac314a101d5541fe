import type { Answer } from '../../core/identity';
import { ifKnown, known, mapValue, thenValue, type Value } from '../../core/value';
import { byResource } from '../../finding/finding';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { LoadBalancer } from './load-balancer';
import type { Lookup } from '../lookup';
import { namedOf, type Named } from '../noun';
import { upper } from '../spelling';
import type { TargetGroup } from './target-group';

/** What sends requests to target groups: a listener by its default actions, or a rule of a listener. */
export interface Forwarder extends Named {
  /** Of the listener's own load balancer, or of the rule's listener. */
  readonly loadBalancer: Value<LoadBalancer>;
  readonly targetGroups: Value<readonly Value<TargetGroup>[]>;
  readonly actions: Property;
}

/** `AWS::ElasticLoadBalancingV2::Listener`. */
export interface Listener extends Forwarder {
  readonly port: Value<number>;
  readonly protocol: Value<string>;
  readonly certificates: Property;
  readonly sslPolicy: Property;
}

/** `AWS::ElasticLoadBalancingV2::ListenerRule`. */
export interface ListenerRule extends Forwarder {
  readonly listener: Value<Listener>;
  readonly priority: Value<number>;
  readonly conditions: Property;
}

export function readListener(resource: Resource, loadBalancers: Lookup<LoadBalancer>, targetGroups: Lookup<TargetGroup>): Listener {
  const { properties } = resource, actions = properties.get('DefaultActions');
  return {
    loadBalancer: loadBalancers.find(properties.get('LoadBalancerArn').text()),
    targetGroups: forwardedTo(actions, targetGroups),
    actions,
    port: properties.get('Port').integer(),
    protocol: upper(properties.get('Protocol')),
    certificates: properties.get('Certificates'),
    sslPolicy: properties.get('SslPolicy'),
    ...namedOf(resource, ''),
  };
}

export function readListenerRule(resource: Resource, listeners: Lookup<Listener>, targetGroups: Lookup<TargetGroup>): ListenerRule {
  const { properties } = resource, listener = listeners.find(properties.get('ListenerArn').text()), actions = properties.get('Actions');
  return {
    listener,
    priority: properties.get('Priority').integer(),
    conditions: properties.get('Conditions'),
    loadBalancer: thenValue(listener, found => found.loadBalancer),
    targetGroups: forwardedTo(actions, targetGroups),
    actions,
    ...namedOf(resource, ''),
  };
}

/** The target groups of `forward` actions, which name one by `TargetGroupArn` or several by `ForwardConfig`. */
function forwardedTo(actions: Property, targetGroups: Lookup<TargetGroup>): Value<readonly Value<TargetGroup>[]> {
  return thenValue(actions.list(), list => known(list.flatMap(action => {
    const several = mapValue(action.get('ForwardConfig', 'TargetGroups').list(), items => items.map(item => item.get('TargetGroupArn').text()));
    const references = [action.get('TargetGroupArn').text(), ...(several.state === 'known' ? several.value : [])];
    return references.filter(reference => reference.state !== 'absent').map(reference => targetGroups.find(reference))
      .concat(several.state === 'unknown' ? [several] : []);
  }), actions.at));
}

/** Whether a listener or rule sends requests to the target group. */
export function forwardsTo(forwarder: Forwarder, targetGroup: TargetGroup): Answer {
  if (forwarder.targetGroups.state !== 'known') return forwarder.targetGroups.state === 'absent' ? 'no' : 'unknown';
  const references = forwarder.targetGroups.value;
  if (references.some(reference => reference.state === 'known' && reference.value === targetGroup)) return 'yes';
  // A reference to something that is in none of the templates is not to this one.
  return references.some(reference => reference.state === 'unknown' && reference.why.kind !== 'elsewhere') ? 'unknown' : 'no';
}

/** The load balancers that send requests to the target group for certain. */
export function sendersTo(targetGroup: TargetGroup, forwarders: readonly Forwarder[]): readonly LoadBalancer[] {
  const senders = forwarders.filter(forwarder => forwardsTo(forwarder, targetGroup) === 'yes').flatMap(({ loadBalancer }) => ifKnown(loadBalancer) ?? []);
  return [...new Set(senders)].sort(byResource);
}

import { loadBalancerProtocols } from '../../catalog/load-balancer-protocols';
import { entryOf } from '../../core/entry';
import { ifKnown } from '../../core/value';
import { countOf } from '../../model/count';
import { inUse } from '../../model/in-use';
import type { Listener } from '../../model/load-balancer/listener';
import { upper } from '../../model/spelling';
import { atPath, nameOf } from '../at-path';
import { defineRule, type Say } from '../rule';

/** Application load balancers speak HTTP, network load balancers TCP and UDP, and a secure listener has a certificate. */
export const listenerProtocol = defineRule({
  id: 'listener-protocol',
  title: "The listener's protocol does not go with the load balancer",
  severity: 'error',
  phase: 'create',
  subject: 'listener',
  explanation: 'A listener and the target groups that it forwards to speak a protocol of their kind of load balancer, and a listener for HTTPS or TLS has a certificate. One without encryption has none, and no SslPolicy. Target groups for gRPC and HTTP/2 are for listeners of HTTPS alone, and Network Load Balancers forward, but neither redirect nor answer. Elastic Load Balancing refuses others, and with them the stack.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
  predicts: ['protocol', 'A certificate must be specified for'],
  facts: [loadBalancerProtocols],
  messages: {
    wrongProtocol: ({ what, protocol, kind, takes }: { what: string; protocol: string; kind: string; takes: string }) => ({
      says: `The ${what} speaks ${protocol}, and a load balancer of type ${kind} takes ${takes}.`,
      fix: `Set Protocol to one of these.`,
      ecsSays: `Listener protocol '${protocol}' must be one of '${takes}'.`,
    }),
    needsHttps: ({ targetGroup, version, protocol }: { targetGroup: string; version: string; protocol: string }) => ({
      says: `${targetGroup} speaks ${version}, for which the listener must be for HTTPS; it is for ${protocol}.`,
      fix: 'Set Protocol of the listener to HTTPS and give it a certificate, or take ProtocolVersion out of the target group.',
      ecsSays: `Listener protocol '${protocol}' is not supported with a target group with the protocol-version '${version}'`,
    }),
    noCertificate: ({ protocol }: { protocol: string }) => ({
      says: `The listener speaks ${protocol} and has no certificate.`,
      fix: 'Give it one under Certificates.',
      ecsSays: `A certificate must be specified for ${protocol} listeners.`,
    }),
    severalCertificates: ({ count }: { count: number }) => ({
      says: `Certificates holds ${count} certificates; a listener has one.`,
      fix: 'Leave one, and add the others by an AWS::ElasticLoadBalancingV2::ListenerCertificate.',
      ecsSays: `Up to '1' certificate ARNs can be specified, but '${count}' were specified`,
    }),
    notSecure: ({ property, protocol, secure }: { property: string; protocol: string; secure: string }) => ({
      says: `The listener speaks ${protocol}, which is not encrypted, and has ${property}.`,
      fix: `Set Protocol to ${secure}, or take ${property} out.`,
    }),
    forwardsOnly: ({ action, kind }: { action: string; kind: string }) => ({
      says: `The listener is to ${action}, and a load balancer of type ${kind} can only forward.`,
      fix: 'Set Type to forward, with a target group.',
    }),
  },
  check(listener, say, { listenerRules }) {
    const loadBalancer = say.need(listener.loadBalancer), kind = loadBalancer && say.need(loadBalancer.kind);
    const protocol = say.need(listener.protocol), takes = kind === undefined ? undefined : loadBalancerProtocols.value.get(kind);
    if (kind !== undefined && takes && protocol !== undefined && !takes.includes(protocol)) {
      say.violated('wrongProtocol', listener.protocol, { what: 'listener', protocol, kind, takes: takes.join(', ') });
    }
    const rules = listenerRules.filter(rule => ifKnown(rule.listener) === listener);
    const references = [listener, ...rules].flatMap(({ targetGroups }) => say.need(targetGroups) ?? []);
    for (const targetGroup of new Set(references.flatMap(reference => ifKnown(reference) ?? []))) {
      const targetProtocol = say.need(targetGroup.protocol), version = say.need(upper(targetGroup.properties.get('ProtocolVersion')));
      if (protocol === 'HTTP' && (version === 'GRPC' || version === 'HTTP2')) say.violated('needsHttps', listener.protocol, { targetGroup: targetGroup.id, version, protocol }, { related: [targetGroup] });
      if (kind === undefined || !takes || targetProtocol === undefined || takes.includes(targetProtocol)) continue;
      say.violated('wrongProtocol', targetGroup.protocol, { what: 'target group', protocol: targetProtocol, kind, takes: takes.join(', ') }, { related: [targetGroup] });
    }
    if (protocol !== undefined) checkSecurity(listener, protocol, say);
    for (const { type } of kind === 'network' ? atPath(listener.actions, '*', say).map(action => ({ type: action.get('Type').text() })) : []) {
      const action = say.need(type);
      if (action !== undefined && kind !== undefined && action !== 'forward') say.violated('forwardsOnly', type, { action, kind });
    }
  },
});

/** Protocols with encryption, by those without that come nearest. */
const secured: Readonly<Record<string, string>> = { HTTP: 'HTTPS', TCP: 'TLS' };

function checkSecurity({ at, certificates, sslPolicy }: Listener, protocol: string, say: Say<(typeof listenerProtocol)['messages']>): void {
  const secure = entryOf(secured, protocol), count = secure === undefined ? say.need(countOf(certificates)) : undefined;
  if (count !== undefined && count > 1) say.violated('severalCertificates', certificates, { count });
  if (Object.values(secured).includes(protocol) && certificates.given === 'no') say.violated('noCertificate', { at }, { protocol });
  // One whose ARN a condition leaves out is none.
  const named = ifKnown(certificates.list())?.every(certificate => certificate.get('CertificateArn').given === 'no') ? [] : [certificates];
  for (const property of secure === undefined ? [] : [...named, sslPolicy]) {
    if (say.need(inUse(property))) say.violated('notSecure', property, { property: nameOf(property), protocol, secure: secure ?? '' });
  }
}

import { loadBalancerProtocols } from '../../catalog/load-balancer-protocols';
import { ifKnown } from '../../core/value';
import { upper } from '../../model/spelling';
import { defineRule } from '../rule';

/** Application load balancers speak HTTP, network load balancers TCP and UDP, and a secure listener has a certificate. */
export const listenerProtocol = defineRule({
  id: 'listener-protocol',
  title: "The listener's protocol does not go with the load balancer",
  severity: 'error',
  phase: 'create',
  subject: 'listener',
  explanation: 'A listener and the target groups that it forwards to speak a protocol of their kind of load balancer, and a listener for HTTPS or TLS has a certificate. Target groups for gRPC and HTTP/2 are for listeners of HTTPS alone. Elastic Load Balancing refuses others, and with them the stack.',
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
  },
  check(listener, say) {
    const loadBalancer = say.need(listener.loadBalancer), kind = loadBalancer && say.need(loadBalancer.kind);
    const protocol = say.need(listener.protocol), takes = kind === undefined ? undefined : loadBalancerProtocols.value.get(kind);
    if (kind !== undefined && takes && protocol !== undefined && !takes.includes(protocol)) {
      say.violated('wrongProtocol', listener.protocol, { what: 'listener', protocol, kind, takes: takes.join(', ') });
    }
    for (const reference of say.need(listener.targetGroups) ?? []) {
      const targetGroup = ifKnown(reference), targetProtocol = targetGroup && say.need(targetGroup.protocol);
      const version = targetGroup && say.need(upper(targetGroup.properties.get('ProtocolVersion')));
      if (targetGroup && protocol === 'HTTP' && (version === 'GRPC' || version === 'HTTP2')) say.violated('needsHttps', listener.protocol, { targetGroup: targetGroup.id, version, protocol }, { related: [targetGroup] });
      if (!targetGroup || kind === undefined || !takes || targetProtocol === undefined || takes.includes(targetProtocol)) continue;
      say.violated('wrongProtocol', targetGroup.protocol, { what: 'target group', protocol: targetProtocol, kind, takes: takes.join(', ') });
    }
    if ((protocol === 'HTTPS' || protocol === 'TLS') && listener.certificates.given === 'no') {
      say.violated('noCertificate', listener, { protocol });
    }
  },
});

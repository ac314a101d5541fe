import { fact } from './fact';

/** The protocols that the listeners and target groups of each kind of load balancer take. */
export const loadBalancerProtocols = fact<ReadonlyMap<string, readonly string[]>>({
  id: 'load-balancer-protocols',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
    read: '2026-11-21',
    says: 'Protocol: HTTP and HTTPS for Application Load Balancers; TCP, TLS, UDP, TCP_UDP, QUIC and TCP_QUIC for Network Load Balancers.',
  },
  value: new Map([
    ['application', ['HTTP', 'HTTPS']],
    ['network', ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC']],
  ]),
});

/** The protocols that come in datagrams alone. Those of two kinds, as TCP_UDP, ask for connections of TCP as well. */
export const datagramProtocols: readonly string[] = ['UDP', 'QUIC'];

/** The types of targets that see the addresses of clients behind a network load balancer for TCP, unless an attribute of the target group says otherwise. */
export const clientAddressesShown = fact<readonly string[]>({
  id: 'client-addresses-shown',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation',
    read: '2026-11-21',
    says: 'Client IP preservation is enabled by default for instance targets, and disabled for IP targets of TCP and TLS.',
  },
  value: ['instance'],
});

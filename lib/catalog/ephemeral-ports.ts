import { fact } from './fact';

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** The ports from which clients open connections, and to which answers come back. */
export const ephemeralPorts = fact<Readonly<Record<'linux' | 'anyClient', PortRange>>>({
  id: 'ephemeral-ports',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html',
    read: '2026-11-20',
    says: 'Many Linux kernels, including that of Amazon Linux, use ports 32768-61000 (the kernel itself ends at 60999); a network ACL must let the answers to them pass. '
      + 'For clients of all kinds, load balancers and NAT gateways among them, it has to open 1024-65535.',
  },
  value: { linux: { from: 32768, to: 60999 }, anyClient: { from: 1024, to: 65535 } },
});

/** The host ports among which the one lies that ECS gives to a container which asks for none, on any container instance. */
export const dynamicHostPorts = fact<PortRange>({
  id: 'dynamic-host-ports',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
    read: '2026-11-22',
    says: 'hostPort: the range is that of the kernel, /proc/sys/net/ipv4/ip_local_port_range, else it ends at 65535; ports below 32768 are in general outside of it.',
  },
  value: { from: 32768, to: 65535 },
});

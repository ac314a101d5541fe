import { fact } from './fact';

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** The ports from which Linux opens connections, and to which answers come back. */
export const ephemeralPorts = fact<PortRange>({
  id: 'ephemeral-ports',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html',
    read: '2026-11-20',
    says: 'Many Linux kernels, including that of Amazon Linux, use ports 32768-61000 (the kernel itself ends at 60999); a network ACL must let the answers to them pass.',
  },
  value: { from: 32768, to: 60999 },
});

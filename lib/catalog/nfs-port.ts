import { fact } from './fact';

/** The TCP port at which mount targets of EFS take connections. */
export const nfsPort = fact({
  id: 'nfs-port',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/efs/latest/ug/network-access.html',
    read: '2026-11-20',
    says: 'The security group of a mount target must let TCP 2049 (NFS) in from the clients, and theirs must let it out.',
  },
  value: 2049,
});

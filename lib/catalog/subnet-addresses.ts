import { fact } from './fact';

/** How many addresses of each subnet AWS keeps for itself. */
export const reservedSubnetAddresses = fact({
  id: 'reserved-subnet-addresses',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    read: '2026-11-20',
    says: 'The first four IP addresses and the last IP address in each subnet CIDR block are not available for use.',
  },
  value: 5,
});

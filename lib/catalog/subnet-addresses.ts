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

/** How large the IPv4 ranges of VPCs and subnets may be, by their prefix lengths. */
export const rangeSizes = fact({
  id: 'range-sizes',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html',
    read: '2026-11-22',
    says: 'The allowed size of an IPv4 subnet is between /28 (16 addresses) and /16 (65,536); API CreateVpc says the same of a VPC.',
  },
  value: { longest: 28, shortest: 16 },
});

import { fact } from './fact';

/** The IPv6 addresses that stand for all IPv4 ones where DNS64 makes them up and a NAT gateway translates them. */
export const nat64Prefix = fact({
  id: 'nat64-prefix',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html',
    read: '2026-11-22',
    says: 'With DNS64 on in a subnet, names that have IPv4 addresses alone resolve to this prefix with the address behind it; a route for it leads to a NAT gateway, which translates by itself, in a subnet that leads to the internet by IPv4.',
  },
  value: '64:ff9b::/96',
});

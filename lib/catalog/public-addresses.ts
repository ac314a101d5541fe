import { fact } from './fact';

/** The addresses that services on the internet may have: of each kind all, and the ranges among them that none has. */
export const publicAddresses = fact({
  id: 'public-addresses',
  standing: 'documented',
  source: {
    url: 'https://www.rfc-editor.org/rfc/rfc6890',
    read: '2026-11-22',
    says: 'Special-purpose address registries: private use, shared address space, loopback, link local, limited broadcast; of IPv6 documentation, unique local, translation (RFC 6052). All global unicast addresses of IPv6 that are given out begin with 2000::/3 (RFC 4291, and IANA\'s registry of IPv6 address space).',
  },
  value: {
    ipv4: { all: '0.0.0.0/0', except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '255.255.255.255/32'] },
    ipv6: { all: '2000::/3', except: ['2001:db8::/32'] },
  },
});

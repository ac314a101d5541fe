import { fact } from './fact';

/** Ranges of IPv4 addresses that no service on the internet has. */
export const privateAddresses = fact<readonly string[]>({
  id: 'private-addresses',
  standing: 'documented',
  source: {
    url: 'https://www.rfc-editor.org/rfc/rfc6890',
    read: '2026-11-20',
    says: 'Special-purpose address registry: private use, shared address space, loopback, link local, limited broadcast.',
  },
  value: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '255.255.255.255/32'],
});

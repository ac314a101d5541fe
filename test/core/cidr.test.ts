import { contains, overlap, parseCidr } from '../../lib/core/cidr';

const range = (text: string) => parseCidr(text) ?? { first: -1, size: 0 };

test.each([
  ['10.0.0.0/16', 65536], ['10.0.1.7/24', 256], ['0.0.0.0/0', 2 ** 32], ['255.255.255.255/32', 1], [' 10.0.0.0/28 ', 16],
])('%s holds %d addresses', (text, size) => {
  expect(parseCidr(text)?.size).toBe(size);
});

test.each(['::/0', '10.0.0.0', '10.0.0/16', '10.0.0.256/24', '10.0.0.0/33', '', 'pl-1'])('%s is no range of IPv4 addresses', text => {
  expect(parseCidr(text)).toBeUndefined();
});

test.each([
  ['10.0.0.0/16', '10.0.200.0/24', true, true],
  ['10.0.0.0/16', '10.1.0.0/24', false, false],
  ['10.0.1.0/24', '10.0.0.0/16', false, true],
  ['0.0.0.0/0', '255.255.255.255/32', true, true],
  ['10.0.0.0/24', '10.0.1.0/24', false, false],
  ['192.168.0.1/32', '192.168.0.1/32', true, true],
])('%s and %s', (a, b, containing, overlapping) => {
  expect(contains(range(a), range(b))).toBe(containing);
  expect(overlap(range(a), range(b))).toBe(overlapping);
});

import { isWithin, overlap, readIpv4Range, readRange, sizeOf } from '../../lib/core/address-range';

const range = (text: string) => readRange(text) ?? { bits: text, prefix: 0 };

test.each([
  ['10.0.0.0/16', '10.0.200.0/24', true, true],
  ['10.0.0.0/16', '10.1.0.0/24', false, false],
  ['10.0.1.0/24', '10.0.0.0/16', false, true],
  ['0.0.0.0/0', '255.255.255.255/32', true, true],
  ['10.0.0.0/24', '10.0.1.0/24', false, false],
  ['::/0', '64:ff9b::/96', true, true],
  ['2000::/3', '2001:db8::/32', true, true],
  ['2001:db8:0:1::/64', '2001:db8::/56', false, true],
  ['fd00::/8', '2001:db8::/32', false, false],
  ['0.0.0.0/0', '::/0', false, false],
  ['192.168.0.1/32', '192.168.0.1/32', true, true],
])('%s and %s', (a, b, containing, overlapping) => {
  expect(isWithin(range(b), range(a))).toBe(containing);
  expect(overlap(range(a), range(b))).toBe(overlapping);
});

test.each(['10.0.0/16', '10.0.0.256/24', '10.0.0.0/33', '::/129', '2001::db8::/32', 'g::/16', '', 'pl-1'])('%s is no range of addresses', text => {
  expect(readRange(text)).toBeUndefined();
});

test.each([
  ['10.0.0.0/16', 65536], ['10.0.1.7/24', 256], ['0.0.0.0/0', 2 ** 32], ['255.255.255.255/32', 1], [' 10.0.0.0/28 ', 16],
])('%s holds %d addresses', (text, size) => {
  expect(sizeOf(range(text))).toBe(size);
});

test.each(['::/0', '10.0.0.0', '10.0.0/16', '10.0.0.256/24', '10.0.0.0/33', '', 'pl-1'])('%s is no range of IPv4 addresses', text => {
  expect(readIpv4Range(text)).toBeUndefined();
});

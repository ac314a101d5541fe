import { parseCidr } from '../../lib/core/cidr';

test.each([
  ['10.0.0.0/16', 65536], ['10.0.1.7/24', 256], ['0.0.0.0/0', 2 ** 32], ['255.255.255.255/32', 1], [' 10.0.0.0/28 ', 16],
])('%s holds %d addresses', (text, size) => {
  expect(parseCidr(text)?.size).toBe(size);
});

test.each(['::/0', '10.0.0.0', '10.0.0/16', '10.0.0.256/24', '10.0.0.0/33', '', 'pl-1'])('%s is no range of IPv4 addresses', text => {
  expect(parseCidr(text)).toBeUndefined();
});

import { pricedRegions, priceOf } from '../../lib/catalog/instance-prices';
import { instanceType, instanceTypes } from '../../lib/catalog/instance-types';
import { registeredMemory } from '../../lib/catalog/registered-memory';

test('the table knows the types of every generation', () => {
  expect(instanceType('m5.large')).toMatchObject({ vcpus: 2, memoryMiB: 8192, architecture: 'x86_64', gpus: 0, networkInterfaces: 3, trunkedTasks: 10 });
  expect(instanceType('c7g.medium')).toMatchObject({ vcpus: 1, memoryMiB: 2048, architecture: 'arm64' });
  expect(instanceType('g5.12xlarge')).toMatchObject({ gpus: 4 });
  expect(instanceType('t3.micro')).toMatchObject({ trunkedTasks: 0 });
});

test.each(['m5.huge', '', 'constructor', 'm5'])('%j is no type', name => {
  expect(instanceType(name)).toBeUndefined();
});

// What AWS documents and what public reports show, with the type that registered it.
test.each([
  ['m4.large', 'linux', 7985], ['m4.large', 'windows', 8191], ['m5.large', 'linux', 7690], ['m5.large', 'linux', 7811], ['t2.micro', 'linux', 993],
  ['t3.small', 'linux', 1901], ['t3.medium', 'linux', 3828], ['c5.large', 'linux', 3704], ['g4dn.xlarge', 'linux', 15731], ['r3.large', 'linux', 15299],
] as const)('%s with %s registers %d MiB, within the bounds', (name, os, registeredMiB) => {
  const type = instanceType(name);
  const { least, most } = type ? registeredMemory(type, os) : { least: NaN, most: NaN };
  expect(least).toBeLessThanOrEqual(registeredMiB);
  expect(most).toBeGreaterThanOrEqual(registeredMiB);
});

test('of every type the bounds are in order and below what is advertised', () => {
  const odd = Object.keys(instanceTypes.value).flatMap(name => {
    const type = instanceType(name);
    if (!type) return [name];
    const { least, most } = registeredMemory(type, 'linux');
    return 0 < least && least <= most && most <= type.memoryMiB ? [] : [`${name} ${least} ${most}`];
  });
  expect(odd).toEqual([]);
});

test('prices are those of the region, or reckoned from us-east-1 where it has newer types, and none where it has not the type', () => {
  const price = (name: string, region: string) => {
    const type = instanceType(name);
    return type && priceOf(type, region);
  };
  expect(price('m7g.large', 'us-east-1')).toEqual({ microUsdPerHour: 81_600, basis: 'listed', read: '2026-07-20' });
  expect(price('t3.small', 'us-east-1')).toMatchObject({ microUsdPerHour: 20_800 });
  expect(price('m5.large', 'eu-west-1')).toEqual({ microUsdPerHour: 107_000, basis: 'listed', read: '2024-11-20' });
  expect(price('m8g.large', 'eu-west-1')).toMatchObject({ basis: 'estimated', read: '2026-07-20' });
  expect(price('m5.large', 'il-central-1')).toMatchObject({ microUsdPerHour: 96_000, basis: 'usEast1' });
  expect([price('m7a.large', 'me-south-1'), price('m5.large', 'mars-north-1')]).toEqual([undefined, undefined]);
  expect(pricedRegions()).toContain('eu-central-1');
});

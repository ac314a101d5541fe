import { instanceType } from '../../lib/catalog/instance-types';
import { fargatePodSize, hasRoom, podRoom, type PodRoom } from '../../lib/placement/pod-room';

function roomOf(name: string, asEksSetsUp = true): PodRoom {
  const type = instanceType(name);
  if (!type) throw new Error(`no type ${name}`);
  return podRoom(type, asEksSetsUp);
}

// Allocatable CPU as nodes tell it: an m5.large 1930m, an m5.xlarge 3920m, a c5.4xlarge 15890m.
test.each([['m5.large', 1930], ['m5.xlarge', 3920], ['c5.4xlarge', 15890], ['t3.medium', 1930]])('a node of %s gives %s thousandths of a CPU at most', (name, milliCpu) => {
  expect(roomOf(name).milliCpu).toEqual({ least: milliCpu - 150, most: milliCpu });
});

test('memory is what the instance has, less 255 MiB, 11 for each pod, and 100 that stay free', () => {
  // An m5.large takes between 20 pods, with custom networking, and 110, with prefix delegation.
  const { least, most } = roomOf('m5.large').memoryMiB;
  expect(most).toBe(8070 - 255 - 11 * 20 - 100);
  expect(least).toBe(7680 - 255 - 11 * 110 - 100);
});

test('a launch template of one\'s own may reserve less', () => {
  expect(roomOf('m5.large', false)).toMatchObject({ milliCpu: { most: 2000 }, memoryMiB: { most: 8070 } });
});

test.each([
  ['much less than there is', 1000, 2048, 0, 'yes'],
  ['more than any node of the type has', 1000, 8000, 0, 'no'],
  ['all the CPU', 2000, 1024, 0, 'no'],
  ['what is left if nothing else runs on the node', 1900, 1024, 0, 'unknown'],
  ['memory that only a node of few pods has', 1000, 6800, 0, 'unknown'],
  ['a GPU that is not there', 1000, 1024, 1, 'no'],
] as const)('an m5.large has room for %s?', (_, milliCpu, memoryMiB, gpus, answer) => {
  expect(hasRoom(roomOf('m5.large'), { milliCpu, memoryMiB, gpus })).toBe(answer);
});

test('a GPU may be offered several times', () => {
  expect(hasRoom(roomOf('g5.xlarge'), { milliCpu: 1000, memoryMiB: 1024, gpus: 2 })).toBe('unknown');
});

test.each([
  // The documentation's own example: 1 vCPU and 8 GB become 2 vCPU and 9 GB.
  [1000, 8192, { cpuUnits: 2048, memoryMiB: 9216 }],
  [100, 128, { cpuUnits: 256, memoryMiB: 512 }],
  [250, 512, { cpuUnits: 256, memoryMiB: 1024 }],
  [16000, 100 * 1024, { cpuUnits: 16384, memoryMiB: 104 * 1024 }],
  [32001, 1024, undefined],
  [1000, 244 * 1024, undefined],
])('Fargate runs a pod of %s thousandths and %s MiB in a size of its own', (milliCpu, memoryMiB, size) => {
  expect(fargatePodSize({ milliCpu, memoryMiB, gpus: 0 })).toEqual(size);
});

test('Fargate has no GPUs', () => {
  expect(fargatePodSize({ milliCpu: 100, memoryMiB: 128, gpus: 1 })).toBeUndefined();
});

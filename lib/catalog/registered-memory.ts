import { fact } from './fact';
import type { InstanceType } from './instance-types';

/** MiB of an instance's memory that its operating system reports, and so the agent registers, before `ECS_RESERVED_MEMORY`. */
export interface MemoryRange {
  /** What every instance of the type has at least. */
  readonly least: number;
  /** What none exceeds. */
  readonly most: number;
}

/** The share of the advertised memory, in thousandths, that no instance registers more than. */
export const mostRegisteredMemory = fact({
  id: 'most-registered-memory',
  standing: 'observed',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html',
    read: '2026-11-20',
    says: 'An m4.large of 8192 MiB registers 7985 with Amazon Linux and 8191 with Windows. Of 1,093 Linux types measured and 96 public reports none is above 98.46 %: ' +
      'for each page of 4 KiB the Linux kernel keeps 64 bytes to itself.',
  },
  value: { linux: 985, windows: 1000 },
});

/** What Linux keeps to itself at most, for types of which no registered memory was seen. */
export const leastRegisteredMemory = fact({
  id: 'least-registered-memory',
  standing: 'assumed',
  source: {
    url: 'https://github.com/vantage-sh/ec2instances.info',
    read: '2026-11-20',
    says: 'MemTotal of 1,093 types against their advertised memory; with public reports 1,189 points, of which all but two vt1 types, which have rows of their own, lie above this line.',
  },
  because: 'AWS publishes no table of registered memory; the line is drawn below what was measured. For Windows a little less than the one documented figure.',
  value: {
    linux: {
      small: [{ upToMiB: 512, keptMiB: 112 }, { upToMiB: 1024, keptMiB: 128 }, { upToMiB: 2048, keptMiB: 256 }],
      keptMiB: 224, perTenThousand: 480, perTenThousandWithGpus: 575,
    },
    windows: { keptMiB: 64 },
  },
});

/** The same in words: a task whose place is certain has it on an instance of so little. */
export const leastRegisteredMemoryInWords = {
  id: leastRegisteredMemory.id,
  because: leastRegisteredMemory.because ?? '',
  value: `an instance registers at least its advertised memory less ${leastRegisteredMemory.value.linux.keptMiB} MiB and ${leastRegisteredMemory.value.linux.perTenThousand / 100} %, on Windows less ${leastRegisteredMemory.value.windows.keptMiB} MiB`,
};

/** What instances of a type register before `ECS_RESERVED_MEMORY`. */
export function registeredMemory(type: InstanceType, os: 'linux' | 'windows'): MemoryRange {
  return {
    least: os === 'windows' ? type.memoryMiB - leastRegisteredMemory.value.windows.keptMiB : (type.leastRegisteredMiB ?? type.memoryMiB - keptByLinux(type)),
    most: Math.ceil((type.memoryMiB * mostRegisteredMemory.value[os]) / 1000),
  };
}

/** Of what the operating system reports, the whole MiB that the agent registers: less `ECS_RESERVED_MEMORY`. From `getHostMemoryInMiB` of the agent. */
export function memoryForTasks(reportedMiB: number, reservedMiB: number): number {
  return Math.max(0, Math.floor(reportedMiB) - reservedMiB);
}

function keptByLinux({ memoryMiB, gpus }: InstanceType): number {
  const { small, keptMiB, perTenThousand, perTenThousandWithGpus } = leastRegisteredMemory.value.linux;
  const step = small.find(({ upToMiB }) => memoryMiB <= upToMiB);
  return step?.keptMiB ?? Math.ceil(keptMiB + (memoryMiB * (gpus > 0 ? perTenThousandWithGpus : perTenThousand)) / 10_000);
}

import { Token, Tokenization } from 'aws-cdk-lib';
import { fargateTaskSizes, readCpuUnits, readMemoryMiB } from '../engine';
import { misuse } from './misuse';

/** CPU units of `256`, `'256'` or `'0.25 vCPU'`. */
export function cpuUnitsOf(path: string, cpu: number | string): number {
  return amountOf(path, 'cpu', cpu, readCpuUnits, "a number of CPU units or a text like '0.5 vCPU'");
}

/** MiB of `512`, `'512'` or `'0.5 GB'`. */
export function memoryMiBOf(path: string, memory: number | string, property = 'memory'): number {
  return amountOf(path, property, memory, readMemoryMiB, "a number of MiB or a text like '0.5 GB'");
}

/** GiB of a disk of `'20 GB'`. A number is MiB, as everywhere: one that is below a GiB was meant for something else. */
export function diskGiBOf(path: string, property: string, size: number | string): number {
  const mib = memoryMiBOf(path, size, property);
  if (!Token.isUnresolved(mib) && mib < 1024) throw misuse(path, `${property} is ${JSON.stringify(size)}, which is ${mib} MiB. Give 1 GB or more with its unit, as '20 GB'.`);
  return Math.ceil(mib / 1024);
}

function amountOf(path: string, property: string, given: number | string, read: (text: string) => number | undefined, takes: string): number {
  if (typeof given === 'string' && Token.isUnresolved(given)) return Token.asNumber(Tokenization.reverse(given));
  const amount = typeof given === 'number' ? given : read(given);
  if (amount === undefined || (!Token.isUnresolved(amount) && !(Number.isInteger(amount) && amount > 0))) {
    throw misuse(path, `${property} is ${typeof given === 'string' ? JSON.stringify(given) : given}. Give ${takes}.`);
  }
  return amount;
}

/**
 * A size that Fargate offers. What is left out is the smallest that goes with the other; both left out, the smallest of all.
 * @param sidecarsMiB what the containers beside the main one want: where no memory is given, it is more by that.
 * @param isWindows whether the task runs Windows, for which Fargate offers fewer sizes.
 */
export function fargateSizeOf(path: string, cpu: number | string | undefined, memory: number | string | undefined, sidecarsMiB = 0, isWindows = false): FargateSize {
  const sizes = fargateTaskSizes.value.filter(({ windows }) => windows || !isWindows), name = isWindows ? 'Fargate for Windows' : 'Fargate';
  const memoryMiB = memory === undefined ? undefined : memoryMiBOf(path, memory), cpuUnits = cpu === undefined ? undefined : cpuUnitsOf(path, cpu);
  if (cpuUnits !== undefined && Token.isUnresolved(cpuUnits)) return { cpuUnits, memoryMiB: memoryMiB ?? smallest(sizes).memoryMiB };
  const offered = cpuUnits === undefined ? sizes : sizes.filter(size => size.cpuUnits === cpuUnits);
  if (offered.length === 0) throw misuse(path, `${name} offers ${sizes.map(size => size.cpuUnits).join(', ')} CPU units, not ${cpuUnits}.`);
  if (memoryMiB === undefined) return roomiest(path, name, offered, sidecarsMiB);
  if (Token.isUnresolved(memoryMiB)) return { cpuUnits: smallest(offered).cpuUnits, memoryMiB };
  const size = offered.find(({ memoryMiB: amounts }) => amounts.includes(memoryMiB));
  if (size) return { cpuUnits: size.cpuUnits, memoryMiB };
  throw misuse(path, cpuUnits === undefined
    ? `${name} offers no task with ${memoryMiB} MiB of memory. See https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html.`
    : `With ${cpuUnits} CPU units ${name} offers ${offered.flatMap(({ memoryMiB: amounts }) => amounts).join(', ')} MiB of memory, not ${memoryMiB}.`);
}

interface FargateSize {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
}

type Offered = readonly (typeof fargateTaskSizes.value)[number][];

/** The smallest that leaves the main container the least memory that Fargate offers with the CPU. */
function roomiest(path: string, name: string, sizes: Offered, sidecarsMiB: number): FargateSize {
  const { cpuUnits: least, memoryMiB } = smallest(sizes), wanted = memoryMiB + sidecarsMiB;
  for (const { cpuUnits, memoryMiB: amounts } of sizes) {
    const enough = amounts.find(amount => amount >= wanted);
    if (enough !== undefined) return { cpuUnits, memoryMiB: enough };
  }
  throw misuse(path, `With ${least} CPU units ${name} offers no task with the ${wanted} MiB that its containers want. Give more cpu.`);
}

function smallest([size]: Offered): FargateSize {
  return { cpuUnits: size?.cpuUnits ?? 0, memoryMiB: size?.memoryMiB[0] ?? 0 };
}

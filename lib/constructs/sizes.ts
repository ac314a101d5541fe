import { Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
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

/** Refuses what is no share of a whole. */
export function checkPercent(where: IConstruct | string, shares: { readonly [property: string]: number | undefined }): void {
  for (const [property, percent = 100] of Object.entries(shares)) {
    if (!Token.isUnresolved(percent) && !(percent > 0 && percent <= 100)) throw misuse(where, `${property} is ${percent}. Give a percentage above 0, and up to 100.`);
  }
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
 */
export function fargateSizeOf(path: string, cpu: number | string | undefined, memory: number | string | undefined, sidecarsMiB = 0): { cpuUnits: number; memoryMiB: number } {
  const sizes = fargateTaskSizes.value;
  if (memory === undefined && sidecarsMiB > 0) return roomiest(path, cpu, sidecarsMiB);
  const memoryMiB = memory === undefined ? undefined : memoryMiBOf(path, memory);
  const cpuUnits = cpu === undefined ? smallestWith(path, memoryMiB) : cpuUnitsOf(path, cpu);
  if (Token.isUnresolved(cpuUnits)) return { cpuUnits, memoryMiB: memoryMiB ?? smallestMemoryMiB };
  const size = sizes.find(offered => offered.cpuUnits === cpuUnits);
  if (!size) throw misuse(path, `Fargate offers ${sizes.map(offered => offered.cpuUnits).join(', ')} CPU units, not ${cpuUnits}.`);
  const [smallest = smallestMemoryMiB] = size.memoryMiB;
  if (memoryMiB !== undefined && !Token.isUnresolved(memoryMiB) && !size.memoryMiB.includes(memoryMiB)) {
    throw misuse(path, `With ${cpuUnits} CPU units Fargate offers ${size.memoryMiB.join(', ')} MiB of memory, not ${memoryMiB}.`);
  }
  return { cpuUnits, memoryMiB: memoryMiB ?? smallest };
}

/** The smallest that leaves the main container the least memory that Fargate offers with the CPU. */
function roomiest(path: string, cpu: number | string | undefined, sidecarsMiB: number): { cpuUnits: number; memoryMiB: number } {
  const least = fargateSizeOf(path, cpu, undefined), wanted = least.memoryMiB + sidecarsMiB;
  for (const { cpuUnits, memoryMiB } of fargateTaskSizes.value) {
    const enough = memoryMiB.find(offered => offered >= wanted);
    if (enough !== undefined && (cpu === undefined || cpuUnits === least.cpuUnits)) return { cpuUnits, memoryMiB: enough };
  }
  throw misuse(path, `With ${least.cpuUnits} CPU units Fargate offers no task with the ${wanted} MiB that its containers want. Give more cpu.`);
}

const smallestMemoryMiB = fargateTaskSizes.value[0]?.memoryMiB[0] ?? 0;

function smallestWith(path: string, memoryMiB: number | undefined): number {
  const known = memoryMiB === undefined || Token.isUnresolved(memoryMiB) ? smallestMemoryMiB : memoryMiB;
  const size = fargateTaskSizes.value.find(offered => offered.memoryMiB.includes(known));
  if (!size) throw misuse(path, `Fargate offers no task with ${known} MiB of memory. See https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html.`);
  return size.cpuUnits;
}

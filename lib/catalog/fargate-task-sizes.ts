import { fact } from './fact';

/** A size in which Fargate offers tasks. */
export interface FargateTaskSize {
  readonly cpuUnits: number;
  /** The amounts of memory that go with it, ascending. */
  readonly memoryMiB: readonly number[];
  readonly windows: boolean;
}

function gib(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, i) => (from + i * step) * 1024);
}

/** The pairs of task CPU and task memory that Fargate takes. */
export const fargateTaskSizes = fact<readonly FargateTaskSize[]>({
  id: 'fargate-task-sizes',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
    read: '2026-11-20',
    says: 'Table of CPU value, memory value and operating systems. 32 vCPU comes with 60, 120 or 244 GB only.',
  },
  value: [
    { cpuUnits: 256, memoryMiB: [512, 1024, 2048], windows: false },
    { cpuUnits: 512, memoryMiB: gib(1, 4, 1), windows: false },
    { cpuUnits: 1024, memoryMiB: gib(2, 8, 1), windows: true },
    { cpuUnits: 2048, memoryMiB: gib(4, 16, 1), windows: true },
    { cpuUnits: 4096, memoryMiB: gib(8, 30, 1), windows: true },
    { cpuUnits: 8192, memoryMiB: gib(16, 60, 4), windows: false },
    { cpuUnits: 16384, memoryMiB: gib(32, 120, 8), windows: false },
    { cpuUnits: 32768, memoryMiB: [60, 120, 244].map(size => size * 1024), windows: false },
  ],
});

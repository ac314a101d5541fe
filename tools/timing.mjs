// How benchmarks take times. All are medians, in milliseconds.
import { spawnSync } from 'node:child_process';

/** Of a work within this process, warm: it is done for a second before it is timed. */
export function timeOf(work, runs = 15) {
  for (const end = performance.now() + 1000; performance.now() < end;) work();
  return median(Array.from({ length: runs }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }));
}

/** Of processes of Node.js, each given by its arguments, in turn, so that a busy machine slows all of them. The first round warms up. */
export function timesOf(processes, runs = 7) {
  const rounds = Array.from({ length: runs + 1 }, () => processes.map(words => {
    const began = performance.now(), { status } = spawnSync(process.execPath, words, { stdio: 'ignore' });
    if (status > 1) throw new Error(`${words.join(' ')} exits with ${status}`);
    return performance.now() - began;
  }));
  return processes.map((_, which) => median(rounds.slice(1).map(times => times[which])));
}

export const nodeAlone = ['-e', '0'];

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

// How benchmarks take times. All are medians, in milliseconds.
import { spawnSync } from 'node:child_process';

/** Of works within this process, warm: each is done for a second before they are timed in turn, so that a busy machine slows all of them. */
export function timesWarm(works, runs = 31) {
  for (const work of works) for (const end = performance.now() + 1000; performance.now() < end;) work();
  const rounds = Array.from({ length: runs }, () => works.map(work => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }));
  return works.map((_, which) => median(rounds.map(times => times[which])));
}

/** Of one work. */
export function timeOf(work) {
  const [time] = timesWarm([work], 15);
  return time;
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

import { fact } from './fact';

/** What the letters before the generation say of an instance type. */
export const instanceSeries = fact({
  id: 'instance-series',
  standing: 'documented',
  source: {
    url: 'https://raw.githubusercontent.com/aws/agent-toolkit-for-aws/main/skills/core-skills/aws-compute/references/instance-selection.md',
    read: '2026-11-22',
    says: 'For balanced and steady work M, bound by CPU C, by memory R; accelerated with GPUs P and G (gr is g with more memory). T is for what is bursty or idle, and flex has its whole CPU most of the time only; the others are for disks, FPGAs, other accelerators and HPC. G4ad has GPUs of AMD, for which the image of ECS has no driver; of g6f and gr6f, which have a slice of a GPU, nobody knows what ECS registers.',
  },
  value: { steady: ['c', 'm', 'r'], withGpus: ['g', 'gr', 'p'], withoutWholeGpus: ['g4ad', 'g6f', 'gr6f'] },
});

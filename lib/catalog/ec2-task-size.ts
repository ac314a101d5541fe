import { fact } from './fact';

/** How many CPU units a task on container instances may ask for. */
export const ec2TaskCpuUnits = fact({
  id: 'ec2-task-cpu',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
    read: '2026-11-20',
    says: 'cpu: supported values are between 128 CPU units (0.125 vCPUs) and 196608 CPU units (192 vCPUs).',
  },
  value: { least: 128, most: 196608 },
});

import { fact } from './fact';

/** How large a cluster gets before somebody has asked AWS for more. */
export const clusterQuotas = fact({
  id: 'cluster-quotas',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/general/latest/gr/ecs-service.html',
    read: '2026-11-20',
    says: 'Container instances per cluster 5,000; tasks per service 5,000.',
  },
  value: { instancesPerCluster: 5000, tasksPerService: 5000 },
});

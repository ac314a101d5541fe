import { fact } from './fact';
import type { ValuesTaken } from './property-demand';

/** The words that a cluster may hold where it holds one of a few. */
export const clusterValues = fact<readonly ValuesTaken[]>({
  id: 'cluster-values',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html',
    read: '2026-11-20',
    says: 'The valid values of ClusterSetting and of ExecuteCommandConfiguration.',
  },
  value: [
    { path: 'ClusterSettings.*.Name', takes: ['containerInsights'] },
    { path: 'ClusterSettings.*.Value', takes: ['enabled', 'disabled', 'enhanced'] },
    { path: 'Configuration.ExecuteCommandConfiguration.Logging', takes: ['NONE', 'DEFAULT', 'OVERRIDE'] },
  ],
});

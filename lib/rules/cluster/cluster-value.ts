import { clusterValues } from '../../catalog/cluster-values';
import { defineRule } from '../rule';
import { unknownWords, unknownWordWords } from '../values';

/** Where a cluster says one of a few words, ECS takes no other. */
export const clusterValue = defineRule({
  id: 'cluster-value',
  title: 'ECS does not know a value of the cluster',
  severity: 'error',
  phase: 'create',
  subject: 'cluster',
  explanation: 'A cluster has one setting, containerInsights, which is enabled, disabled or enhanced, and logs ECS Exec in one of three ways. CloudFormation or ECS refuses a cluster with another word.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html',
  predicts: ['is not a valid enum value', 'failed to satisfy constraint: Member must satisfy enum value set'],
  facts: [clusterValues],
  messages: { unknownWord: unknownWordWords },
  check(cluster, say) {
    for (const { at, data } of unknownWords(cluster.properties, clusterValues.value, say)) say.violated('unknownWord', { at }, data);
  },
});

import { strategyLength } from '../../catalog/capacity-provider-limits';
import { clusterValues } from '../../catalog/cluster-values';
import { ifKnown } from '../../core/value';
import { countOf } from '../../model/count';
import { defineRule } from '../rule';
import { unknownWords, unknownWordWords } from '../values';

/** Where a cluster says one of a few words, ECS takes no other. */
export const clusterValue = defineRule({
  id: 'cluster-value',
  title: 'ECS does not know a value of the cluster',
  severity: 'error',
  phase: 'create',
  subject: 'cluster',
  explanation: 'A cluster has one setting, containerInsights, which is enabled, disabled or enhanced, and logs ECS Exec in one of three ways. It has up to 20 capacity providers. CloudFormation or ECS refuses a cluster with another word, or with more.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html',
  predicts: ['is not a valid enum value', 'failed to satisfy constraint: Member must satisfy enum value set'],
  facts: [clusterValues, strategyLength],
  messages: {
    unknownWord: unknownWordWords,
    tooMany: ({ count }: { count: number }) => ({
      says: `The cluster has ${count} capacity providers; ECS takes up to ${strategyLength.value}.`,
      fix: 'Associate fewer capacity providers with it.',
    }),
  },
  check(cluster, say) {
    for (const { at, data } of unknownWords(cluster.properties, clusterValues.value, say)) say.violated('unknownWord', { at }, data);
    const count = ifKnown(countOf(cluster.properties.get('CapacityProviders'))) ?? 0;
    if (count > strategyLength.value) say.violated('tooMany', cluster.capacityProviders, { count });
  },
});

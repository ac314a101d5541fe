import type { Examples } from '../example';

const withInsights = (value: string) => `{ Resources: { Cluster: { Properties: { ClusterSettings: [{ Name: containerInsights, Value: ${value} }] } } } }`;

export const clusterValueExamples: Examples = {
  rule: 'cluster-value',
  bad: [
    {
      name: 'Container Insights that are true', over: 'fargateService', template: withInsights('true'),
      expects: [{ at: 'Cluster.Properties.ClusterSettings.0.Value', message: 'unknownWord' }],
    },
    {
      name: 'more capacity providers than a cluster has', over: 'fargateService',
      template: `{ Resources: { Cluster: { Properties: { CapacityProviders: [${Array.from({ length: 21 }, (_, i) => `zone-${i}`).join(', ')}] } } } }`,
      expects: [{ at: 'Cluster.Properties.CapacityProviders', message: 'tooMany' }],
    },
  ],
  good: [
    { name: 'enhanced Container Insights', over: 'fargateService', template: withInsights('enhanced') },
  ],
  unknown: [
    {
      name: 'from a parameter without a default', over: 'fargateService', template: `{ Parameters: { Insights: { Type: String } }, ${withInsights('!Ref Insights').slice(1)}`,
      expects: [{ at: 'Cluster.Properties.ClusterSettings.0.Value' }],
    },
  ],
};

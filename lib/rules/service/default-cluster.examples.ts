import type { Examples } from '../example';

export const defaultClusterExamples: Examples = {
  rule: 'default-cluster',
  bad: [
    { name: 'a service beside the cluster', over: 'fargateService', template: '{ Resources: { Service: { Properties: { Cluster: null } } } }', expects: [{ at: 'Service.Properties.Cluster', message: 'leftOut' }] },
  ],
  good: [
    { name: 'a service of the cluster', over: 'fargateService', template: '' },
    { name: 'a cluster of that name', over: 'fargateService', template: '{ Resources: { Cluster: { Properties: { ClusterName: default } }, Service: { DependsOn: [DefaultRoute, Cluster], Properties: { Cluster: null } } } }' },
  ],
};

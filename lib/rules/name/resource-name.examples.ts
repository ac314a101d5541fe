import type { Examples } from '../example';

export const resourceNameExamples: Examples = {
  rule: 'resource-name',
  bad: [
    {
      name: 'names with a space, a dot and a slash',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { ClusterName: Shop cluster }
          Service:
            Properties: { ServiceName: shop.web }
          Task:
            Properties: { Family: shop/web }
      `,
      expects: [
        { at: 'Cluster.Properties.ClusterName', message: 'form' },
        { at: 'Service.Properties.ServiceName', message: 'form' },
        { at: 'Task.Properties.Family', message: 'form' },
      ],
    },
  ],
  good: [
    { name: 'letters, numbers, hyphens and underscores', over: 'fargateService', template: '{ Resources: { Cluster: { Properties: { ClusterName: Shop_cluster-2 } } } }' },
  ],
  unknown: [
    {
      name: 'a name from a parameter without a default',
      over: 'fargateService',
      template: '{ Parameters: { Name: { Type: String } }, Resources: { Service: { Properties: { ServiceName: !Ref Name } } } }',
      expects: [{ at: 'Service.Properties.ServiceName' }],
    },
  ],
  defaulted: [
    { name: 'no names, for which CloudFormation makes some', over: 'fargateService', template: '' },
  ],
};

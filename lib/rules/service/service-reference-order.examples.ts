import type { Examples } from '../example';

export const serviceReferenceOrderExamples: Examples = {
  rule: 'service-reference-order',
  bad: [
    {
      name: 'a cluster by its name',
      over: 'fargateService',
      template: `
        Resources:
          Cluster: { Properties: { ClusterName: shop } }
          Service: { Properties: { Cluster: shop } }
      `,
      expects: [{ at: 'Service.Properties.Cluster', message: 'noOrder' }],
    },
    {
      name: 'a task definition by its family',
      over: 'fargateService',
      template: `
        Resources:
          Task: { Properties: { Family: web } }
          Service: { Properties: { TaskDefinition: web } }
      `,
      expects: [{ at: 'Service.Properties.TaskDefinition', message: 'noOrder' }],
    },
    {
      name: 'a service that waits for its load balancer',
      because: 'By then the cluster will be there.',
      over: 'loadBalancedService',
      template: `
        Resources:
          Cluster: { Properties: { ClusterName: shop } }
          Service: { Properties: { Cluster: shop } }
      `,
      expects: [{ at: 'Service.Properties.Cluster', message: 'race' }],
    },
    {
      name: 'the namespace of Service Connect by its name',
      over: 'fargateService',
      template: `
        Resources:
          Names: { Type: AWS::ServiceDiscovery::HttpNamespace, Properties: { Name: shop } }
          Service: { Properties: { ServiceConnectConfiguration: { Enabled: true, Namespace: shop } } }
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Namespace', message: 'race' }],
    },
  ],
  good: [
    { name: 'references', over: 'fargateService', template: '' },
    {
      name: 'a name and DependsOn',
      over: 'fargateService',
      template: `
        Resources:
          Cluster: { Properties: { ClusterName: shop } }
          Service: { DependsOn: [DefaultRoute, Cluster], Properties: { Cluster: shop } }
      `,
    },
    {
      name: 'a cluster that is there already',
      over: 'fargateService',
      template: `
        Resources:
          Service: { Properties: { Cluster: production } }
      `,
    },
  ],
};

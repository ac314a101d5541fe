import type { Examples } from '../example';

const named = (namespace: string, type = 'Http', wait = '') => `
        Resources:
          Names: { Type: AWS::ServiceDiscovery::${type}Namespace, Properties: { Name: shop${type === 'Http' ? '' : ', Vpc: !Ref Vpc'} } }
          Cluster: { ${wait}Properties: { ServiceConnectDefaults: { Namespace: ${namespace} } } }
      `;

export const clusterNamespaceExamples: Examples = {
  rule: 'cluster-namespace',
  bad: [
    { name: 'a namespace of the template by its name', over: 'fargateService', template: named('shop'), expects: [{ at: 'Cluster.Properties.ServiceConnectDefaults.Namespace', message: 'twice' }] },
    {
      name: 'a private namespace of the template by its name', over: 'fargateService', template: named('shop', 'PrivateDns'),
      expects: [{ at: 'Cluster.Properties.ServiceConnectDefaults.Namespace', message: 'beside' }],
    },
    {
      name: 'a cluster that waits for something else, when the namespace may be there', over: 'fargateService',
      template: named('shop', 'Http', 'DependsOn: DefaultRoute, '),
      expects: [{ at: 'Cluster.Properties.ServiceConnectDefaults.Namespace', message: 'beside' }],
    },
  ],
  good: [
    { name: 'a namespace of the template by its ARN', over: 'fargateService', template: named('!GetAtt Names.Arn') },
    { name: 'a name of which ECS makes a namespace', over: 'fargateService', template: named('web') },
  ],
};

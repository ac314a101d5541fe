import type { Examples } from '../example';

const withControl = (name: string, before = '') => `
  ${before}
  Resources:
    Task:
      Properties:
        ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256, SystemControls: [{ Namespace: ${name}, Value: '262144' }] }]
`;
const at = 'Task.Properties.ContainerDefinitions.0.SystemControls.0.Namespace';

export const systemControlExamples: Examples = {
  rule: 'system-control',
  bad: [
    { name: 'what Elasticsearch asks for', over: 'ec2Service', template: withControl('vm.max_map_count'), expects: [{ at, message: 'notNamespaced' }] },
  ],
  good: [
    { name: 'a parameter of the network', over: 'fargateService', template: withControl('net.ipv4.tcp_keepalive_time') },
  ],
  unknown: [
    { name: 'from a parameter without a default', over: 'fargateService', template: withControl('!Ref Name', 'Parameters: { Name: { Type: String } }'), expects: [{ at }] },
  ],
};

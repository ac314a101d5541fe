import type { Examples } from '../example';

const withLimits = (soft: string, hard: string, before = '') => `
  ${before}
  Resources:
    Task:
      Properties:
        ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Ulimits: [{ Name: nofile, SoftLimit: ${soft}, HardLimit: ${hard} }] }]
`;
const at = 'Task.Properties.ContainerDefinitions.0.Ulimits.0.SoftLimit';

export const ulimitOrderExamples: Examples = {
  rule: 'ulimit-order',
  bad: [
    { name: 'more open files than the hard limit', over: 'fargateService', template: withLimits('65536', '4096'), expects: [{ at, message: 'softOverHard' }] },
  ],
  good: [
    { name: 'the same', over: 'fargateService', template: withLimits('65536', '65536') },
    { name: 'no hard limit', over: 'fargateService', template: withLimits('65536', '-1') },
  ],
  unknown: [
    { name: 'a limit from a parameter without a default', over: 'fargateService', template: withLimits('!Ref Files', '4096', 'Parameters: { Files: { Type: Number } }'), expects: [{ at }] },
  ],
};

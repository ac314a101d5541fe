import type { Examples } from '../example';

const task = (properties: string) => `{ Resources: { Task: { Properties: { ${properties} } } } }`;
const at = 'Task.Properties.EnableFaultInjection';

export const faultInjectionExamples: Examples = {
  rule: 'fault-injection',
  bad: [
    { name: 'bridge mode', over: 'ec2Service', template: task('EnableFaultInjection: true, NetworkMode: bridge'), expects: [{ at, message: 'mode' }] },
    {
      name: 'Windows on Fargate', over: 'fargateService', expects: [{ at, message: 'windows' }],
      template: task('EnableFaultInjection: true, Cpu: 1 vCPU, Memory: 2 GB, RuntimePlatform: { OperatingSystemFamily: WINDOWS_SERVER_2022_CORE, CpuArchitecture: X86_64 }'),
    },
  ],
  good: [
    { name: 'Fargate', over: 'fargateService', template: task('EnableFaultInjection: true') },
    { name: 'switched off', over: 'ec2Service', template: task('EnableFaultInjection: false') },
  ],
  unknown: [
    { name: 'a network mode that a parameter gives', over: 'ec2Service', template: '{ Parameters: { Mode: { Type: String } }, Resources: { Task: { Properties: { EnableFaultInjection: true, NetworkMode: !Ref Mode } } } }', expects: [{ at: 'Task.Properties.NetworkMode' }] },
  ],
  defaulted: [{ name: 'no network mode', over: 'ec2Service', template: task('EnableFaultInjection: true'), expects: [{ at, message: 'mode' }] }],
};

import type { Examples } from '../example';

const sized = (what: string) => `{ Resources: { Task: { Properties: { ${what} } } } }`;

export const taskSizeExamples: Examples = {
  rule: 'task-size',
  bad: [
    {
      name: 'units of another system',
      over: 'fargateService',
      template: sized("Cpu: 250m, Memory: 512Mi"),
      expects: [{ at: 'Task.Properties.Cpu', message: 'unreadable' }, { at: 'Task.Properties.Memory', message: 'unreadable' }],
    },
    { name: 'a sixteenth of a vCPU', over: 'ec2Service', template: sized("Cpu: '64'"), expects: [{ at: 'Task.Properties.Cpu', message: 'cpuRange' }] },
  ],
  good: [
    { name: 'an eighth of a vCPU on container instances', over: 'ec2Service', template: sized("Cpu: '128', Memory: '512'") },
    { name: 'units', over: 'fargateService', template: sized('Cpu: 1 vCPU, Memory: 2 GB') },
  ],
  unknown: [
    {
      name: 'a size from a parameter without a default', over: 'ec2Service',
      template: `{ Parameters: { Size: { Type: String } }, ${sized('Cpu: !Ref Size').slice(1)}`, expects: [{ at: 'Task.Properties.Cpu' }],
    },
  ],
  spelled: [
    { name: 'spaces and small letters', over: 'fargateService', template: sized("Cpu: ' .5 vcpu ', Memory: 1gb") },
  ],
};

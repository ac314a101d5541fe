import type { Examples } from '../example';

export const fargateTaskSizeExamples: Examples = {
  rule: 'fargate-task-size',
  bad: [
    {
      name: 'a quarter vCPU with 4 GB',
      because: 'With 256 CPU units Fargate goes up to 2 GB.',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { Cpu: '256', Memory: '4096' }
      `,
      expects: [{ at: 'Task.Properties.Memory', message: 'memoryNotOffered' }],
    },
    {
      name: 'three vCPU',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { Cpu: '3072', Memory: '8192' }
      `,
      expects: [{ at: 'Task.Properties.Cpu', message: 'cpuNotOffered' }],
    },
    {
      name: 'no task-level CPU',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { Cpu: null }
      `,
      expects: [{ at: 'Task.Properties.Cpu', message: 'leftOut' }],
    },
    {
      name: 'half a vCPU for Windows',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { Cpu: '512', Memory: '2048', RuntimePlatform: { OperatingSystemFamily: WINDOWS_SERVER_2022_CORE } }
      `,
      expects: [{ at: 'Task.Properties.Cpu', message: 'notForWindows' }],
    },
  ],
  good: [
    {
      name: 'a quarter vCPU with 2 GB',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { Cpu: '256', Memory: '2048' }
      `,
    },
    {
      name: '32 vCPU with 244 GB',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { Cpu: '32768', Memory: '249856' }
      `,
    },
  ],
  unknown: [
    {
      name: 'memory from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          TaskMemory: { Type: String }
        Resources:
          Task:
            Properties: { Cpu: '256', Memory: !Ref TaskMemory }
      `,
      expects: [{ at: 'Task.Properties.Memory' }],
    },
  ],
  spelled: [
    {
      name: 'sizes with units',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { Cpu: .25 vCPU, Memory: 2GB }
      `,
    },
    {
      name: 'sizes as numbers',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties: { Cpu: 256, Memory: 512 }
      `,
    },
  ],
  defaulted: [
    {
      name: 'a task definition for EC2 alone needs no size',
      over: 'ec2Service',
      template: '',
    },
  ],
};

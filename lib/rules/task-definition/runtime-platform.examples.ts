import type { Examples } from '../example';

export const runtimePlatformExamples: Examples = {
  rule: 'runtime-platform',
  bad: [
    {
      name: 'Windows on ARM64',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Cpu: '1024'
              Memory: '2048'
              RuntimePlatform: { CpuArchitecture: ARM64, OperatingSystemFamily: WINDOWS_SERVER_2022_CORE }
      `,
      expects: [{ at: 'Task.Properties.RuntimePlatform.CpuArchitecture', message: 'windowsOnArm' }],
    },
  ],
  good: [
    {
      name: 'Linux on ARM64',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { RuntimePlatform: { CpuArchitecture: ARM64, OperatingSystemFamily: LINUX } } } } }',
    },
  ],
  unknown: [
    {
      name: 'a system from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          System: { Type: String }
        Resources:
          Task:
            Properties:
              RuntimePlatform: { CpuArchitecture: ARM64, OperatingSystemFamily: !Ref System }
      `,
      expects: [{ at: 'Task.Properties.RuntimePlatform.OperatingSystemFamily' }],
    },
  ],
};

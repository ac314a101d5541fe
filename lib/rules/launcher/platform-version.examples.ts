import type { Examples } from '../example';

export const platformVersionExamples: Examples = {
  rule: 'platform-version',
  bad: [
    {
      name: 'on container instances',
      over: 'ec2Service',
      template: '{ Resources: { Service: { Properties: { PlatformVersion: LATEST } } } }',
      expects: [{ at: 'Service.Properties.PlatformVersion', message: 'notFargate' }],
    },
    {
      name: 'one without larger ephemeral storage',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { EphemeralStorage: { SizeInGiB: 50 } } }, Service: { Properties: { PlatformVersion: 1.3.0 } } } }',
      expects: [{ at: 'Service.Properties.PlatformVersion', message: 'tooOld' }],
    },
    {
      name: 'a version of two numbers',
      over: 'fargateService',
      template: "{ Resources: { Service: { Properties: { PlatformVersion: '1.4' } } } }",
      expects: [{ at: 'Service.Properties.PlatformVersion', message: 'unknown' }],
    },
    {
      name: 'one without ARM64',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { RuntimePlatform: { CpuArchitecture: ARM64 } } }, Service: { Properties: { PlatformVersion: 1.3.0 } } } }',
      expects: [{ at: 'Service.Properties.PlatformVersion', message: 'tooOld' }],
    },
    {
      name: 'a task of 16 vCPUs',
      over: 'fargateService',
      template: `
        Resources:
          Task: { Properties: { Cpu: '16384', Memory: '32768' } }
          Service: { Properties: { PlatformVersion: 1.3.0 } }
      `,
      expects: [{ at: 'Service.Properties.PlatformVersion', message: 'tooOld' }],
    },
    {
      name: 'a version for Linux with Windows',
      over: 'fargateService',
      template: `
        Resources:
          Task: { Properties: { Cpu: 1 vCPU, Memory: 2 GB, RuntimePlatform: { OperatingSystemFamily: WINDOWS_SERVER_2022_CORE, CpuArchitecture: X86_64 } } }
          Service: { Properties: { PlatformVersion: 1.4.0 } }
      `,
      expects: [{ at: 'Service.Properties.PlatformVersion', message: 'windows' }],
    },
    {
      name: 'one key of a secret before Fargate gave single keys',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  Secrets: [{ Name: PASSWORD, ValueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf:password::' }]
          Service: { Properties: { PlatformVersion: 1.3.0 } }
      `,
      expects: [{ at: 'Service.Properties.PlatformVersion', message: 'tooOld' }],
    },
    {
      name: 'Service Connect before it was there',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { PlatformVersion: 1.3.0, ServiceConnectConfiguration: { Enabled: true, Namespace: shop } } } } }',
      expects: [{ at: 'Service.Properties.PlatformVersion', message: 'tooOld' }],
    },
  ],
  good: [
    {
      name: 'the version that brought it',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { EphemeralStorage: { SizeInGiB: 50 } } }, Service: { Properties: { PlatformVersion: 1.4.0 } } } }',
    },
    {
      name: 'the latest',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { EphemeralStorage: { SizeInGiB: 50 } } }, Service: { Properties: { PlatformVersion: LATEST } } } }',
    },
  ],
  unknown: [
    {
      name: 'a version from a parameter without a default',
      over: 'ec2Service',
      template: '{ Parameters: { Version: { Type: String } }, Resources: { Service: { Properties: { PlatformVersion: !Ref Version } } } }',
      expects: [{ at: 'Service.Properties.PlatformVersion' }],
    },
  ],
};

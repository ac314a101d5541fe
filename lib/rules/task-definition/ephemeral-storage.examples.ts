import type { Examples } from '../example';

export const ephemeralStorageExamples: Examples = {
  rule: 'ephemeral-storage',
  bad: [
    {
      name: 'the 20 GiB of the default, written down',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { EphemeralStorage: { SizeInGiB: 20 } } } } }',
      expects: [{ at: 'Task.Properties.EphemeralStorage.SizeInGiB', message: 'size' }],
    },
    {
      name: 'more than Fargate has',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { EphemeralStorage: { SizeInGiB: 500 } } } } }',
      expects: [{ at: 'Task.Properties.EphemeralStorage.SizeInGiB', message: 'size' }],
    },
    {
      name: 'on container instances',
      over: 'ec2Service',
      template: '{ Resources: { Task: { Properties: { EphemeralStorage: { SizeInGiB: 50 } } } } }',
      expects: [{ at: 'Task.Properties.EphemeralStorage.SizeInGiB', message: 'notFargate' }],
    },
  ],
  good: [
    { name: '100 GiB on Fargate', over: 'fargateService', template: '{ Resources: { Task: { Properties: { EphemeralStorage: { SizeInGiB: 100 } } } } }' },
  ],
  unknown: [
    {
      name: 'a size from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Size: { Type: Number }
        Resources:
          Task:
            Properties: { EphemeralStorage: { SizeInGiB: !Ref Size } }
      `,
      expects: [{ at: 'Task.Properties.EphemeralStorage.SizeInGiB' }],
    },
  ],
};

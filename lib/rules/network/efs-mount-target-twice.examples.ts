import type { Examples } from '../example';

export const efsMountTargetTwiceExamples: Examples = {
  rule: 'efs-mount-target-twice',
  bad: [
    {
      name: 'two subnets of one zone',
      over: 'fileSystemService',
      template: `
        Resources:
          SubnetB: { Properties: { AvailabilityZone: !Select [0, !GetAZs ''] } }
      `,
      expects: [{ at: 'MountTargetB.Properties', message: 'sameZone' }],
    },
  ],
  good: [{ name: 'a mount target in each zone', over: 'fileSystemService', template: '' }],
};

import type { Examples } from '../example';

export const autoScalingGroupSizeExamples: Examples = {
  rule: 'auto-scaling-group-size',
  bad: [
    {
      name: 'a minimum above the maximum',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '4', MaxSize: '2' }
      `,
      expects: [{ at: 'Group.Properties.MaxSize', message: 'crossed' }],
    },
    {
      name: 'a desired capacity above the maximum',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '1', MaxSize: '2', DesiredCapacity: '3' }
      `,
      expects: [{ at: 'Group.Properties.DesiredCapacity', message: 'outside' }],
    },
  ],
  good: [
    {
      name: 'a desired capacity at the maximum',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '0', MaxSize: '3', DesiredCapacity: '3' }
      `,
    },
  ],
  unknown: [
    {
      name: 'a maximum from a parameter without a default',
      over: 'ec2Service',
      template: `
        Parameters:
          Most: { Type: Number }
        Resources:
          Group:
            Properties: { MinSize: '4', MaxSize: !Ref Most }
      `,
      expects: [{ at: 'Group.Properties.MaxSize' }],
    },
  ],
  spelled: [
    {
      name: 'sizes as numbers',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: 10, MaxSize: 9 }
      `,
      expects: [{ at: 'Group.Properties.MaxSize', message: 'crossed' }],
    },
  ],
  defaulted: [
    {
      name: 'a group without a desired capacity begins at its minimum',
      over: 'ec2Service',
      template: '',
    },
  ],
};

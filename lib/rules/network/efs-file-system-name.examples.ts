import type { Examples } from '../example';

export const efsFileSystemNameExamples: Examples = {
  rule: 'efs-file-system-name',
  bad: [
    {
      name: 'a VPC that gives out no DNS names',
      over: 'fileSystemService',
      template: `
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: false } }
      `,
      expects: [{ at: 'Vpc.Properties.EnableDnsHostnames', message: 'notResolved' }],
    },
  ],
  good: [
    { name: 'a VPC that gives out DNS names', over: 'fileSystemService', template: '' },
    {
      name: 'a VPC that gives out none, and tasks that mount nothing',
      over: 'fargateService',
      template: `
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: false } }
      `,
    },
  ],
  unknown: [
    {
      name: 'EnableDnsHostnames from a parameter without a default',
      over: 'fileSystemService',
      template: `
        Parameters:
          Names: { Type: String }
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: !Ref Names } }
      `,
      expects: [{ at: 'Vpc.Properties.EnableDnsHostnames' }],
    },
  ],
  defaulted: [
    {
      name: 'EnableDnsHostnames, which is false unless given',
      over: 'fileSystemService',
      template: `
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: null } }
      `,
      expects: [{ at: 'Vpc.Properties.EnableDnsHostnames', message: 'notResolved' }],
    },
  ],
};

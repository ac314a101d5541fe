import type { Examples } from '../example';

export const efsMountTargetOrderingExamples: Examples = {
  rule: 'efs-mount-target-ordering',
  bad: [
    {
      name: 'a service that waits for the route alone',
      over: 'fileSystemService',
      template: `
        Resources:
          Service: { DependsOn: DefaultRoute }
      `,
      expects: [{ at: 'Service.Properties', message: 'notOrdered' }],
    },
  ],
  good: [
    { name: 'a service that waits for the mount targets', over: 'fileSystemService', template: '' },
    {
      name: 'a task definition that waits for them',
      over: 'fileSystemService',
      template: `
        Resources:
          Service: { DependsOn: DefaultRoute }
          Task: { DependsOn: [MountTargetA, MountTargetB] }
      `,
    },
    {
      name: 'a service that starts no task at first',
      over: 'fileSystemService',
      template: `
        Resources:
          Service: { DependsOn: DefaultRoute, Properties: { DesiredCount: 0 } }
      `,
    },
  ],
};

import type { Examples } from '../example';

export const acknowledgementExamples: Examples = {
  rule: 'acknowledgement',
  bad: [
    {
      name: 'a mistake that is gone',
      because: 'The size is one that Fargate offers.',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Metadata:
              Drydock: { acknowledge: [{ rule: fargate-task-size, reason: The sizes are set in June. }] }
      `,
      expects: [{ at: 'Task.Metadata.Drydock.acknowledge.0', message: 'idle' }],
    },
    {
      name: 'no reason',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Metadata:
              Drydock: { acknowledge: [{ rule: fargate-task-size }] }
            Properties: { Memory: '4096' }
      `,
      expects: [{ at: 'Task.Metadata.Drydock.acknowledge.0', message: 'noReason' }],
    },
    {
      name: 'a rule that Drydock does not have',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Metadata:
              Drydock: { acknowledge: [{ rule: fargate-tasksize, reason: The sizes are set in June. }] }
      `,
      expects: [{ at: 'Task.Metadata.Drydock.acknowledge.0', message: 'noSuchRule' }],
    },
    {
      name: 'an end that is no date',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Metadata:
              Drydock: { acknowledge: [{ rule: fargate-task-size, reason: The sizes are set in June., until: June }] }
      `,
      expects: [{ at: 'Task.Metadata.Drydock.acknowledge.0', message: 'noDate' }],
    },
  ],
  good: [
    {
      name: 'which rule, why, and until when',
      because: 'The finding is listed as acknowledged, with the reason, and counts again from the day after.',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Metadata:
              Drydock:
                acknowledge: [{ rule: fargate-task-size, reason: The sizes are set in June., until: 2999-06-30 }]
            Properties: { Memory: '4096' }
      `,
    },
  ],
  spelled: [
    {
      name: 'one acknowledgement without a list around it',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Metadata:
              Drydock: { acknowledge: { rule: fargate-task-size, reason: The sizes are set in June. } }
            Properties: { Memory: '4096' }
      `,
    },
  ],
};

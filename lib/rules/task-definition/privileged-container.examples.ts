import type { Examples } from '../example';

const container = (privileged: string, before = '') => `
        ${before}
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: build, Image: public.ecr.aws/docker/library/docker:27-dind, Memory: 512, Privileged: ${privileged} }]
`;

export const privilegedContainerExamples: Examples = {
  rule: 'privileged-container',
  bad: [
    { name: 'Docker within a container', over: 'ec2Service', template: container('true'), expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Privileged', message: 'privileged' }] },
  ],
  good: [{ name: 'a container that is not', over: 'ec2Service', template: container('false') }],
  unknown: [
    {
      name: 'a parameter without a default',
      over: 'ec2Service',
      template: container('!Ref Privileged', 'Parameters: { Privileged: { Type: String } }'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Privileged' }],
    },
  ],
};

import type { Examples } from '../example';

export const essentialContainerExamples: Examples = {
  rule: 'essential-container',
  bad: [
    {
      name: 'two containers that may both stop',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Essential: false }
                - { Name: logs, Image: public.ecr.aws/docker/library/busybox:stable, Essential: false }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions', message: 'noneEssential' }],
    },
    {
      name: 'no containers',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { ContainerDefinitions: [] } } } }',
      expects: [{ at: 'Task.Properties.ContainerDefinitions', message: 'noContainer' }],
    },
  ],
  good: [
    {
      name: 'one of two that says so',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Essential: true }
                - { Name: logs, Image: public.ecr.aws/docker/library/busybox:stable, Essential: false }
      `,
    },
  ],
  unknown: [
    {
      name: 'a container that a parameter makes essential',
      over: 'fargateService',
      template: `
        Parameters:
          Essential: { Type: String }
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Essential: !Ref Essential }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Essential' }],
    },
  ],
  spelled: [
    { name: 'true as text', over: 'fargateService', template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Essential: 'true' }]
      ` },
  ],
  defaulted: [
    { name: 'a container that does not say', over: 'fargateService', template: '' },
  ],
};

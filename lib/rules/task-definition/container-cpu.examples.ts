import type { Examples } from '../example';

export const containerCpuExamples: Examples = {
  rule: 'container-cpu',
  bad: [
    {
      name: 'one vCPU in a task with a quarter',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Cpu: '256'
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Cpu: 1024 }]
      `,
      expects: [{ at: 'Task.Properties.Cpu', message: 'sumOverTask' }],
    },
    {
      name: 'two containers of which only one would fit',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              Cpu: .5 vCPU
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Cpu: 400, Memory: 256 }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7, Cpu: 128, Memory: 256 }
      `,
      expects: [{ at: 'Task.Properties.Cpu', message: 'sumOverTask' }],
    },
  ],
  good: [
    {
      name: 'containers that fill the task',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Cpu: 192 }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7, Cpu: 64 }
      `,
    },
  ],
  unknown: [
    {
      name: 'CPU of a container from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Units: { Type: Number }
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Cpu: !Ref Units }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Cpu' }],
    },
  ],
  defaulted: [
    {
      name: 'containers without CPU of their own',
      over: 'fargateService',
      template: '',
    },
  ],
};

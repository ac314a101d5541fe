import type { Examples } from '../example';

export const containerMemoryExamples: Examples = {
  rule: 'container-memory',
  bad: [
    {
      name: 'a limit above the memory of the task',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Memory: '1024'
              ContainerDefinitions: [{ Name: worker, Image: public.ecr.aws/docker/library/busybox:stable, Memory: 2048 }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Memory', message: 'overTask' }],
    },
    {
      name: 'a limit below the reservation',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256, MemoryReservation: 512 }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Memory', message: 'belowReservation' }],
    },
    {
      name: 'no memory anywhere',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256 }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7 }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.1', message: 'leftOut' }],
    },
    {
      name: 'reservations that add up to more than the task has',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, MemoryReservation: 400 }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7, MemoryReservation: 200 }
      `,
      expects: [{ at: 'Task.Properties.Memory', message: 'sumOverTask' }],
    },
    {
      name: 'four MiB',
      because: 'ECS registers it, and then Docker refuses to make the container.',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 4 }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Memory', message: 'tooLittle' }],
    },
  ],
  good: [
    {
      name: 'limits that together are more than the task has',
      because: 'Only reservations are added up: the containers need not reach their limits at once.',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, MemoryReservation: 256 }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7, Memory: 512, MemoryReservation: 256 }
      `,
    },
    {
      name: 'memory of the task for all of its containers',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              Memory: '512'
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7 }
      `,
    },
  ],
  unknown: [
    {
      name: 'a limit from a parameter without a default',
      over: 'ec2Service',
      template: `
        Parameters:
          Limit: { Type: Number }
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: !Ref Limit, MemoryReservation: 512 }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Memory' }],
    },
  ],
  spelled: [
    {
      name: 'task memory in GB',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Memory: 2 GB
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 2048 }]
      `,
    },
  ],
};

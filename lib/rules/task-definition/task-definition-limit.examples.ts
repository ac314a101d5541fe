import type { Examples } from '../example';

export const taskDefinitionLimitExamples: Examples = {
  rule: 'task-definition-limit',
  bad: [
    {
      name: 'eleven containers',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                ${Array.from({ length: 11 }, (_, i) => `- { Name: part${i}, Image: public.ecr.aws/docker/library/busybox:stable }`).join('\n                ')}
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions', message: 'beyond' }],
    },
    {
      name: 'a health check every two seconds that waits two minutes',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  HealthCheck: { Command: [CMD-SHELL, curl -f http://localhost/], Interval: 2, Timeout: 120, Retries: 11, StartPeriod: 600 }
      `,
      expects: ['Interval', 'Timeout', 'Retries', 'StartPeriod'].map(name => ({ at: `Task.Properties.ContainerDefinitions.0.HealthCheck.${name}`, message: 'beyond' })),
    },
    {
      name: 'five minutes to stop on Fargate',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, StopTimeout: 300 }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.StopTimeout', message: 'beyond' }],
    },
    {
      name: 'a port that does not exist, and a restart after half a minute',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  Memory: 512
                  PortMappings: [{ ContainerPort: 80800 }]
                  RestartPolicy: { Enabled: true, RestartAttemptPeriod: 30 }
      `,
      expects: [
        { at: 'Task.Properties.ContainerDefinitions.0.PortMappings.0.ContainerPort', message: 'beyond' },
        { at: 'Task.Properties.ContainerDefinitions.0.RestartPolicy.RestartAttemptPeriod', message: 'beyond' },
      ],
    },
  ],
  good: [
    {
      name: 'five minutes to stop on a container instance',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, StopTimeout: 300 }]
      `,
    },
    {
      name: 'a health check at the bounds',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  HealthCheck: { Command: [CMD-SHELL, curl -f http://localhost/], Interval: 5, Timeout: 60, Retries: 10, StartPeriod: 0 }
      `,
    },
  ],
  unknown: [
    {
      name: 'an interval from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Interval: { Type: Number }
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  HealthCheck: { Command: [CMD-SHELL, curl -f http://localhost/], Interval: !Ref Interval }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.HealthCheck.Interval' }],
    },
  ],
  spelled: [
    {
      name: 'numbers as text',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: '65535' }] }]
      `,
    },
  ],
};

import type { Examples } from '../example';

export const containerDependencyExamples: Examples = {
  rule: 'container-dependency',
  bad: [
    {
      name: 'health of a container without a health check',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, DependsOn: [{ ContainerName: cache, Condition: HEALTHY }] }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7 }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.DependsOn.0', message: 'noHealthCheck' }],
    },
    {
      name: 'the end of a container that is essential because it does not say otherwise',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, DependsOn: [{ ContainerName: migrations, Condition: SUCCESS }] }
                - { Name: migrations, Image: public.ecr.aws/docker/library/busybox:stable }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.DependsOn.0', message: 'essential' }],
    },
    {
      name: 'two containers that wait for each other',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, DependsOn: [{ ContainerName: proxy, Condition: START }] }
                - { Name: proxy, Image: public.ecr.aws/docker/library/haproxy:lts, DependsOn: [{ ContainerName: web, Condition: START }] }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0', message: 'circle' }],
    },
    {
      name: 'a container that waits for itself',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, DependsOn: [{ ContainerName: web, Condition: START }] }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0', message: 'circle' }],
    },
  ],
  good: [
    {
      name: 'migrations, then a healthy cache, then the web server',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  DependsOn: [{ ContainerName: migrations, Condition: SUCCESS }, { ContainerName: cache, Condition: HEALTHY }]
                - { Name: migrations, Image: public.ecr.aws/docker/library/busybox:stable, Essential: false, DependsOn: [{ ContainerName: cache, Condition: HEALTHY }] }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7, HealthCheck: { Command: [CMD-SHELL, redis-cli ping] } }
      `,
    },
  ],
  unknown: [
    {
      name: 'a condition from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Condition: { Type: String }
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, DependsOn: [{ ContainerName: cache, Condition: !Ref Condition }] }
                - { Name: cache, Image: public.ecr.aws/docker/library/redis:7 }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.DependsOn.0.Condition' }],
    },
  ],
};

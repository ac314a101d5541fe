import type { Examples } from '../example';

export const containerNameExamples: Examples = {
  rule: 'container-name',
  bad: [
    {
      name: 'two containers of one name',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable }
                - { Name: web, Image: public.ecr.aws/docker/library/redis:7 }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.1.Name', message: 'twice' }],
    },
    {
      name: 'a name with a slash',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: shop/web, Image: public.ecr.aws/docker/library/redis:7 }
      `,
      expects: [
        { at: 'Task.Properties.ContainerDefinitions.0.Name', message: 'form' },
      ],
    },
  ],
  good: [
    {
      name: 'names of two parameters',
      because: 'They differ, or the person who fills them in sees to it.',
      over: 'fargateService',
      template: `
        Parameters:
          First: { Type: String }
          Second: { Type: String }
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: !Ref First, Image: public.ecr.aws/nginx/nginx:stable }
                - { Name: !Ref Second, Image: public.ecr.aws/docker/library/redis:7 }
      `,
    },
  ],
  unknown: [
    {
      name: 'containers that a macro makes',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: { Fn::Transform: { Name: Containers } }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions' }],
    },
  ],
};

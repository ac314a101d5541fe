import type { Examples } from '../example';

const withContainer = (properties: string): string => `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, ${properties} }
`;

export const taskDefinitionFormExamples: Examples = {
  rule: 'task-definition-form',
  bad: [
    {
      name: 'a command that is one text',
      over: 'fargateService',
      template: withContainer('Command: nginx -g "daemon off;"'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Command', message: 'other' }],
    },
    {
      name: 'an environment that is a map',
      over: 'fargateService',
      template: withContainer('Environment: { STAGE: prod }'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Environment', message: 'other' }],
    },
    {
      name: 'a container\'s memory with a unit',
      over: 'ec2Service',
      template: withContainer("Memory: '1 GB'"),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Memory', message: 'other' }],
    },
    {
      name: 'a container that is essential in another word',
      over: 'fargateService',
      template: withContainer("Essential: 'on'"),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Essential', message: 'other' }],
    },
    {
      name: 'container definitions in JSON',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: '[{ "name": "web", "image": "public.ecr.aws/nginx/nginx:stable" }]'
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions', message: 'other' }],
    },
  ],
  good: [
    {
      name: 'numbers and truth values as texts',
      over: 'ec2Service',
      template: withContainer("Memory: '512', Cpu: '64', Essential: 'true', Command: [nginx, -g, daemon off;]"),
    },
    {
      name: 'a command from a parameter that is a list',
      over: 'fargateService',
      template: `
        Parameters: { Command: { Type: CommaDelimitedList, Default: 'nginx,-t' } }
${withContainer('Command: !Ref Command')}`,
    },
  ],
};

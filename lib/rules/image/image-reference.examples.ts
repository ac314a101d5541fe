import type { Examples } from '../example';

const withImage = (image: string) => `{ Resources: { Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: ${image} }] } } } }`;

export const imageReferenceExamples: Examples = {
  rule: 'image-reference',
  bad: [
    { name: 'an empty name', over: 'fargateService', template: withImage("''"), expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image', message: 'empty' }] },
    {
      name: 'a space at the end', over: 'fargateService', template: withImage("'nginx:1.27 '"),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image', message: 'characters' }],
    },
    {
      name: 'the address of the registry as a browser has it', over: 'fargateService', template: withImage("'https://public.ecr.aws/nginx/nginx:stable'"),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image', message: 'form' }],
    },
    {
      name: 'large letters', over: 'fargateService', template: withImage("'public.ecr.aws/Shop/Web:1'"),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image', message: 'form' }],
    },
    {
      name: 'the name of a repository', over: 'fargateService',
      template: `{ Resources: { Repository: { Type: AWS::ECR::Repository }, Service: { Properties: { DesiredCount: 0 } }, Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: !Sub '\${Repository}:1' }] } } } }`,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image', message: 'repository' }],
    },
    {
      name: 'the ARN of a repository', over: 'fargateService',
      template: `{ Resources: { Repository: { Type: AWS::ECR::Repository }, Service: { Properties: { DesiredCount: 0 } }, Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: !Sub '\${Repository.Arn}:1' }] } } } }`,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image', message: 'form' }],
    },
  ],
  good: [
    { name: 'a name without registry and tag', over: 'fargateService', template: withImage('nginx') },
    { name: 'a registry with a port', over: 'fargateService', template: withImage("'registry.example.com:5000/shop/web_front-end:V1.2_rc-3'") },
    {
      name: 'a digest', over: 'fargateService',
      template: withImage("'public.ecr.aws/nginx/nginx@sha256:94afd1f2e64d908bc90dbca0035a5b567ea9d2b6b5c9c0d4b3f3a1e2d4c5b6a7'"),
    },
  ],
  unknown: [
    {
      name: 'an image from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Image: { Type: String }
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: !Ref Image }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Image' }],
    },
  ],
};

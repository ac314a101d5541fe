import type { Examples } from '../example';

const two = (first: string, second: string, task = '') => `
  Resources:
    Task:
      Properties:
        ${task || 'Tags: []'}
        ContainerDefinitions:
          - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 128, PortMappings: [${first}] }
          - { Name: admin, Image: public.ecr.aws/nginx/nginx:stable, Memory: 128, PortMappings: [${second}] }
`;
const second = 'Task.Properties.ContainerDefinitions.1.PortMappings.0';

export const portMappingTwiceExamples: Examples = {
  rule: 'port-mapping-twice',
  bad: [
    {
      name: 'two web servers on port 80 of one network interface',
      over: 'fargateService',
      template: two('{ ContainerPort: 80 }', '{ ContainerPort: 80 }'),
      expects: [{ at: second, message: 'containerPort' }],
    },
    {
      name: 'a port within a range of another container',
      over: 'fargateService',
      template: two('{ ContainerPortRange: 8000-8100 }', '{ ContainerPort: 8085 }'),
      expects: [{ at: second, message: 'containerPort' }],
    },
    {
      name: 'one fixed host port for two containers in bridge mode',
      over: 'ec2Service',
      template: two('{ ContainerPort: 80, HostPort: 8080 }', '{ ContainerPort: 8080, HostPort: 8080 }'),
      expects: [{ at: second, message: 'hostPort' }],
    },
    {
      name: 'one name for two ports',
      over: 'fargateService',
      template: two('{ ContainerPort: 80, Name: http }', '{ ContainerPort: 81, Name: http }'),
      expects: [{ at: `${second}.Name`, message: 'name' }],
    },
  ],
  good: [
    { name: 'one container port in bridge mode with dynamic host ports', over: 'ec2Service', template: two('{ ContainerPort: 80 }', '{ ContainerPort: 80, HostPort: 0 }') },
    { name: 'one port for two protocols', over: 'fargateService', template: two('{ ContainerPort: 53, Protocol: tcp }', '{ ContainerPort: 53, Protocol: udp }') },
  ],
  unknown: [
    {
      name: 'a mode from a parameter without a default',
      over: 'ec2Service',
      template: `
        Parameters:
          Mode: { Type: String }
        ${two('{ ContainerPort: 80 }', '{ ContainerPort: 80 }', 'NetworkMode: !Ref Mode').trim().split('\n').join('\n      ')}
      `,
      expects: [{ at: 'Task.Properties.NetworkMode' }],
    },
    {
      name: 'protocols from parameters, which may differ',
      over: 'fargateService',
      template: `
        Parameters:
          First: { Type: String }
          Second: { Type: String }
        ${two('{ ContainerPort: 53, Protocol: !Ref First }', '{ ContainerPort: 53, Protocol: !Ref Second }', 'NetworkMode: awsvpc').trim().split('\n').join('\n      ')}
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.PortMappings.0.Protocol' }],
    },
    {
      name: 'a protocol that is written in other letters',
      because: 'CloudFormation may refuse it, which is said of it. It is not the protocol that holds where none is given.',
      over: 'fargateService',
      template: two('{ ContainerPort: 53 }', '{ ContainerPort: 53, protocol: udp }', 'NetworkMode: awsvpc'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.1.PortMappings.0.Protocol' }],
    },
  ],
};

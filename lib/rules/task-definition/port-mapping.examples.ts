import type { Examples } from '../example';

const withMapping = (mapping: string, task = '') =>
  `{ Resources: { Task: { Properties: { ${task}ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256, PortMappings: [${mapping}] }] } } } }`;
const at = (property: string) => `Task.Properties.ContainerDefinitions.0.PortMappings.0${property}`;

export const portMappingExamples: Examples = {
  rule: 'port-mapping',
  bad: [
    {
      name: 'another host port in a task with its own network interface',
      over: 'fargateService',
      template: withMapping('{ ContainerPort: 3000, HostPort: 80 }'),
      expects: [{ at: at('.HostPort'), message: 'hostPortDiffers' }],
    },
    {
      name: 'another host port in host mode',
      over: 'ec2Service',
      template: withMapping('{ ContainerPort: 3000, HostPort: 80 }', 'NetworkMode: host, '),
      expects: [{ at: at('.HostPort'), message: 'hostPortDiffers' }],
    },
    {
      name: 'a range that begins above its end, beside a single port',
      over: 'fargateService',
      template: withMapping('{ ContainerPort: 8000, ContainerPortRange: 8010-8000 }'),
      expects: [{ at: at('.ContainerPortRange'), message: 'range' }, { at: at('.ContainerPortRange'), message: 'portAndRange' }],
    },
    {
      name: 'a range in host mode',
      over: 'ec2Service',
      template: withMapping('{ ContainerPortRange: 8000-8010 }', 'NetworkMode: host, '),
      expects: [{ at: at('.ContainerPortRange'), message: 'rangeInHostMode' }],
    },
    {
      name: 'a host port alone',
      over: 'ec2Service',
      template: withMapping('{ HostPort: 80 }'),
      expects: [{ at: at('.ContainerPort'), message: 'noPort' }],
    },
    {
      name: 'a name in large letters',
      over: 'fargateService',
      template: withMapping('{ ContainerPort: 80, Name: Web-HTTP }'),
      expects: [{ at: at('.Name'), message: 'nameForm' }],
    },
  ],
  good: [
    { name: 'the same port twice', over: 'fargateService', template: withMapping('{ ContainerPort: 80, HostPort: 80, Name: web-http }') },
    {
      name: 'another host port in bridge mode',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256, PortMappings: [{ ContainerPort: 3000, HostPort: 80 }] }]
          Service:
            Properties: { DeploymentConfiguration: { MinimumHealthyPercent: 50 } }
      `,
    },
    { name: 'a range', over: 'fargateService', template: withMapping('{ ContainerPortRange: 8000-8010 }') },
  ],
  unknown: [
    {
      name: 'a port from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Port: { Type: Number }
        Resources:
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, PortMappings: [{ ContainerPort: !Ref Port, HostPort: 80 }] }]
      `,
      expects: [{ at: at('.ContainerPort') }],
    },
  ],
  spelled: [
    { name: 'ports as text', over: 'fargateService', template: withMapping("{ ContainerPort: 80, HostPort: '80' }") },
  ],
};

import type { Examples } from '../example';

const withCheck = (check: string, before = '') => `
  ${before}
  Resources:
    Task:
      Properties:
        ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, HealthCheck: { ${check} } }]
`;
const at = 'Task.Properties.ContainerDefinitions.0.HealthCheck.Command';

export const healthCheckCommandExamples: Examples = {
  rule: 'health-check-command',
  bad: [
    { name: 'an interval and no command', over: 'fargateService', template: withCheck('Interval: 30'), expects: [{ at, message: 'leftOut' }] },
    { name: 'an empty command', over: 'fargateService', template: withCheck('Command: []'), expects: [{ at, message: 'leftOut' }] },
    {
      name: 'a command that does not say how it is run',
      because: 'ECS registers it, Docker does not run it, and the container is never healthy.',
      over: 'fargateService',
      template: withCheck("Command: ['curl -f http://localhost/ || exit 1']"),
      expects: [{ at: `${at}.0`, message: 'firstWord' }],
    },
  ],
  good: [
    { name: 'a command for the shell', over: 'fargateService', template: withCheck("Command: [CMD-SHELL, 'curl -f http://localhost/ || exit 1']") },
    { name: 'a program and its arguments', over: 'fargateService', template: withCheck('Command: [CMD, curl, -f, http://localhost/]') },
  ],
  unknown: [
    {
      name: 'a command from a parameter without a default', over: 'fargateService', template: withCheck('Command: !Ref Check', 'Parameters: { Check: { Type: CommaDelimitedList } }'),
      expects: [{ at }],
    },
  ],
};

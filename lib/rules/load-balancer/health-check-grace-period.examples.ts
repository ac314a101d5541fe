import type { Examples } from '../example';

const starting = (seconds: number, service: string, parameters = '') => `${parameters}
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  PortMappings: [{ ContainerPort: 80 }]
                  HealthCheck: { Command: [CMD-SHELL, curl -f http://localhost/], StartPeriod: ${seconds} }
          Service: { Properties: { ${service} } }
      `;

export const healthCheckGracePeriodExamples: Examples = {
  rule: 'health-check-grace-period',
  bad: [
    {
      name: 'three minutes to start, and a load balancer that waits for half a minute',
      over: 'loadBalancedService',
      template: starting(180, 'HealthCheckGracePeriodSeconds: 30'),
      expects: [{ at: 'Service.Properties.HealthCheckGracePeriodSeconds', message: 'tooShort' }],
    },
  ],
  good: [
    { name: 'a load balancer that waits as long as the container takes', over: 'loadBalancedService', template: starting(180, 'HealthCheckGracePeriodSeconds: 180') },
    { name: 'a container that starts before the load balancer gives up', over: 'loadBalancedService', template: starting(60, '') },
  ],
  unknown: [
    {
      name: 'a grace period from a parameter without a default',
      over: 'loadBalancedService',
      template: starting(180, 'HealthCheckGracePeriodSeconds: !Ref Seconds', `
        Parameters: { Seconds: { Type: Number } }`),
      expects: [{ at: 'Service.Properties.HealthCheckGracePeriodSeconds' }],
    },
  ],
  defaulted: [
    {
      name: 'no grace period',
      over: 'loadBalancedService',
      template: starting(180, ''),
      expects: [{ at: 'Service.Properties.HealthCheckGracePeriodSeconds', message: 'tooShort' }],
    },
  ],
};

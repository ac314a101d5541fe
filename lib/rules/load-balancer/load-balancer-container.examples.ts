import type { Examples } from '../example';

export const loadBalancerContainerExamples: Examples = {
  rule: 'load-balancer-container',
  bad: [
    {
      name: 'a container that was renamed in the task definition',
      over: 'loadBalancedService',
      template: `
        Resources:
          Service:
            Properties:
              LoadBalancers: [{ ContainerName: app, ContainerPort: 80, TargetGroupArn: !Ref Targets }]
      `,
      expects: [{ at: 'Service.Properties.LoadBalancers.0.ContainerName', message: 'noContainer' }],
    },
    {
      name: 'a port that the container does not map',
      over: 'loadBalancedService',
      template: `
        Resources:
          Service:
            Properties:
              LoadBalancers: [{ ContainerName: web, ContainerPort: 8080, TargetGroupArn: !Ref Targets }]
      `,
      expects: [{ at: 'Service.Properties.LoadBalancers.0.ContainerPort', message: 'noPort' }],
    },
    {
      name: 'an entry without a target group',
      over: 'loadBalancedService',
      template: `
        Resources:
          Service: { Properties: { LoadBalancers: [{ ContainerName: web, ContainerPort: 80 }] } }
      `,
      expects: [{ at: 'Service.Properties.LoadBalancers.0', message: 'noTarget' }],
    },
    {
      name: 'a target group alone',
      over: 'loadBalancedService',
      template: `
        Resources:
          Service: { Properties: { LoadBalancers: [{ TargetGroupArn: !Ref Targets }] } }
      `,
      expects: [
        { at: 'Service.Properties.LoadBalancers.0.ContainerName', message: 'leftOut' },
        { at: 'Service.Properties.LoadBalancers.0.ContainerPort', message: 'leftOut' },
      ],
    },
  ],
  good: [{ name: 'a mapped port of the container', over: 'loadBalancedService', template: '' }],
  unknown: [
    {
      name: 'a container name from a parameter without a default',
      over: 'loadBalancedService',
      template: `
        Parameters:
          Container: { Type: String }
        Resources:
          Service:
            Properties:
              LoadBalancers: [{ ContainerName: !Ref Container, ContainerPort: 80, TargetGroupArn: !Ref Targets }]
      `,
      expects: [{ at: 'Service.Properties.LoadBalancers.0.ContainerName' }],
    },
  ],
  spelled: [
    {
      name: 'ports as text',
      over: 'loadBalancedService',
      template: `
        Resources:
          Service:
            Properties:
              LoadBalancers: [{ ContainerName: web, ContainerPort: '80', TargetGroupArn: !Ref Targets }]
      `,
    },
  ],
};

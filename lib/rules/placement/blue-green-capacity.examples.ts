import type { Examples } from '../example';

const codeDeploy = `
          Task:
            Properties: { Memory: '3072' }
          Green:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: HTTP, TargetType: instance }
          Service:
            Properties: { DesiredCount: 4, DeploymentController: { Type: CODE_DEPLOY } }
`;

export const blueGreenCapacityExamples: Examples = {
  rule: 'blue-green-capacity',
  bad: [
    {
      name: 'CodeDeploy on a cluster that holds one set of tasks',
      because: 'Two m5.large take four tasks of 3 GB; the green ones find no place while the blue ones run.',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:${codeDeploy}`,
      expects: [{ at: 'Group.Properties.MaxSize', message: 'noPlace' }],
    },
    {
      name: 'ECS itself, with a fixed host port on every instance',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: 80 }] }
          Service:
            Properties: { DeploymentConfiguration: { Strategy: BLUE_GREEN, BakeTimeInMinutes: 5, MinimumHealthyPercent: 0 } }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.PortMappings.0.HostPort', message: 'noPlace' }],
    },
  ],
  good: [
    {
      name: 'CodeDeploy on a cluster that holds two sets of tasks',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:${codeDeploy}
          Group:
            Properties: { MinSize: '4', MaxSize: '4' }
      `,
    },
  ],
};

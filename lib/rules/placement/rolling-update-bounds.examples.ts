import type { Examples } from '../example';

export const rollingUpdateBoundsExamples: Examples = {
  rule: 'rolling-update-bounds',
  bad: [
    {
      name: 'one task between 50 and 150 percent',
      because: 'Half a task, rounded up, and one and a half, rounded down, are both one task.',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { DesiredCount: 1, DeploymentConfiguration: { MinimumHealthyPercent: 50, MaximumPercent: 150 } }
      `,
      expects: [{ at: 'Service.Properties.DeploymentConfiguration.MaximumPercent', message: 'locked' }],
    },
    {
      name: 'three tasks between 75 and 125 percent',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { DesiredCount: 3, DeploymentConfiguration: { MinimumHealthyPercent: 75, MaximumPercent: 125 } }
      `,
      expects: [{ at: 'Service.Properties.DeploymentConfiguration.MaximumPercent', message: 'locked' }],
    },
  ],
  good: [
    {
      name: 'two tasks between 50 and 150 percent',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { DesiredCount: 2, DeploymentConfiguration: { MinimumHealthyPercent: 50, MaximumPercent: 150 } }
      `,
    },
    {
      name: 'one task that scaling raises to two',
      because: 'Where the minimum capacity is two, the service runs two tasks whatever the template desires.',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { DesiredCount: 1, DeploymentConfiguration: { MinimumHealthyPercent: 50, MaximumPercent: 150 } }
          Scaling:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties:
              ServiceNamespace: ecs
              ScalableDimension: ecs:service:DesiredCount
              ResourceId: !Sub service/\${Cluster}/\${Service.Name}
              MinCapacity: 2
              MaxCapacity: 4
      `,
    },
    {
      name: 'blue/green, where the percentages play no part',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { DesiredCount: 1, DeploymentConfiguration: { Strategy: BLUE_GREEN, BakeTimeInMinutes: 5, MinimumHealthyPercent: 100, MaximumPercent: 150 } }
      `,
    },
  ],
  unknown: [
    {
      name: 'scaling of a service that a condition decides',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { Production: !Equals [!Ref Stage, production] }
        Resources:
          Service:
            Properties: { DesiredCount: 1, DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 150 } }
          Scaling:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties:
              ServiceNamespace: ecs
              ScalableDimension: ecs:service:DesiredCount
              ResourceId: !If [Production, !Sub 'service/\${Cluster}/\${Service.Name}', service/shop/other]
              MinCapacity: 2
              MaxCapacity: 10
      `,
      expects: [{ at: 'Scaling.Properties.ResourceId' }],
    },
    {
      name: 'scaling to a minimum from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Tasks: { Type: Number }
        Resources:
          Service:
            Properties: { DesiredCount: 1, DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 150 } }
          Scaling:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties:
              ServiceNamespace: ecs
              ScalableDimension: ecs:service:DesiredCount
              ResourceId: !Sub service/\${Cluster}/\${Service.Name}
              MinCapacity: !Ref Tasks
              MaxCapacity: 10
      `,
      expects: [{ at: 'Scaling.Properties.MinCapacity' }],
    },
    {
      name: 'a percentage from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Percent: { Type: Number }
        Resources:
          Service:
            Properties: { DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: !Ref Percent } }
      `,
      expects: [{ at: 'Service.Properties.DeploymentConfiguration.MaximumPercent' }],
    },
    {
      name: 'a desired count from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Tasks: { Type: Number }
        Resources:
          Service:
            Properties: { DesiredCount: !Ref Tasks, DeploymentConfiguration: { MinimumHealthyPercent: 50, MaximumPercent: 150 } }
      `,
      expects: [{ at: 'Service.Properties.DesiredCount' }],
    },
  ],
  spelled: [
    {
      name: 'percentages as text',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { DesiredCount: '3', DeploymentConfiguration: { MinimumHealthyPercent: '67', MaximumPercent: '133' } }
      `,
      expects: [{ at: 'Service.Properties.DeploymentConfiguration.MaximumPercent', message: 'locked' }],
    },
  ],
  defaulted: [
    {
      name: 'no maximum, which is 200 percent',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { DesiredCount: 1, DeploymentConfiguration: { MinimumHealthyPercent: 100 } }
      `,
    },
    {
      name: 'no minimum, which is 100 percent',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { DesiredCount: 1, DeploymentConfiguration: { MaximumPercent: 100 } }
      `,
      expects: [{ at: 'Service.Properties.DeploymentConfiguration.MaximumPercent', message: 'locked' }],
    },
  ],
};

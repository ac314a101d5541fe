import type { Examples } from '../example';

const daemon = (what: string) => `{ Resources: { Service: { Properties: { SchedulingStrategy: DAEMON, ${what} } } } }`;

export const daemonServiceExamples: Examples = {
  rule: 'daemon-service',
  bad: [
    {
      name: 'what replicas have: a count, a strategy, twice as many during a deployment',
      over: 'ec2Service',
      template: daemon('DesiredCount: 2, PlacementStrategies: [{ Type: random }], DeploymentConfiguration: { MaximumPercent: 200, MinimumHealthyPercent: 50 }'),
      expects: [
        { at: 'Service.Properties.DesiredCount', message: 'desiredCount' },
        { at: 'Service.Properties.DeploymentConfiguration.MaximumPercent', message: 'maximumPercent' },
        { at: 'Service.Properties.PlacementStrategies', message: 'placementStrategies' },
      ],
    },
    {
      name: 'on Fargate',
      over: 'fargateService',
      template: daemon('DesiredCount: null'),
      expects: [{ at: 'Service.Properties.SchedulingStrategy', message: 'fargate' }],
    },
    {
      name: 'deployed by CodeDeploy',
      over: 'ec2Service',
      template: daemon('DesiredCount: null, DeploymentController: { Type: CODE_DEPLOY }'),
      expects: [{ at: 'Service.Properties.DeploymentController.Type', message: 'deploymentController' }],
    },
    {
      name: 'a cluster with a default strategy',
      over: 'capacityProviderService',
      template: `
        Resources:
          Service: { Properties: { SchedulingStrategy: DAEMON, DesiredCount: null } }
      `,
      expects: [{ at: 'Service.Properties.LaunchType', message: 'defaultStrategy' }],
    },
  ],
  good: [
    { name: 'a daemon and no more', over: 'ec2Service', template: daemon('DesiredCount: null') },
    { name: 'with the percents that it takes', over: 'ec2Service', template: daemon('DesiredCount: null, DeploymentConfiguration: { MaximumPercent: 100, MinimumHealthyPercent: 0 }') },
  ],
  unknown: [
    {
      name: 'a scheduling strategy from a parameter without a default',
      over: 'ec2Service',
      template: '{ Parameters: { Strategy: { Type: String } }, Resources: { Service: { Properties: { SchedulingStrategy: !Ref Strategy } } } }',
      expects: [{ at: 'Service.Properties.SchedulingStrategy' }],
    },
    {
      name: 'a placement strategy that a condition may take away',
      over: 'ec2Service',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { IsTest: !Equals [!Ref Stage, test] }
        Resources:
          Service:
            Properties: { SchedulingStrategy: DAEMON, DesiredCount: null, PlacementStrategies: [!If [IsTest, { Type: random }, !Ref AWS::NoValue]] }
      `,
      expects: [{ at: 'Service.Properties.PlacementStrategies.0' }],
    },
  ],
};

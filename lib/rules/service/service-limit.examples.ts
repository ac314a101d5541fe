import type { Examples } from '../example';

const limited = (what: string) => `{ Resources: { Service: { Properties: { ${what} } } } }`;

export const serviceLimitExamples: Examples = {
  rule: 'service-limit',
  bad: [
    {
      name: 'fewer tasks than none',
      over: 'fargateService',
      template: limited('DesiredCount: -1'),
      expects: [{ at: 'Service.Properties.DesiredCount', message: 'beyond' }],
    },
    {
      name: 'six security groups',
      over: 'fargateService',
      template: limited(`NetworkConfiguration: { AwsvpcConfiguration: { SecurityGroups: [${Array.from({ length: 6 }, (_, i) => `sg-0000000${i}`).join()}] } }`),
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups', message: 'beyond' }],
    },
    {
      name: 'six placement strategies',
      over: 'ec2Service',
      template: limited(`PlacementStrategies: [${Array.from({ length: 6 }, (_, i) => `{ Type: spread, Field: 'attribute:rack${i}' }`).join()}]`),
      expects: [{ at: 'Service.Properties.PlacementStrategies', message: 'beyond' }],
    },
    {
      name: 'steps of one percent',
      over: 'loadBalancedService',
      template: limited('DeploymentConfiguration: { Strategy: LINEAR, LinearConfiguration: { StepPercent: 1 } }'),
      expects: [{ at: 'Service.Properties.DeploymentConfiguration.LinearConfiguration.StepPercent', message: 'beyond' }],
    },
  ],
  good: [
    { name: 'a grace period of an hour', over: 'loadBalancedService', template: limited('HealthCheckGracePeriodSeconds: 3600') },
  ],
  unknown: [
    {
      name: 'a count from a parameter without a default',
      over: 'fargateService',
      template: '{ Parameters: { Count: { Type: Number } }, Resources: { Service: { Properties: { DesiredCount: !Ref Count } } } }',
      expects: [{ at: 'Service.Properties.DesiredCount' }],
    },
    {
      name: 'a sixth security group that a condition may take away',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { IsTest: !Equals [!Ref Stage, test] }
        Resources:
          Service:
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { SecurityGroups: [sg-1, sg-2, sg-3, sg-4, sg-5, !If [IsTest, sg-6, !Ref AWS::NoValue]] } } }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.5' }],
    },
  ],
};

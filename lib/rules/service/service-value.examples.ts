import type { Examples } from '../example';

export const serviceValueExamples: Examples = {
  rule: 'service-value',
  bad: [
    {
      name: 'a launch type that is a capacity provider',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { LaunchType: FARGATE_SPOT } } } }',
      expects: [{ at: 'Service.Properties.LaunchType', message: 'unknownWord' }],
    },
    {
      name: 'a public address that is true',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: true } } } } } }',
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', message: 'unknownWord' }],
    },
    {
      name: 'a launch type in other letters',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { LaunchType: Fargate } } } }',
      expects: [{ at: 'Service.Properties.LaunchType', message: 'unknownWord' }],
    },
  ],
  good: [
    { name: 'words that ECS knows', over: 'fargateService', template: '{ Resources: { Service: { Properties: { SchedulingStrategy: REPLICA, PropagateTags: SERVICE } } } }' },
  ],
  unknown: [
    {
      name: 'a launch type from a parameter without a default',
      over: 'fargateService',
      template: '{ Parameters: { Launch: { Type: String } }, Resources: { Service: { Properties: { LaunchType: !Ref Launch } } } }',
      expects: [{ at: 'Service.Properties.LaunchType' }],
    },
  ],
};

import type { Examples } from '../example';

const rule = (properties: string, before = '') => `
  ${before}
  Resources:
    Bus: { Type: AWS::Events::EventBus, Properties: { Name: shop } }
    Rule:
      Properties: { ${properties} }
`;
const target = (properties: string) => `
  Resources:
    Rule:
      Properties:
        Targets:
          - Id: task
            Arn: !GetAtt Cluster.Arn
            RoleArn: !GetAtt EventsRole.Arn
            ${properties}
            EcsParameters:
              TaskDefinitionArn: !Ref Task
              LaunchType: FARGATE
              NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], AssignPublicIp: ENABLED } }
`;

export const eventRuleExamples: Examples = {
  rule: 'event-rule',
  bad: [
    { name: 'a rule that never holds', over: 'scheduledTask', template: rule('ScheduleExpression: null'), expects: [{ at: 'Rule.Properties.ScheduleExpression', message: 'never' }] },
    { name: 'a schedule on an event bus of the template', over: 'scheduledTask', template: rule('EventBusName: !Ref Bus'), expects: [{ at: 'Rule.Properties.EventBusName', message: 'bus' }] },
    { name: 'two inputs', over: 'scheduledTask', template: target("Input: '{}'\n            InputPath: $.detail"), expects: [{ at: 'Rule.Properties.Targets.0', message: 'inputs' }] },
    { name: 'an input in single quotes', over: 'scheduledTask', template: target(`Input: "{'containerOverrides': []}"`), expects: [{ at: 'Rule.Properties.Targets.0.Input', message: 'notJson' }] },
  ],
  good: [
    { name: 'a schedule on the default event bus', over: 'scheduledTask', template: rule('EventBusName: default') },
    { name: 'a pattern on an event bus of the template', over: 'scheduledTask', template: rule('ScheduleExpression: null, EventPattern: { source: [shop] }, EventBusName: !Ref Bus') },
    { name: 'one input', over: 'scheduledTask', template: target("Input: '{}'") },
  ],
  unknown: [
    {
      name: 'an event bus from a parameter without a default', over: 'scheduledTask', template: rule('EventBusName: !Ref Other', 'Parameters: { Other: { Type: String } }'),
      expects: [{ at: 'Rule.Properties.EventBusName' }],
    },
  ],
};

import type { Examples } from '../example';

const role = (service: string) => `
    StartRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Version: '2012-10-17'
          Statement: [{ Effect: Allow, Principal: { Service: ${service} }, Action: sts:AssumeRole }]
        Policies:
          - PolicyName: start
            PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: ['ecs:RunTask', 'iam:PassRole'], Resource: '*' }] }
`;
const rule = (expression: string, before = '') => `
  ${before}
  Resources:${role('events.amazonaws.com')}
    Rule:
      Type: AWS::Events::Rule
      Properties:
        ScheduleExpression: ${expression}
        Targets:
          - Id: task
            Arn: !GetAtt Cluster.Arn
            RoleArn: !GetAtt StartRole.Arn
            EcsParameters:
              TaskDefinitionArn: !Ref Task
              LaunchType: FARGATE
              NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }
`;
const schedule = (expression: string) => `
  Resources:${role('scheduler.amazonaws.com')}
    Schedule:
      Type: AWS::Scheduler::Schedule
      Properties:
        ScheduleExpression: ${expression}
        FlexibleTimeWindow: { Mode: 'OFF' }
        Target:
          Arn: !GetAtt Cluster.Arn
          RoleArn: !GetAtt StartRole.Arn
          EcsParameters:
            TaskDefinitionArn: !Ref Task
            LaunchType: FARGATE
            NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }
`;

export const scheduleExpressionExamples: Examples = {
  rule: 'schedule-expression',
  bad: [
    { name: 'five fields, as crontab has them', over: 'fargateService', template: rule('cron(0 8 * * *)'), expects: [{ at: 'Rule.Properties.ScheduleExpression', message: 'unreadable' }] },
    { name: 'no question mark', over: 'fargateService', template: rule('cron(0 8 * * * *)'), expects: [{ at: 'Rule.Properties.ScheduleExpression', message: 'unreadable' }] },
    { name: 'the 75th minute', over: 'fargateService', template: rule('cron(75 8 * * ? *)'), expects: [{ at: 'Rule.Properties.ScheduleExpression', message: 'unreadable' }] },
    { name: 'one minutes', over: 'fargateService', template: rule('rate(1 minutes)'), expects: [{ at: 'Rule.Properties.ScheduleExpression', message: 'unreadable' }] },
    { name: 'weeks', over: 'fargateService', template: schedule('rate(2 weeks)'), expects: [{ at: 'Schedule.Properties.ScheduleExpression', message: 'unreadable' }] },
    { name: 'a date with a zone', over: 'fargateService', template: schedule("'at(2030-01-31T08:00:00Z)'"), expects: [{ at: 'Schedule.Properties.ScheduleExpression', message: 'unreadable' }] },
  ],
  good: [
    { name: 'each weekday at eight', over: 'fargateService', template: rule('cron(0 8 ? * MON-FRI *)') },
    { name: 'every five minutes', over: 'fargateService', template: rule('rate(5 minutes)') },
    { name: 'once', over: 'fargateService', template: schedule("'at(2030-01-31T08:00:00)'") },
  ],
  unknown: [
    {
      name: 'from a parameter without a default', over: 'fargateService', template: rule('!Ref When', 'Parameters: { When: { Type: String } }'),
      expects: [{ at: 'Rule.Properties.ScheduleExpression' }],
    },
  ],
};

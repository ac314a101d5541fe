import type { Examples } from '../example';

const rule = (count: string, before = '') => `
  ${before}
  Resources:
    StartRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Version: '2012-10-17'
          Statement: [{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sts:AssumeRole }]
        Policies:
          - PolicyName: start
            PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: ['ecs:RunTask', 'iam:PassRole'], Resource: '*' }] }
    Rule:
      Type: AWS::Events::Rule
      Properties:
        ScheduleExpression: rate(1 hour)
        Targets:
          - Id: task
            Arn: !GetAtt Cluster.Arn
            RoleArn: !GetAtt StartRole.Arn
            EcsParameters:
              TaskDefinitionArn: !Ref Task
              TaskCount: ${count}
              LaunchType: FARGATE
              NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }
`;
const at = 'Rule.Properties.Targets.0.EcsParameters.TaskCount';

export const scheduledTaskLimitExamples: Examples = {
  rule: 'scheduled-task-limit',
  bad: [
    { name: 'twenty tasks at a time', over: 'fargateService', template: rule('20'), expects: [{ at, message: 'beyond' }] },
  ],
  good: [
    { name: 'ten tasks at a time', over: 'fargateService', template: rule('10') },
  ],
  unknown: [
    { name: 'a count from a parameter without a default', over: 'fargateService', template: rule('!Ref Count', 'Parameters: { Count: { Type: Number } }'), expects: [{ at }] },
  ],
};

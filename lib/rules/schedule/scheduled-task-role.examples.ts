import type { Examples } from '../example';

const rule = (role: string) => `
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
            ${role}
            EcsParameters:
              TaskDefinitionArn: !Ref Task
              LaunchType: FARGATE
              NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }
`;

export const scheduledTaskRoleExamples: Examples = {
  rule: 'scheduled-task-role',
  bad: [
    { name: 'no role', over: 'fargateService', template: rule(''), expects: [{ at: 'Rule.Properties.Targets.0.RoleArn', message: 'leftOut' }] },
  ],
  good: [
    { name: 'a role', over: 'fargateService', template: rule('RoleArn: !GetAtt StartRole.Arn') },
  ],
};

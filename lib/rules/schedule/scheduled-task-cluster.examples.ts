import type { Examples } from '../example';

const rule = (arn: string) => `
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
            Arn: ${arn}
            RoleArn: !GetAtt StartRole.Arn
            EcsParameters:
              TaskDefinitionArn: !Ref Task
              LaunchType: FARGATE
              NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }
`;

export const scheduledTaskClusterExamples: Examples = {
  rule: 'scheduled-task-cluster',
  bad: [
    { name: 'the name of the cluster', over: 'fargateService', template: rule('!Ref Cluster'), expects: [{ at: 'Rule.Properties.Targets.0.Arn', message: 'name' }] },
    { name: 'a name in so many words', over: 'fargateService', template: rule('prod'), expects: [{ at: 'Rule.Properties.Targets.0.Arn', message: 'name' }] },
  ],
  good: [
    { name: 'the ARN of the cluster', over: 'fargateService', template: rule('!GetAtt Cluster.Arn') },
    { name: 'an ARN made by hand', over: 'fargateService', template: rule('!Sub "arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:cluster/prod"') },
  ],
};

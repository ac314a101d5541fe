import type { Examples } from '../example';

const profile = (role: string) => `
  Resources:
    InstanceProfile:
      Properties: { Roles: [${role}] }
`;
const events = (role: string, before = '') => `
  ${before}
  Resources:
    Rule:
      Properties:
        Targets:
          - Id: task
            Arn: !GetAtt Cluster.Arn
            RoleArn: ${role}
            EcsParameters:
              TaskDefinitionArn: !Ref Task
              LaunchType: FARGATE
              NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], AssignPublicIp: ENABLED } }
`;
const at = 'Rule.Properties.Targets.0.RoleArn';

export const arnOrNameExamples: Examples = {
  rule: 'arn-or-name',
  bad: [
    { name: 'the ARN of the role in an instance profile', over: 'ec2Service', template: profile('!GetAtt InstanceRole.Arn'), expects: [{ at: 'InstanceProfile.Properties.Roles.0', message: 'arn' }] },
    { name: 'Ref of the role that EventBridge takes', because: 'Ref of a role is its name.', over: 'scheduledTask', template: events('!Ref EventsRole'), expects: [{ at, message: 'name' }] },
    { name: 'the name of a role from elsewhere', over: 'scheduledTask', template: events('ecsEventsRole'), expects: [{ at, message: 'name' }] },
    {
      name: 'a policy for the ARN of a role',
      over: 'fargateService',
      template: `
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: read
              Roles: [!Sub 'arn:aws:iam::\${AWS::AccountId}:role/reader']
              PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: 's3:GetObject', Resource: '*' }] }
      `,
      expects: [{ at: 'Policy.Properties.Roles.0', message: 'arn' }],
    },
  ],
  good: [
    { name: 'the name of the role in an instance profile', over: 'ec2Service', template: profile('!Ref InstanceRole') },
    { name: 'the ARN of the role', over: 'scheduledTask', template: events('!GetAtt EventsRole.Arn') },
    { name: 'an ARN that is written out', over: 'scheduledTask', template: events("!Sub 'arn:aws:iam::${AWS::AccountId}:role/events'") },
    { name: 'a parameter without a default', over: 'scheduledTask', template: events('!Ref RoleArn', 'Parameters: { RoleArn: { Type: String } }') },
  ],
};

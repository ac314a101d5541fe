import type { Examples } from '../example';

const targetOf = (arn: string) => `
  Resources:
    Rule:
      Properties:
        Targets:
          - Id: task
            Arn: ${arn}
            RoleArn: !GetAtt EventsRole.Arn
            EcsParameters:
              TaskDefinitionArn: !Ref Task
              LaunchType: FARGATE
              NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }
`;
const expects = [{ at: 'Rule.Properties.Targets.0.Arn', message: 'name' }];

export const scheduledTaskClusterExamples: Examples = {
  rule: 'scheduled-task-cluster',
  bad: [
    { name: 'the name of the cluster', over: 'scheduledTask', template: targetOf('!Ref Cluster'), expects },
    { name: 'a name in so many words', over: 'scheduledTask', template: targetOf('prod'), expects },
  ],
  good: [
    { name: 'the ARN of the cluster', over: 'scheduledTask', template: '' },
    { name: 'an ARN made by hand', over: 'scheduledTask', template: targetOf('!Sub "arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:cluster/prod"') },
  ],
  unknown: [
    {
      name: 'a target that runs tasks if a condition holds, and else calls something else',
      over: 'scheduledTask',
      template: `
        Parameters: { Stage: { Type: String }, Target: { Type: String, Default: task } }
        Conditions: { RunsTasks: !Equals [!Ref Stage, production] }
        Resources:
          Rule: { Properties: { Targets: [{ Id: task, Arn: !Ref Target, RoleArn: !GetAtt EventsRole.Arn, EcsParameters: !If [RunsTasks, { TaskDefinitionArn: !Ref Task, LaunchType: FARGATE }, !Ref AWS::NoValue] }] } }
      `,
      expects: [{ at: 'Rule.Properties.Targets.0.EcsParameters' }],
    },
  ],
};

import type { Examples } from '../example';

const tasks = (count: string, before = '') => `
  ${before}
  Resources:
    Rule:
      Properties:
        Targets:
          - Id: task
            Arn: !GetAtt Cluster.Arn
            RoleArn: !GetAtt EventsRole.Arn
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
    { name: 'twenty tasks at a time', over: 'scheduledTask', template: tasks('20'), expects: [{ at, message: 'beyond' }] },
  ],
  good: [
    { name: 'ten tasks at a time', over: 'scheduledTask', template: tasks('10') },
  ],
  unknown: [
    { name: 'a count from a parameter without a default', over: 'scheduledTask', template: tasks('!Ref Count', 'Parameters: { Count: { Type: Number } }'), expects: [{ at }] },
  ],
};

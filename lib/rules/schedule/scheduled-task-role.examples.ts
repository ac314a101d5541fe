import type { Examples } from '../example';

export const scheduledTaskRoleExamples: Examples = {
  rule: 'scheduled-task-role',
  bad: [
    {
      name: 'no role',
      over: 'scheduledTask',
      template: `
        Resources:
          Rule:
            Properties:
              Targets:
                - Id: task
                  Arn: !GetAtt Cluster.Arn
                  EcsParameters:
                    TaskDefinitionArn: !Ref Task
                    LaunchType: FARGATE
                    NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }
      `,
      expects: [{ at: 'Rule.Properties.Targets.0.RoleArn', message: 'leftOut' }],
    },
  ],
  good: [
    { name: 'a role', over: 'scheduledTask', template: '' },
  ],
};

/** A schedule of EventBridge Scheduler in the place of the rule of the base stack, for examples. */
export function schedule(expression: string, window = "{ Mode: 'OFF' }"): string {
  return `
  Resources:
    EventsRole:
      Properties:
        AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: scheduler.amazonaws.com }, Action: sts:AssumeRole }] }
    Rule: null
    Schedule:
      Type: AWS::Scheduler::Schedule
      Properties:
        ScheduleExpression: ${expression}
        FlexibleTimeWindow: ${window}
        Target:
          Arn: !GetAtt Cluster.Arn
          RoleArn: !GetAtt EventsRole.Arn
          EcsParameters:
            TaskDefinitionArn: !Ref Task
            LaunchType: FARGATE
            NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }
`;
}

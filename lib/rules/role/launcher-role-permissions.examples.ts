import type { Examples } from '../example';

const schedule = (statements: string) => `
        Resources:
          EventsRole: { Properties: { Policies: [{ PolicyName: run, PolicyDocument: { Statement: [${statements}] } }] } }
      `;

export const launcherRolePermissionsExamples: Examples = {
  rule: 'launcher-role-permissions',
  bad: [
    {
      name: 'a rule that may start the task and not pass its role',
      over: 'scheduledTask',
      template: schedule('{ Effect: Allow, Action: ecs:RunTask, Resource: !Ref Task }'),
      expects: [{ at: 'EventsRole.Properties.Policies', message: 'pass' }],
    },
    {
      name: 'a rule that may start tasks of another cluster',
      over: 'scheduledTask',
      template: schedule("{ Effect: Allow, Action: ecs:RunTask, Resource: '*', Condition: { ArnEquals: { ecs:cluster: 'arn:aws:ecs:*:*:cluster/other' } } }, { Effect: Allow, Action: iam:PassRole, Resource: '*' }") + `
          Cluster: { Properties: { ClusterName: shop } }
      `,
      expects: [{ at: 'EventsRole.Properties.Policies.0.PolicyDocument.Statement.0.Condition', message: 'run' }],
    },
    {
      name: 'CodeDeploy without the policy for ECS',
      over: 'loadBalancedService',
      template: `
        Resources:
          DeployRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: codedeploy.amazonaws.com }, Action: sts:AssumeRole }] }
          Application: { Type: AWS::CodeDeploy::Application, Properties: { ComputePlatform: ECS } }
          Deployments:
            Type: AWS::CodeDeploy::DeploymentGroup
            Properties:
              ApplicationName: !Ref Application
              ServiceRoleArn: !GetAtt DeployRole.Arn
              ECSServices: [{ ClusterName: !Ref Cluster, ServiceName: !GetAtt Service.Name }]
      `,
      expects: [{ at: 'DeployRole.Properties', message: 'deploy' }],
    },
  ],
  good: [
    {
      name: 'a rule that may start the task and pass its role',
      over: 'scheduledTask',
      template: schedule('{ Effect: Allow, Action: ecs:RunTask, Resource: !Ref Task, Condition: { ArnEquals: { ecs:cluster: !GetAtt Cluster.Arn } } }, ' +
        '{ Effect: Allow, Action: iam:PassRole, Resource: !GetAtt ExecutionRole.Arn, Condition: { StringLike: { iam:PassedToService: ecs-tasks.amazonaws.com } } }'),
    },
  ],
  unknown: [
    {
      name: 'a statement for a task definition from a parameter',
      over: 'scheduledTask',
      template: `
        Parameters:
          Tasks: { Type: String }${schedule('{ Effect: Allow, Action: ecs:RunTask, Resource: !Ref Tasks }, { Effect: Allow, Action: iam:PassRole, Resource: "*" }')}`,
      expects: [{ at: 'EventsRole.Properties.Policies.0.PolicyDocument.Statement.0.Resource' }],
    },
  ],
};

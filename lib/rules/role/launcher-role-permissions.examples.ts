import type { Examples } from '../example';
import { both, deployed, route } from '../service/example-deployment-group';

const schedule = (statements: string) => `
        Resources:
          EventsRole: { Properties: { Policies: [{ PolicyName: run, PolicyDocument: { Statement: [${statements}] } }] } }
      `;

/** A rule that gives a task role in the place of the one of the task definition. */
const overriding = (statements: string) => `${schedule(statements)}
          ReportRole:
            Type: AWS::IAM::Role
            Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] } }
          Rule:
            Properties:
              Targets:
                - Id: task
                  Arn: !GetAtt Cluster.Arn
                  RoleArn: !GetAtt EventsRole.Arn
                  Input: !Sub '{ "containerOverrides": [{ "name": "web", "command": ["report"] }], "taskRoleArn": "\${ReportRole.Arn}" }'
                  EcsParameters:
                    TaskDefinitionArn: !Ref Task
                    LaunchType: FARGATE
                    NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], AssignPublicIp: ENABLED } }
      `;

const role = (service: string, policies: string) => `
          DeployRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ${service} }, Action: sts:AssumeRole }] }
              ${policies}`;

const deployments = (policy: string) => deployed(`${both}, ${route}`).replace('policy/AWSCodeDeployRoleForECS]', `policy/${policy}]`).trimEnd();

const pipeline = (actions: string) => `
        Resources:${role('codepipeline.amazonaws.com', `Policies: [{ PolicyName: deploy, PolicyDocument: { Statement: [{ Effect: Allow, Action: [${actions}], Resource: '*' }] } }]`)}
          Pipeline:
            Type: AWS::CodePipeline::Pipeline
            Properties:
              RoleArn: !GetAtt DeployRole.Arn
              Stages:
                - Name: Deploy
                  Actions:
                    - Name: Deploy
                      ActionTypeId: { Category: Deploy, Owner: AWS, Provider: ECS, Version: '1' }
                      Configuration: { ClusterName: !Ref Cluster, ServiceName: !GetAtt Service.Name }
      `;

const deploying = "'ecs:Describe*', 'ecs:List*', ecs:RegisterTaskDefinition, ecs:UpdateService";

/** A state machine that waits for its task. */
const machine = (actions: string, overrides = '{}') => `
        Resources:${role('states.amazonaws.com', `Policies: [{ PolicyName: run, PolicyDocument: { Statement: [{ Effect: Allow, Action: [${actions}], Resource: '*' }] } }]`)}
          Machine:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: !GetAtt DeployRole.Arn
              Definition: { StartAt: Run, States: { Run: { Type: Task, Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, LaunchType: FARGATE, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }, Overrides: ${overrides} }, End: true } } }
      `;

export const launcherRolePermissionsExamples: Examples = {
  rule: 'launcher-role-permissions',
  bad: [
    {
      name: 'a rule that gives its tasks another role, which it may not pass',
      over: 'scheduledTask',
      template: overriding("{ Effect: Allow, Action: ecs:RunTask, Resource: '*' }, { Effect: Allow, Action: iam:PassRole, Resource: !GetAtt ExecutionRole.Arn }"),
      expects: [{ at: 'EventsRole.Properties.Policies.0.PolicyDocument.Statement.1.Resource', message: 'pass' }],
    },
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
      expects: [{ at: 'DeployRole.Properties', message: 'deploy' }, { at: 'DeployRole.Properties', message: 'pass' }],
    },
    {
      name: 'CodeDeploy with the policy that passes roles of certain names only',
      over: 'loadBalancedService',
      because: 'It passes ecsTaskExecutionRole and ECSTaskExecution* only.',
      template: `${deployments('AWSCodeDeployRoleForECSLimited')}
          ExecutionRole: { Properties: { RoleName: web-execution } }
      `,
      expects: [{ at: 'ExecutionRole.Properties.RoleName', message: 'pass' }],
    },
    {
      name: 'a pipeline that may not pass the role of the tasks',
      over: 'fargateService',
      template: pipeline(deploying),
      expects: [{ at: 'DeployRole.Properties.Policies', message: 'pass' }],
    },
    {
      name: 'a pipeline that may register a task definition and not update the service',
      over: 'fargateService',
      template: pipeline("'ecs:Describe*', ecs:RegisterTaskDefinition, iam:PassRole"),
      expects: [{ at: 'DeployRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'pipeline' }],
    },
    {
      name: 'a state machine that may not stop its task',
      over: 'fargateService',
      template: machine("ecs:RunTask, 'events:*', iam:PassRole"),
      expects: [{ at: 'DeployRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'follow' }],
    },
    {
      name: 'a state machine that gives its task another role, which it may not pass',
      over: 'fargateService',
      template: `${machine("'ecs:*', 'events:*'", '{ TaskRoleArn: !GetAtt OtherRole.Arn }').trimEnd()}
          OtherRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
      `,
      expects: [{ at: 'DeployRole.Properties.Policies', message: 'pass' }],
    },
    {
      name: 'a rule that tags what it starts, and may not',
      over: 'scheduledTask',
      template: `${schedule("{ Effect: Allow, Action: ['ecs:RunTask', 'iam:PassRole'], Resource: '*' }")}
          Rule:
            Properties:
              Targets:
                - Id: task
                  Arn: !GetAtt Cluster.Arn
                  RoleArn: !GetAtt EventsRole.Arn
                  EcsParameters: { TaskDefinitionArn: !Ref Task, LaunchType: FARGATE, PropagateTags: TASK_DEFINITION, NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } } }
      `,
      expects: [{ at: 'EventsRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'tag' }],
    },
    {
      name: 'a schedule whose queue for failures the role may not write to',
      over: 'fargateService',
      template: `
        Resources:${role('scheduler.amazonaws.com', "Policies: [{ PolicyName: run, PolicyDocument: { Statement: [{ Effect: Allow, Action: ['ecs:RunTask', 'iam:PassRole'], Resource: '*' }] } }]")}
          Failures: { Type: AWS::SQS::Queue }
          Nightly:
            Type: AWS::Scheduler::Schedule
            Properties:
              ScheduleExpression: rate(1 day)
              FlexibleTimeWindow: { Mode: 'OFF' }
              Target:
                Arn: !GetAtt Cluster.Arn
                RoleArn: !GetAtt DeployRole.Arn
                DeadLetterConfig: { Arn: !GetAtt Failures.Arn }
                EcsParameters: { TaskDefinitionArn: !Ref Task, LaunchType: FARGATE, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } } }
      `,
      expects: [{ at: 'DeployRole.Properties.Policies', message: 'deadLetter' }],
    },
  ],
  good: [
    {
      name: 'a rule that gives its tasks another role, and passes it',
      over: 'scheduledTask',
      template: overriding("{ Effect: Allow, Action: ecs:RunTask, Resource: '*' }, { Effect: Allow, Action: iam:PassRole, Resource: [!GetAtt ExecutionRole.Arn, !GetAtt ReportRole.Arn] }"),
    },
    {
      name: 'a rule that may start the task and pass its role',
      over: 'scheduledTask',
      template: schedule('{ Effect: Allow, Action: ecs:RunTask, Resource: !Ref Task, Condition: { ArnEquals: { ecs:cluster: !GetAtt Cluster.Arn } } }, ' +
        '{ Effect: Allow, Action: iam:PassRole, Resource: !GetAtt ExecutionRole.Arn, Condition: { StringLike: { iam:PassedToService: ecs-tasks.amazonaws.com } } }'),
    },
    { name: 'CodeDeploy with the policy for ECS', over: 'loadBalancedService', template: deployments('AWSCodeDeployRoleForECS') },
    { name: 'a pipeline that may deploy the service and pass the role of its tasks', over: 'fargateService', template: pipeline(`${deploying}, iam:PassRole`) },
    { name: 'a state machine that may run its task, follow it and stop it', over: 'fargateService', template: machine("'ecs:*', 'events:*', iam:PassRole") },
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
    {
      name: 'a rule that a condition may leave out, with a role that allows nothing',
      over: 'scheduledTask',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { Nightly: !Equals [!Ref Stage, production] }${schedule('').trimEnd()}
          Rule: { Condition: Nightly }
      `,
      expects: [{ at: 'Rule.Condition' }],
    },
  ],
};

import type { Examples } from '../example';

const nightly = (task: string, before = '') => `
        ${before}
        Resources:
          Service: null
          Task: { Properties: { ${task} } }
          EventsRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement: [{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sts:AssumeRole }]
              Policies:
                - PolicyName: run
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - { Effect: Allow, Action: ecs:RunTask, Resource: '*' }
                      - { Effect: Allow, Action: iam:PassRole, Resource: !GetAtt ExecutionRole.Arn }
          Nightly:
            Type: AWS::Events::Rule
            Properties:
              ScheduleExpression: rate(1 day)
              Targets:
                - Id: task
                  Arn: !GetAtt Cluster.Arn
                  RoleArn: !GetAtt EventsRole.Arn
                  EcsParameters: { TaskDefinitionArn: !Ref Task, TaskCount: 1, LaunchType: EC2 }
`;

const sized = (memoryMiB: string) => `ContainerDefinitions: [{ Name: report, Image: public.ecr.aws/nginx/nginx:stable, Memory: ${memoryMiB} }]`;

const machine = (task: string) => `
        Resources:
          Service: null
          Task: { Properties: { ${task} } }
          MachineRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
              Policies: [{ PolicyName: run, PolicyDocument: { Statement: [{ Effect: Allow, Action: ['ecs:*', 'events:*', 'iam:PassRole'], Resource: '*' }] } }]
          Machine:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: !GetAtt MachineRole.Arn
              Definition: { StartAt: Run, States: { Run: { Type: Task, Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, LaunchType: EC2 }, End: true } } }
`;

export const scheduledTaskPlacementExamples: Examples = {
  rule: 'scheduled-task-placement',
  bad: [
    {
      name: 'a task of 12 GiB for instances of 8',
      over: 'ec2Service',
      template: nightly(sized('12288')),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Memory', message: 'never' }],
    },
    {
      name: 'a task for another processor',
      over: 'ec2Service',
      template: nightly('RuntimePlatform: { CpuArchitecture: ARM64 }'),
      expects: [{ at: 'Task.Properties.RuntimePlatform.CpuArchitecture', message: 'never' }],
    },
    { name: 'a task of a state machine that no instance has the memory for', over: 'ec2Service', template: machine("Memory: '16384'"), expects: [{ at: 'Task.Properties.Memory', message: 'never' }] },
  ],
  good: [{ name: 'a task that fits', over: 'ec2Service', template: nightly(sized('4096')) }],
  unknown: [
    {
      name: 'a size from a parameter',
      over: 'ec2Service',
      template: nightly(sized('!Ref MemoryMiB'), 'Parameters: { MemoryMiB: { Type: Number } }'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.Memory' }],
    },
  ],
};

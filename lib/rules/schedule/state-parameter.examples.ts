import type { Examples } from '../example';

const machine = (parameters: string, resource = 'arn:aws:states:::ecs:runTask.sync') => `
  Resources:
    MachineRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
        Policies: [{ PolicyName: run, PolicyDocument: { Statement: [{ Effect: Allow, Action: ['ecs:*', 'events:*', 'iam:PassRole'], Resource: '*' }] } }]
    Machine:
      Type: AWS::StepFunctions::StateMachine
      Properties:
        RoleArn: !GetAtt MachineRole.Arn
        Definition:
          StartAt: Run
          States:
            Run:
              Type: Task
              Resource: ${resource}
              Parameters:
                Cluster: !Ref Cluster
                TaskDefinition: !Ref Task
                NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }
                ${parameters}
              End: true
`;
const at = 'Machine.Properties.Definition.States.Run';

export const stateParameterExamples: Examples = {
  rule: 'state-parameter',
  bad: [
    { name: 'a parameter as the API of ECS has it', over: 'fargateService', template: machine('launchType: FARGATE'), expects: [{ at: `${at}.Parameters.launchType`, message: 'letters' }] },
    {
      name: 'a parameter within others',
      over: 'fargateService',
      template: machine('LaunchType: FARGATE\n                Overrides: { ContainerOverrides: [{ Name: web, environment: [{ Name: DAY, Value: today }] }] }'),
      expects: [{ at: `${at}.Parameters.Overrides.ContainerOverrides.0.environment`, message: 'letters' }],
    },
    { name: 'another action', over: 'fargateService', template: machine('LaunchType: FARGATE', 'arn:aws:states:::ecs:runTasks.sync'), expects: [{ at: `${at}.Resource`, message: 'resource' }] },
  ],
  good: [
    { name: 'parameters with capitals, one from the input', over: 'fargateService', template: machine("LaunchType: FARGATE\n                Overrides: { ContainerOverrides: [{ Name: web, Environment: [{ Name: DAY, 'Value.$': $.day }] }] }") },
  ],
};

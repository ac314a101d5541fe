import type { Examples } from '../example';

const policyOf = (dependsOn: string) => `
        Resources:
          ExecutionRole:
            Properties: { ManagedPolicyArns: null }
          PullPolicy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: pull
              Roles: [!Ref ExecutionRole]
              PolicyDocument: { Statement: [{ Effect: Allow, Action: 'ecr:*', Resource: '*' }] }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1, PortMappings: [{ ContainerPort: 80 }] }]
          Service: { DependsOn: ${dependsOn} }
      `;

/** A state machine that waits for its task, and the policy that lets it. */
const machine = (dependsOn: string) => `
        Resources:
          MachineRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
          RunPolicy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: run
              Roles: [!Ref MachineRole]
              PolicyDocument: { Statement: [{ Effect: Allow, Action: ['ecs:*', 'events:*', iam:PassRole], Resource: '*' }] }
          Machine:
            Type: AWS::StepFunctions::StateMachine
            DependsOn: ${dependsOn}
            Properties:
              RoleArn: !GetAtt MachineRole.Arn
              Definition: { StartAt: Run, States: { Run: { Type: Task, Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, LaunchType: FARGATE, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } } }, End: true } } }
      `;

const volume = (dependsOn: string) => `
        Resources:
          VolumeRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }] }
          VolumePolicy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: volumes
              Roles: [!Ref VolumeRole]
              PolicyDocument: { Statement: [{ Effect: Allow, Action: 'ec2:*', Resource: '*' }] }
          Task:
            Properties:
              Volumes: [{ Name: data, ConfiguredAtLaunch: true }]
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }]
          Service:
            DependsOn: ${dependsOn}
            Properties: { VolumeConfigurations: [{ Name: data, ManagedEBSVolume: { RoleArn: !GetAtt VolumeRole.Arn, SizeInGiB: 10 } }] }
      `;

export const rolePolicyOrderExamples: Examples = {
  rule: 'role-policy-order',
  bad: [
    {
      name: 'a service beside the policy that lets it pull',
      over: 'fargateService',
      template: policyOf('DefaultRoute'),
      expects: [{ at: 'Service.Properties', message: 'race' }],
    },
    {
      name: 'a state machine beside the policy that lets it hear of the end of its task',
      over: 'fargateService',
      template: machine('Cluster'),
      expects: [{ at: 'Machine.Properties', message: 'beside' }],
    },
    {
      name: 'a service beside the policy by which ECS makes its volumes',
      over: 'fargateService',
      template: volume('DefaultRoute'),
      expects: [{ at: 'Service.Properties', message: 'beside' }],
    },
  ],
  good: [
    { name: 'a service that waits for the policy', over: 'fargateService', template: policyOf('[DefaultRoute, PullPolicy]') },
    {
      name: 'a service that waits for a load balancer, by when the policy is there',
      over: 'loadBalancedService',
      template: policyOf('[DefaultRoute, Listener]'),
    },
    { name: 'policies in the role itself', over: 'fargateService', template: '' },
    { name: 'a state machine that waits for its policy', over: 'fargateService', template: machine('RunPolicy') },
    { name: 'a service that waits for the policy of its volumes', over: 'fargateService', template: volume('[DefaultRoute, VolumePolicy]') },
  ],
};

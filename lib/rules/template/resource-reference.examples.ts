import type { Examples } from '../example';

const groups = (ingress: string) => `
        Resources:
          Balancer:
            Type: AWS::EC2::SecurityGroup
            Properties: { GroupDescription: Load balancer, SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, DestinationSecurityGroupId: !Ref Tasks }] }
          Tasks:
            Type: AWS::EC2::SecurityGroup
            Properties: { GroupDescription: Tasks ${ingress} }
`;

export const resourceReferenceExamples: Examples = {
  rule: 'resource-reference',
  bad: [
    {
      name: 'a cluster of another name',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { Cluster: !Ref EcsCluster } } } }',
      expects: [{ at: 'Service.Properties', message: 'unresolved' }],
    },
    {
      name: 'a role whose condition does not hold',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String, Default: test } }
        Conditions: { IsProduction: !Equals [!Ref Stage, production] }
        Resources:
          ExecutionRole: { Condition: IsProduction }
      `,
      expects: [{ at: 'Task.Properties', message: 'unresolved' }],
    },
    {
      name: 'a DependsOn that was left behind',
      over: 'fargateService',
      template: '{ Resources: { Service: { DependsOn: [DefaultRoute, Listener] } } }',
      expects: [{ at: 'Service.Properties', message: 'unresolved' }],
    },
    {
      name: 'the ARN of a task definition by GetAtt',
      because: 'Ref is its ARN, and so is its attribute TaskDefinitionArn.',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { TaskDefinition: !GetAtt Task.Arn } } } }',
      expects: [{ at: 'Service.Properties', message: 'noAttribute' }],
    },
    {
      name: 'two security groups that name each other',
      over: 'nothing',
      template: groups(', SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref Balancer }]'),
      expects: [{ at: 'Balancer.Properties', message: 'circle' }],
    },
  ],
  good: [
    { name: 'a security group that names another', over: 'nothing', template: groups('') },
    {
      name: 'a reference under the condition of what it refers to',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String, Default: test } }
        Conditions: { IsProduction: !Equals [!Ref Stage, production] }
        Resources:
          TaskRole:
            Type: AWS::IAM::Role
            Condition: IsProduction
            Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] } }
          Task: { Properties: { TaskRoleArn: !If [IsProduction, !GetAtt TaskRole.Arn, !Ref AWS::NoValue] } }
      `,
    },
    {
      name: 'variables of Fn::Sub',
      over: 'fargateService',
      template: "{ Resources: { Task: { Properties: { Family: !Sub ['${Prefix}-web', { Prefix: shop }] } } } }",
    },
    {
      name: 'a reference under a condition that is open',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { IsTest: !Equals [!Ref Stage, test], Never: !Equals [a, b] }
        Resources:
          TaskLogs: { Type: AWS::Logs::LogGroup, Condition: Never }
          Task: { Properties: { Family: !If [IsTest, !Ref TaskLogs, shop] } }
      `,
    },
    {
      name: 'a circle that a condition may open',
      over: 'nothing',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { IsTest: !Equals [!Ref Stage, test] }${groups(', SecurityGroupIngress: !If [IsTest, [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref Balancer }], !Ref AWS::NoValue]')}`,
    },
    {
      name: 'a resource that a module brings',
      over: 'fargateService',
      template: `
        Resources:
          Logs: { Type: 'Shop::Logs::Group::MODULE' }
          Task: { DependsOn: LogsGroup, Properties: { Family: !Sub '\${Logs.Group}-web' } }
      `,
    },
  ],
};

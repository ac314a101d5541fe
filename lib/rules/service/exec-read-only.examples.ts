import type { Examples } from '../example';

const withContainer = (container: string) => `
  Resources:
    TaskRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }
        Policies: [{ PolicyName: exec, PolicyDocument: { Statement: [{ Effect: Allow, Action: 'ssmmessages:*', Resource: '*' }] } }]
    Task:
      Properties:
        TaskRoleArn: !GetAtt TaskRole.Arn
        Volumes: [{ Name: agent }]
        ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, ${container} }]
    Service: { Properties: { EnableExecuteCommand: true } }
`;

export const execReadOnlyExamples: Examples = {
  rule: 'exec-read-only',
  bad: [
    {
      name: 'a read-only file system',
      over: 'fargateService',
      template: withContainer('ReadonlyRootFilesystem: true'),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.ReadonlyRootFilesystem', message: 'readOnly' }],
    },
  ],
  good: [
    { name: 'a file system that can be written to', over: 'fargateService', template: withContainer('ReadonlyRootFilesystem: false') },
    {
      name: 'a volume where the agent writes',
      over: 'fargateService',
      template: withContainer('ReadonlyRootFilesystem: true, MountPoints: [{ SourceVolume: agent, ContainerPath: /var/lib/amazon }]'),
    },
  ],
};

import type { Examples } from '../example';

const logging = (group: string, more = '') => `
  Resources:
    LogGroup: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /shop/web } }
    Task:
      Properties:
        ContainerDefinitions:
          - Name: web
            Image: public.ecr.aws/nginx/nginx:stable
            LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: ${group}, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web${more} } }
    ExecutionRole:
      Properties: { Policies: [{ PolicyName: groups, PolicyDocument: { Statement: [{ Effect: Allow, Action: logs:CreateLogGroup, Resource: '*' }] } }] }
`;
const at = 'Task.Properties.ContainerDefinitions.0.LogConfiguration.Options.awslogs-group';

export const logGroupElsewhereExamples: Examples = {
  rule: 'log-group-elsewhere',
  bad: [{ name: 'a mistyped name', over: 'fargateService', template: logging('/shop/wep'), expects: [{ at, message: 'missing' }] }],
  good: [
    { name: 'the name of a log group of the template', over: 'fargateService', template: logging('/shop/web') },
    { name: 'a log group of the template by reference', over: 'fargateService', template: logging('!Ref LogGroup') },
    { name: 'a log group that the driver makes', over: 'fargateService', template: logging('/shop/other', ", awslogs-create-group: 'true'") },
  ],
};

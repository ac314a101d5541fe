import type { Examples } from '../example';

const network = 'NetworkConfiguration: { AwsVpcConfiguration: { AssignPublicIp: ENABLED, Subnets: [!Ref SubnetA, !Ref SubnetB], SecurityGroups: [!Ref TaskSecurityGroup] } }';
const taskSet = (properties: string, id = '!GetAtt Blue.Id') => `
  Resources:
    Service:
      Properties: { DeploymentController: { Type: EXTERNAL }, TaskDefinition: null, LaunchType: null, NetworkConfiguration: null }
    Blue:
      Type: AWS::ECS::TaskSet
      Properties: { Cluster: !Ref Cluster, Service: !Ref Service, TaskDefinition: !Ref Task, LaunchType: FARGATE, ${properties} }
    Primary:
      Type: AWS::ECS::PrimaryTaskSet
      Properties: { Cluster: !Ref Cluster, Service: !Ref Service, TaskSetId: ${id} }
`;

export const taskSetExamples: Examples = {
  rule: 'task-set',
  bad: [
    { name: 'tasks with network interfaces, and nowhere to put them', over: 'fargateService', template: taskSet("Scale: { Unit: PERCENT, Value: 100 }"), expects: [{ at: 'Blue.Properties.NetworkConfiguration', message: 'noNetwork' }] },
    {
      name: 'a launch type and a strategy', over: 'fargateService', template: taskSet(`${network}, CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: 1 }]`),
      expects: [{ at: 'Blue.Properties.LaunchType', message: 'both' }],
    },
    { name: 'Ref of the primary task set', over: 'fargateService', template: taskSet(network, '!Ref Blue'), expects: [{ at: 'Primary.Properties.TaskSetId', message: 'noId' }] },
  ],
  good: [
    { name: 'a task set on Fargate', over: 'fargateService', template: taskSet(network) },
  ],
};

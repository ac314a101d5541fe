import type { Examples } from '../example';

const withRole = (what = 'Tags: []') => `
  Resources:
    ServiceRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Version: '2012-10-17'
          Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }]
        ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceRole]
    Service:
      Properties: { Role: !Ref ServiceRole, ${what} }
`;

export const serviceRoleExamples: Examples = {
  rule: 'service-role',
  bad: [
    { name: 'no load balancer', over: 'ec2Service', template: withRole(), expects: [{ at: 'Service.Properties.Role', message: 'noLoadBalancer' }] },
    { name: 'tasks on Fargate', over: 'loadBalancedService', template: withRole(), expects: [{ at: 'Service.Properties.Role', message: 'linked' }] },
    {
      name: 'a role of the account, by its ARN', over: 'loadBalancedService',
      template: "{ Resources: { Service: { Properties: { Role: !Sub 'arn:aws:iam::${AWS::AccountId}:role/ecsServiceRole' } } } }", expects: [{ at: 'Service.Properties.Role', message: 'linked' }],
    },
  ],
  good: [
    { name: 'no role', over: 'loadBalancedService', template: '' },
  ],
  unknown: [
    {
      name: 'a task definition from a parameter without a default', over: 'loadBalancedService',
      template: `  Parameters: { Definition: { Type: String } }${withRole('TaskDefinition: !Ref Definition')}`, expects: [{ at: 'Service.Properties.TaskDefinition' }],
    },
  ],
};

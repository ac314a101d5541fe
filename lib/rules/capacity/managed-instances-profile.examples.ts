import type { Examples } from '../example';

const named = (profile: string) => `
        Resources:
          InstanceRole:
            Type: AWS::IAM::Role
            Properties:
              RoleName: ecsInstanceRole-shop
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }
              ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonECSInstanceRolePolicyForManagedInstances]
          Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref InstanceRole] } }
          Empty: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [] } }
          Managed: { Properties: { ManagedInstancesProvider: { InstanceLaunchTemplate: { Ec2InstanceProfileArn: ${profile} } } } }
      `;

const at = 'Managed.Properties.ManagedInstancesProvider.InstanceLaunchTemplate.Ec2InstanceProfileArn';

export const managedInstancesProfileExamples: Examples = {
  rule: 'managed-instances-profile',
  bad: [
    { name: 'the role in place of its profile', over: 'managedInstancesService', template: named('!GetAtt InstanceRole.Arn'), expects: [{ at, message: 'other' }] },
    { name: 'the ARN of a role that is elsewhere', over: 'managedInstancesService', template: named('arn:aws:iam::123456789012:role/ecsInstanceRole'), expects: [{ at, message: 'other' }] },
    { name: 'the name of the profile', over: 'managedInstancesService', template: named('!Ref Profile'), expects: [{ at, message: 'other' }] },
    { name: 'a profile without a role', over: 'managedInstancesService', template: named('!GetAtt Empty.Arn'), expects: [{ at: 'Empty.Properties.Roles', message: 'empty' }] },
  ],
  good: [
    { name: 'the ARN of a profile', over: 'managedInstancesService', template: named('!GetAtt Profile.Arn') },
    { name: 'a profile that is elsewhere', over: 'managedInstancesService', template: '' },
  ],
};

import type { Examples } from '../example';

const role = (id: string, policy: string) => `
          ${id}:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }] }
              ManagedPolicyArns: [arn:aws:iam::aws:policy/${policy}]`;

const managedInstances = (roleName: string) => `
        Resources:${role('InfrastructureRole', 'AmazonECSInfrastructureRolePolicyForManagedInstances')}
          NodeRole:
            Type: AWS::IAM::Role
            Properties:
              RoleName: ${roleName}
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }
              ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonECSInstanceRolePolicyForManagedInstances]
          NodeProfile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref NodeRole] } }
          Nodes:
            Type: AWS::ECS::CapacityProvider
            Properties:
              ClusterName: !Ref Cluster
              ManagedInstancesProvider:
                InfrastructureRoleArn: !GetAtt InfrastructureRole.Arn
                InstanceLaunchTemplate:
                  Ec2InstanceProfileArn: !GetAtt NodeProfile.Arn
                  NetworkConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], SecurityGroups: [!Ref TaskSecurityGroup] }
      `;

const volume = (policy: string) => `
        Resources:${role('VolumeRole', policy)}
          Task:
            Properties:
              Volumes: [{ Name: data, ConfiguredAtLaunch: true }]
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }]
          Service:
            Properties:
              VolumeConfigurations: [{ Name: data, ManagedEBSVolume: { RoleArn: !GetAtt VolumeRole.Arn, SizeInGiB: 10 } }]
      `;

export const infrastructureRolePermissionsExamples: Examples = {
  rule: 'infrastructure-role-permissions',
  bad: [
    {
      name: 'an instance role for Managed Instances under a name of its own',
      because: 'AmazonECSInfrastructureRolePolicyForManagedInstances passes role/ecsInstanceRole* only.',
      over: 'fargateService',
      template: managedInstances('web-nodes'),
      expects: [{ at: 'NodeRole.Properties.RoleName', message: 'pass' }],
    },
    {
      name: 'volumes of EBS with the policy for load balancers',
      over: 'fargateService',
      template: volume('AmazonECSInfrastructureRolePolicyForLoadBalancers'),
      expects: [{ at: 'VolumeRole.Properties.ManagedPolicyArns', message: 'volume' }],
    },
  ],
  good: [
    { name: 'an instance role under a name that is passed', over: 'fargateService', template: managedInstances('ecsInstanceRole-web') },
    { name: 'volumes of EBS with their policy', over: 'fargateService', template: volume('service-role/AmazonECSInfrastructureRolePolicyForVolumes') },
  ],
  unknown: [
    {
      name: 'a role from a parameter',
      over: 'fargateService',
      template: `
        Parameters:
          VolumeRole: { Type: String }
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data, ConfiguredAtLaunch: true }]
          Service:
            Properties:
              VolumeConfigurations: [{ Name: data, ManagedEBSVolume: { RoleArn: !Ref VolumeRole, SizeInGiB: 10 } }]
      `,
      expects: [{ at: 'Service.Properties.VolumeConfigurations.0.ManagedEBSVolume.RoleArn' }],
    },
  ],
};

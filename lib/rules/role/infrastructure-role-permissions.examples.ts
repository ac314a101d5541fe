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

const volume = (policy: string, more = '') => `
        Resources:${role('VolumeRole', policy)}
          Task:
            Properties:
              Volumes: [{ Name: data, ConfiguredAtLaunch: true }]
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }]
          Service:
            Properties:
              VolumeConfigurations: [{ Name: data, ManagedEBSVolume: { RoleArn: !GetAtt VolumeRole.Arn, SizeInGiB: 10${more} } }]
      `;

/** A role of the service with a policy of its own. */
const serviceWith = (statement: string, service: string) => `
        Resources:
          OwnRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }] }
              Policies: [{ PolicyName: own, PolicyDocument: { Statement: [{ Effect: Allow, ${statement} }] } }]
          Service: { Properties: { ${service} } }`;

const blueGreen = (statement: string) => `${serviceWith(statement, `
              DeploymentConfiguration: { Strategy: BLUE_GREEN },
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Targets, AdvancedConfiguration: { AlternateTargetGroupArn: !Ref MoreTargets, ProductionListenerRule: !Ref Rule, RoleArn: !GetAtt OwnRole.Arn } }]`)}
          MoreTargets: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: HTTP, TargetType: ip } }
          Rule:
            Type: AWS::ElasticLoadBalancingV2::ListenerRule
            Properties:
              ListenerArn: !Ref Listener
              Priority: 1
              Conditions: [{ Field: path-pattern, Values: ['*'] }]
              Actions: [{ Type: forward, ForwardConfig: { TargetGroups: [{ TargetGroupArn: !Ref Targets, Weight: 1 }, { TargetGroupArn: !Ref MoreTargets, Weight: 0 }] } }]
      `;

const connected = (statement: string) => `${serviceWith(statement, `
              ServiceConnectConfiguration: { Enabled: true, Namespace: shop, Services: [{ PortName: http, ClientAliases: [{ Port: 80 }], Tls: { RoleArn: !GetAtt OwnRole.Arn, IssuerCertificateAuthority: { AwsPcaAuthorityArn: !GetAtt Authority.Arn } } }] }`)}
          Authority: { Type: AWS::ACMPCA::CertificateAuthority, Properties: { Type: ROOT, KeyAlgorithm: RSA_2048, SigningAlgorithm: SHA256WITHRSA, Subject: { CommonName: shop } } }
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, PortMappings: [{ ContainerPort: 80, Name: http }] }] } }
      `;

const express = (policies: string): string => `
        Resources:
          OwnRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }] }
              ${policies}
          Express:
            Type: AWS::ECS::ExpressGatewayService
            Properties:
              ExecutionRoleArn: !GetAtt ExecutionRole.Arn
              InfrastructureRoleArn: !GetAtt OwnRole.Arn
              PrimaryContainer: { Image: public.ecr.aws/nginx/nginx:1.27, ContainerPort: 80 }
      `;

export const infrastructureRolePermissionsExamples: Examples = {
  rule: 'infrastructure-role-permissions',
  bad: [
    {
      name: 'an instance role under a name that CloudFormation makes up',
      over: 'fargateService',
      template: managedInstances('!Ref AWS::NoValue'),
      expects: [{ at: 'NodeRole.Properties.RoleName', message: 'pass' }],
    },
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
    {
      name: 'Managed Instances with a policy of before, that launches no instances',
      over: 'fargateService',
      template: managedInstances('ecsInstanceRole-web').replace('ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForManagedInstances]',
        "Policies: [{ PolicyName: launch, PolicyDocument: { Statement: [{ Effect: Allow, Action: ['ec2:Create*', 'ec2:Describe*', iam:PassRole], Resource: '*' }] } }]"),
      expects: [{ at: 'InfrastructureRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'instances' }],
    },
    {
      name: 'volumes under a key that the role may not use',
      over: 'fargateService',
      template: `${volume('service-role/AmazonECSInfrastructureRolePolicyForVolumes', ', KmsKeyId: !GetAtt Key.Arn')}
          Key:
            Type: AWS::KMS::Key
            Properties: { KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }] } }
      `,
      expects: [{ at: 'VolumeRole.Properties.ManagedPolicyArns', message: 'key' }],
    },
    {
      name: 'volumes of EBS under the key of the cluster, which the role may not use',
      over: 'fargateService',
      template: `${volume('service-role/AmazonECSInfrastructureRolePolicyForVolumes')}
          Key:
            Type: AWS::KMS::Key
            Properties: { KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }] } }
          Cluster: { Properties: { ManagedStorageConfiguration: { KmsKeyId: !Ref Key } } }
      `,
      expects: [{ at: 'VolumeRole.Properties.ManagedPolicyArns', message: 'key' }],
    },
    {
      name: 'a deployment that may move targets and no rule',
      over: 'loadBalancedService',
      template: blueGreen("Action: ['elasticloadbalancing:Describe*', 'elasticloadbalancing:*Targets'], Resource: '*'"),
      expects: [{ at: 'OwnRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'targets' }],
    },
    {
      name: 'a deployment that may move the targets of one of the two groups',
      over: 'loadBalancedService',
      template: blueGreen("Action: ['elasticloadbalancing:Describe*', elasticloadbalancing:ModifyRule], Resource: '*' }, { Effect: Allow, Action: 'elasticloadbalancing:*Targets', Resource: !Ref Targets"),
      expects: [{ at: 'OwnRole.Properties.Policies.0.PolicyDocument.Statement.1.Resource', message: 'targets' }],
    },
    {
      name: 'certificates of Service Connect that the role may not have issued',
      over: 'fargateService',
      template: connected("Action: 'secretsmanager:*', Resource: '*'"),
      expects: [{ at: 'OwnRole.Properties.Policies', message: 'certificate' }],
    },
    {
      name: 'targets of VPC Lattice that the role may only see',
      over: 'fargateService',
      template: serviceWith("Action: 'vpc-lattice:Get*', Resource: '*'", 'VpcLatticeConfigurations: [{ PortName: http, RoleArn: !GetAtt OwnRole.Arn, TargetGroupArn: arn:aws:vpc-lattice:eu-west-1:111122223333:targetgroup/tg-0123456789abcdef0 }]'),
      expects: [{ at: 'OwnRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'lattice' }],
    },
    {
      name: 'an Express service with a role that may only register targets',
      over: 'fargateService',
      template: express('Policies: [{ PolicyName: targets, PolicyDocument: { Statement: [{ Effect: Allow, Action: "elasticloadbalancing:RegisterTargets", Resource: "*" }] } }]'),
      expects: [{ at: 'OwnRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'gateway' }, { at: 'OwnRole.Properties.Policies', message: 'gateway' }],
    },
    {
      name: 'a service that names a role for its load balancer, which may only look',
      over: 'ec2LoadBalancedService',
      template: serviceWith("Action: 'elasticloadbalancing:Describe*', Resource: '*'", 'Role: !Ref OwnRole'),
      expects: [{ at: 'OwnRole.Properties.Policies.0.PolicyDocument.Statement.0.Action', message: 'legacy' }],
    },
  ],
  good: [
    { name: 'an instance role under a name that is passed', over: 'fargateService', template: managedInstances('ecsInstanceRole-web') },
    {
      name: 'an Express service with the managed policy for it',
      over: 'fargateService', template: express('ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices]'),
    },
    { name: 'volumes of EBS with their policy', over: 'fargateService', template: volume('service-role/AmazonECSInfrastructureRolePolicyForVolumes') },
    {
      name: 'a deployment that may move targets and the rule',
      over: 'loadBalancedService',
      template: blueGreen("Action: ['elasticloadbalancing:Describe*', 'elasticloadbalancing:*Targets', elasticloadbalancing:ModifyRule], Resource: '*'"),
    },
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

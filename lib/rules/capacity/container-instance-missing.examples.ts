import type { Examples } from '../example';

export const containerInstanceMissingExamples: Examples = {
  rule: 'container-instance-missing',
  bad: [
    {
      name: 'a cluster without an Auto Scaling group',
      over: 'ec2Service',
      template: `
        Resources:
          Group: null
          Service: { DependsOn: null }
      `,
      expects: [{ at: 'Service.Properties.LaunchType', message: 'none' }],
    },
    {
      name: 'tasks for Fargate without a launch type',
      because: 'Left out, the launch type is EC2, whatever RequiresCompatibilities says.',
      over: 'fargateService',
      template: `
        Resources:
          Service: { Properties: { LaunchType: null, NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: DISABLED } } } }
      `,
      expects: [{ at: 'Service.Properties.LaunchType', message: 'noneByDefault' }],
    },
    {
      name: 'a cluster with a name of its own',
      because: 'Instances of other stacks may join it, so it is a warning.',
      over: 'ec2Service',
      template: `
        Resources:
          Cluster: { Properties: { ClusterName: shop } }
          Group: null
          Service: { DependsOn: null }
      `,
      expects: [{ at: 'Service.Properties.LaunchType', message: 'none' }],
    },
  ],
  good: [
    { name: 'a group whose instances join', over: 'ec2Service', template: '' },
    {
      name: 'no tasks yet',
      over: 'ec2Service',
      template: `
        Resources:
          Group: null
          Service: { DependsOn: null, Properties: { DesiredCount: 0 } }
      `,
    },
    {
      name: 'a default strategy',
      over: 'fargateService',
      template: `
        Resources:
          Cluster: { Properties: { CapacityProviders: [FARGATE], DefaultCapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: 1 }] } }
          Service: { Properties: { LaunchType: null } }
      `,
    },
  ],
  unknown: [
    {
      name: 'instances of which nobody knows whether they get an agent',
      over: 'ec2Service',
      template: `
        Parameters: { UserData: { Type: String } }
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}', UserData: !Ref UserData }
      `,
      expects: [{ at: 'Group.Properties' }],
    },
    {
      name: 'a nested stack that may bring instances',
      over: 'ec2Service',
      template: `
        Resources:
          Group: null
          Instances:
            Type: AWS::CloudFormation::Stack
            Properties: { TemplateURL: https://example.com/instances.yaml, Parameters: { Cluster: !Ref Cluster } }
          Service: { DependsOn: null }
      `,
      expects: [{ at: 'Instances.Properties' }],
    },
    {
      name: 'a capacity provider of another stack',
      over: 'ec2Service',
      template: `
        Resources:
          Cluster: { Properties: { CapacityProviders: [general] } }
          Group: null
          Service: { DependsOn: null }
      `,
      expects: [{ at: 'Cluster.Properties.CapacityProviders.0' }],
    },
    {
      name: 'a cluster of another stack',
      over: 'ec2Service',
      template: `
        Parameters:
          ClusterName: { Type: String }
        Resources:
          Group: null
          Service: { DependsOn: null, Properties: { Cluster: !Ref ClusterName } }
      `,
      expects: [{ at: 'Service.Properties.Cluster' }],
    },
    {
      name: 'a deployment controller that is not known',
      because: 'With EXTERNAL the task sets say what runs where.',
      over: 'ec2Service',
      template: `
        Parameters:
          Controller: { Type: String }
        Resources:
          Group: null
          Service: { DependsOn: null, Properties: { DeploymentController: { Type: !Ref Controller } } }
      `,
      expects: [{ at: 'Service.Properties.DeploymentController.Type' }],
    },
  ],
};

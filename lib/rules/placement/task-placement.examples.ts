import type { Examples } from '../example';

export const taskPlacementExamples: Examples = {
  rule: 'task-placement',
  bad: [
    {
      name: 'two tasks of 4096 MiB on one m5.large',
      because: 'The type has 8192 MiB, of which the operating system keeps a part: an instance registers less than two such tasks ask for.',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '1', MaxSize: '1' }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, MemoryReservation: 4096 }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.MemoryReservation', message: 'noPlace' }],
    },
    {
      name: 'a task larger than its instances',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties: { Memory: 9 GB, Cpu: 1 vCPU }
      `,
      expects: [{ at: 'Task.Properties.Memory', message: 'noPlace' }],
    },
    {
      name: 'a task larger than the instance type that comes first',
      because: 'On-Demand Instances are of the first type that is named, as long as EC2 has it.',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties:
              LaunchTemplate: null
              MixedInstancesPolicy:
                LaunchTemplate:
                  LaunchTemplateSpecification: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }
                  Overrides: [{ InstanceType: m5.large }, { InstanceType: m5.xlarge }]
          Task:
            Properties: { Memory: '10000' }
      `,
      expects: [{ at: 'Task.Properties.Memory', message: 'noPlace' }],
    },
    {
      name: 'a task role, which the agent is told not to serve',
      because: 'ECS asks for an agent with com.amazonaws.ecs.capability.task-iam-role.',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub "#!/bin/bash\\necho ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config\\necho ECS_ENABLE_TASK_IAM_ROLE=false >> /etc/ecs/ecs.config"
          Task:
            Properties: { TaskRoleArn: 'arn:aws:iam::123456789012:role/shop' }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'noPlace' }],
    },
    {
      name: 'tasks with network interfaces of their own on Windows',
      because: 'The agent on Windows makes none unless Initialize-ECSAgent is told -EnableTaskENI.',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                ImageId: '{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id}}'
                UserData:
                  Fn::Base64: !Sub "<powershell>\\nInitialize-ECSAgent -Cluster \${Cluster} -EnableTaskIAMRole\\n</powershell>"
          Task:
            Properties: { NetworkMode: awsvpc, RuntimePlatform: { OperatingSystemFamily: WINDOWS_SERVER_2022_CORE } }
          Service:
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA] } } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'noPlace' }],
    },
    {
      name: 'more tasks than the instances have CPU for',
      because: 'An m5.large has 2048 CPU units, so two of them take four tasks of 1024.',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties: { Cpu: '1024', Memory: '1024' }
          Service:
            Properties: { DesiredCount: 6 }
      `,
      expects: [{ at: 'Group.Properties.MaxSize', message: 'noPlace' }],
    },
    {
      name: 'a fixed host port and more tasks than instances',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: 80 }] }
          Service:
            Properties: { DesiredCount: 3 }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.PortMappings.0.HostPort', message: 'noPlace' }],
    },
    {
      name: 'a task for x86 and instances with Graviton',
      over: 'ec2Service',
      template: `
        Parameters:
          Ami: { Default: /aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id }
        Resources:
          LaunchTemplate:
            Properties: { LaunchTemplateData: { InstanceType: m7g.large } }
          Task:
            Properties: { RuntimePlatform: { CpuArchitecture: X86_64, OperatingSystemFamily: LINUX } }
      `,
      expects: [{ at: 'Task.Properties.RuntimePlatform.CpuArchitecture', message: 'noPlace' }],
    },
    {
      name: 'a log driver that the agent does not offer',
      because: 'The agent of the ECS-optimized images offers json-file, syslog, awslogs, fluentd and none.',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, LogConfiguration: { LogDriver: gelf, Options: { gelf-address: 'udp://10.0.0.9:12201' } } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.UserData', message: 'noPlace' }],
    },
    {
      name: 'a volume driver that no instance has',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data, DockerVolumeConfiguration: { Driver: rexray/ebs, Scope: shared, Autoprovision: true } }]
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }
      `,
      expects: [{ at: 'Task.Properties.Volumes.0.DockerVolumeConfiguration.Driver', message: 'noPlace' }],
    },
    {
      name: 'a GPU where no instance has one',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, ResourceRequirements: [{ Type: GPU, Value: '1' }] }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.ResourceRequirements', message: 'noPlace' }],
    },
    {
      name: 'subnets in a zone that has no container instance',
      over: 'ec2Service',
      template: `
        Resources:
          SubnetC:
            Type: AWS::EC2::Subnet
            Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [2, !GetAZs ''] }
          Task:
            Properties: { NetworkMode: awsvpc }
          Service:
            Properties:
              NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetC], SecurityGroups: [!Ref TaskSecurityGroup] } }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets', message: 'noPlace' }],
    },
    {
      name: 'a constraint that no instance meets',
      over: 'ec2Service',
      template: `
        Resources:
          Service:
            Properties:
              PlacementConstraints: [{ Type: memberOf, Expression: 'attribute:ecs.instance-type =~ c5.*' }]
      `,
      expects: [{ at: 'Service.Properties.PlacementConstraints.0.Expression', message: 'noPlace' }],
    },
    {
      name: 'tasks beside a daemon',
      because: 'Daemons start first: of each instance, 1024 MiB are gone before the other tasks are placed.',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties: { Memory: '3584' }
          Service:
            Properties: { DesiredCount: 4 }
          AgentTask:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions: [{ Name: agent, Image: public.ecr.aws/datadog/agent:7, Memory: 1024 }]
          Agent:
            Type: AWS::ECS::Service
            DependsOn: Group
            Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref AgentTask, LaunchType: EC2, SchedulingStrategy: DAEMON }
      `,
      expects: [{ at: 'Task.Properties.Memory', message: 'noPlace' }],
    },
  ],
  good: [
    {
      name: 'two tasks of 3584 MiB on one m5.large',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '1', MaxSize: '1' }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, MemoryReservation: 3584 }]
          Service:
            Properties: { DeploymentConfiguration: { MinimumHealthyPercent: 50 } }
      `,
    },
    {
      name: 'a group that its capacity provider lets grow',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '0', MaxSize: '5' }
          Provider:
            Type: AWS::ECS::CapacityProvider
            Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref Group, ManagedScaling: { Status: ENABLED } } }
          Providers:
            Type: AWS::ECS::ClusterCapacityProviderAssociations
            Properties: { Cluster: !Ref Cluster, CapacityProviders: [!Ref Provider], DefaultCapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }] }
          Task:
            Properties: { Cpu: '1024', Memory: '1024' }
          Service:
            Properties: { LaunchType: null, DesiredCount: 6 }
      `,
    },
    {
      name: 'a log driver that the user data turns on',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    echo 'ECS_AVAILABLE_LOGGING_DRIVERS=["json-file","awslogs","gelf"]' >> /etc/ecs/ecs.config
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, LogConfiguration: { LogDriver: gelf, Options: { gelf-address: 'udp://10.0.0.9:12201' } } }
      `,
    },
  ],
  unknown: [
    {
      name: 'memory from a parameter without a default',
      over: 'ec2Service',
      template: `
        Parameters:
          TaskMemory: { Type: String }
        Resources:
          Task:
            Properties: { Memory: !Ref TaskMemory }
      `,
      expects: [{ at: 'Task.Properties.Memory' }],
    },
    {
      name: 'a number of instances from a parameter without a default',
      because: 'Nobody can tell whether the tasks fit. That a task fits on no instance of the type, however many there are, would still be found.',
      over: 'ec2Service',
      template: `
        Parameters:
          Instances: { Type: Number }
        Resources:
          Group:
            Properties: { MinSize: !Ref Instances, MaxSize: !Ref Instances }
      `,
      expects: [{ at: 'Group.Properties.MinSize' }],
    },
    {
      name: 'a cluster of another stack',
      over: 'ec2Service',
      template: `
        Resources:
          Service:
            Properties: { Cluster: !ImportValue shared-cluster }
      `,
      expects: [{ at: 'Service.Properties.Cluster' }],
    },
    {
      name: 'a volume driver where the user data installs plugins',
      over: 'ec2Service',
      template: `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    docker plugin install rexray/ebs REXRAY_PREEMPT=true --grant-all-permissions
          Task:
            Properties:
              Volumes: [{ Name: data, DockerVolumeConfiguration: { Driver: rexray/ebs, Scope: shared, Autoprovision: true } }]
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }
      `,
      expects: [{ at: 'Service.Properties' }],
    },
    {
      name: 'another service that may take the room',
      because: 'The service beside it asks for an amount that is not known.',
      over: 'ec2Service',
      template: `
        Parameters:
          OtherMemory: { Type: Number }
        Resources:
          OtherTask:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions: [{ Name: other, Image: public.ecr.aws/nginx/nginx:stable, Memory: !Ref OtherMemory }]
          Other:
            Type: AWS::ECS::Service
            DependsOn: Group
            Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref OtherTask, LaunchType: EC2, DesiredCount: 1 }
      `,
      expects: [{ at: 'OtherTask.Properties.ContainerDefinitions.0.Memory' }],
    },
  ],
  spelled: [
    {
      name: 'amounts with units and counts as text',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties: { Cpu: .5 vCPU, Memory: 3 GB }
          Service:
            Properties: { DesiredCount: '4', DeploymentConfiguration: { MinimumHealthyPercent: '50' } }
      `,
    },
  ],
  defaulted: [
    {
      name: 'no desired count, which is one task',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '1', MaxSize: '1' }
          Task:
            Properties: { Memory: '3584' }
          Service:
            Properties: { DesiredCount: null }
      `,
    },
    {
      name: 'a group without desired capacity, which begins at its minimum',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '1', MaxSize: '2' }
          Task:
            Properties: { Memory: '6144' }
      `,
      expects: [{ at: 'Group.Properties.MinSize', message: 'noPlace' }],
    },
  ],
};

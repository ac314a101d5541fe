import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CapacityProvider, Cluster, Ec2Service, FargateService, type Ec2CapacityProps } from '../../lib/index';
import { mixedCluster, nginx, only, shop } from '../support/shop';

test('a cluster makes a VPC with private subnets in two zones, a NAT gateway in each, and a free way to S3', () => {
  const stack = shop();
  new Cluster(stack, 'Cluster');
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::EC2::Subnet', 4);
  template.resourceCountIs('AWS::EC2::NatGateway', 2);
  template.hasResourceProperties('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway', RouteTableIds: Match.anyValue() });
});

test('a VPC that is given stays as it is', () => {
  const stack = shop();
  new Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 1 }) });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::EC2::VPC', 1);
  template.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
});

test('container instances are described, and made by the cluster: group, launch template, provider and association', () => {
  const stack = shop();
  mixedCluster(stack);
  const template = Template.fromStack(stack);
  expect(only(stack, 'AWS::AutoScaling::AutoScalingGroup').Properties).toMatchObject({ MinSize: '2', MaxSize: '10', NewInstancesProtectedFromScaleIn: true });
  template.hasResourceProperties('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: {
      InstanceType: 'm7g.large',
      MetadataOptions: { HttpTokens: 'required' },
      ImageId: { Ref: Match.stringLikeRegexp('amazonlinux2023arm64') },
      UserData: { 'Fn::Base64': { 'Fn::Join': ['', ['#!/bin/bash\necho ECS_CLUSTER=', { Ref: Match.stringLikeRegexp('Cluster') }, ' >> /etc/ecs/ecs.config']] } },
    },
  });
  const provider = only(stack, 'AWS::ECS::CapacityProvider');
  expect(provider.Properties).toEqual({
    AutoScalingGroupProvider: {
      AutoScalingGroupArn: { Ref: only(stack, 'AWS::AutoScaling::AutoScalingGroup').id },
      ManagedScaling: { Status: 'ENABLED', TargetCapacity: 100 },
      ManagedTerminationProtection: 'ENABLED',
      ManagedDraining: 'ENABLED',
    },
  });
  expect(only(stack, 'AWS::ECS::ClusterCapacityProviderAssociations').Properties).toMatchObject({ CapacityProviders: ['FARGATE', 'FARGATE_SPOT', { Ref: provider.id }] });
});

test('several instance types become a mixed instances policy, in the order of preference', () => {
  const stack = shop();
  new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.ec2('x86', { instanceTypes: ['m7i.large', new ec2.InstanceType('m6i.large')] })] });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
    MixedInstancesPolicy: { LaunchTemplate: { Overrides: [{ InstanceType: 'm7i.large' }, { InstanceType: 'm6i.large' }] } },
  });
  template.hasResourceProperties('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: { Ref: Match.stringLikeRegexp('amazonlinux2023recommended') } } });
});

test('reserved memory is told to the ECS agent', () => {
  const stack = shop();
  new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'], reservedMemory: '0.25 GB' })] });
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: { UserData: { 'Fn::Base64': { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('ECS_RESERVED_MEMORY=256')])] } } },
  });
});

test('instances in public subnets get the public address without which they would not find ECS', () => {
  const stack = shop();
  const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 0, subnetConfiguration: [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC }] });
  new Cluster(stack, 'Cluster', { vpc, capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'] })] });
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress: true }] } });
});

describe('container instances', () => {
  const made = (props: Partial<Ec2CapacityProps>): Stack => {
    const stack = shop();
    new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.ec2('special', { instanceTypes: ['m7i.large'], ...props })] });
    return stack;
  };
  const userData = (stack: Stack): string => JSON.stringify((only(stack, 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData as { UserData: object }).UserData);

  test('may be Spot, all or beyond a base, and tasks are moved before one is taken back', () => {
    const stack = made({ instanceTypes: ['m7g.large', 'm6g.large'], spot: { onDemandBase: 2, onDemandPercent: 25 } });
    expect(only(stack, 'AWS::AutoScaling::AutoScalingGroup').Properties).toMatchObject({
      MixedInstancesPolicy: { InstancesDistribution: { OnDemandBaseCapacity: 2, OnDemandPercentageAboveBaseCapacity: 25, SpotAllocationStrategy: 'price-capacity-optimized' } },
    });
    expect(userData(stack)).toContain('ECS_ENABLE_SPOT_INSTANCE_DRAINING=true');
  });

  test('may be described by what they have', () => {
    const stack = made({ instanceTypes: undefined, architecture: ec2.InstanceArchitecture.ARM_64, instanceRequirements: { vCpuCount: { min: 2 }, memoryMiB: { min: 4096 } } });
    expect(only(stack, 'AWS::AutoScaling::AutoScalingGroup').Properties).toMatchObject({ MixedInstancesPolicy: { LaunchTemplate: { Overrides: [{ InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 4096 } } }] } } });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: { Ref: Match.stringLikeRegexp('arm64') } } });
  });

  test.each<[string, Partial<Ec2CapacityProps>, string]>([
    ['GPUs', { instanceTypes: ['g5.xlarge', 'g4dn.xlarge'] }, 'amazonlinux2023gpu'],
    ['Inferentia', { instanceTypes: ['inf2.xlarge'] }, 'amazonlinux2023neuron'],
    ['Bottlerocket', { operatingSystem: 'bottlerocket' }, 'bottlerocketawsecs2x8664'],
    ['Bottlerocket and GPUs', { instanceTypes: ['g5.xlarge'], operatingSystem: 'bottlerocket' }, 'bottlerocketawsecs2nvidia'],
  ])('with %s have the image for it', (_, props, image) => {
    Template.fromStack(made(props)).hasResourceProperties('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: { Ref: Match.stringLikeRegexp(image) } } });
  });

  test('of Bottlerocket are told in TOML', () => {
    expect(userData(made({ operatingSystem: 'bottlerocket', reservedMemory: '0.5 GB', spot: true }))).toMatch(/\[settings\.ecs\].*reserved-memory = 512\\nenable-spot-instance-draining = true/);
  });

  test('of Windows are told before their agent starts, with the roles and the network interfaces of tasks', () => {
    const stack = made({ instanceTypes: ['m7i.large'], operatingSystem: 'windows-2022-core', reservedMemory: '1 GB', spot: true, disk: '100 GB' }), text = userData(stack);
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { ImageId: { Ref: Match.stringLikeRegexp('WindowsServer2022EnglishCoreECSOptimized') }, BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { VolumeSize: 100 } }] },
    });
    expect(text).toMatch(/<powershell>.*ECS_RESERVED_MEMORY\W+1024\W.*ECS_ENABLE_SPOT_INSTANCE_DRAINING.*Import-Module ECSTools.*Initialize-ECSAgent -Cluster '.*' -EnableTaskIAMRole -EnableTaskENI.*<\/powershell>/);
    expect(text.split('Initialize-ECSAgent')).toHaveLength(2);
  });

  test('may have a disk, a warm pool, a reservation and a way in for Session Manager', () => {
    const stack = made({ disk: '100 GB', warmPool: { minSize: 1 }, warmup: '2 minutes', capacityReservation: 'cr-1', sessionManager: true }), template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 100, Encrypted: true } }], CapacityReservationSpecification: { CapacityReservationTarget: { CapacityReservationId: 'cr-1' } } },
    });
    template.resourceCountIs('AWS::AutoScaling::WarmPool', 1);
    expect(userData(stack)).toContain('ECS_WARM_POOLS_CHECK=true');
    expect(only(stack, 'AWS::ECS::CapacityProvider').Properties).toMatchObject({ AutoScalingGroupProvider: { ManagedScaling: { InstanceWarmupPeriod: 120 } } });
    expect(JSON.stringify(template.findResources('AWS::IAM::Role'))).toContain('AmazonSSMManagedInstanceCore');
  });

  test('have a role for this cluster only, also where the L2 would grant more', () => {
    expect(JSON.stringify(Template.fromStack(made({})).findResources('AWS::IAM::Policy'))).not.toMatch(/logs:|ecr:|ecs:Submit\*/);
    expect(JSON.stringify(Template.fromStack(made({ operatingSystem: 'bottlerocket' })).findResources('AWS::IAM::Role'))).not.toContain('AmazonEC2ContainerServiceforEC2Role');
  });
});

test('Managed Instances have their two roles, and a Fargate service may choose them', () => {
  const stack = shop(), cluster = new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.managedInstances('managed', { spot: true, disk: '80 GB' })] });
  new FargateService(stack, 'Web', { cluster, container: nginx, capacity: [{ provider: 'managed' }] });
  const provider = only(stack, 'AWS::ECS::CapacityProvider');
  expect(provider.Properties).toMatchObject({ ManagedInstancesProvider: { InstanceLaunchTemplate: { CapacityOptionType: 'SPOT', StorageConfiguration: { StorageSizeGiB: 80 } } } });
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ CapacityProviderStrategy: [{ CapacityProvider: { Ref: provider.id }, Weight: 1 }] });
  expect(only(stack, 'AWS::ECS::TaskDefinition').Properties).toMatchObject({ RequiresCompatibilities: ['FARGATE', 'MANAGED_INSTANCES'] });
});

test('machines outside of AWS get a role, and the command by which they register', () => {
  const stack = shop();
  new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.external('shops', 3)] });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', { AssumeRolePolicyDocument: { Statement: [Match.objectLike({ Principal: { Service: 'ssm.amazonaws.com' } })] } });
  expect(JSON.stringify(Template.fromStack(stack).findOutputs('*'))).toContain('--registration-limit 3');
});

test('a namespace for Service Connect is one word', () => {
  const stack = shop();
  new Cluster(stack, 'Cluster', { serviceConnectNamespace: 'shop' });
  expect(only(stack, 'AWS::ServiceDiscovery::HttpNamespace').Properties).toMatchObject({ Name: 'shop' });
  expect(only(stack, 'AWS::ECS::Cluster').Properties).toMatchObject({ ServiceConnectDefaults: {} });
});

test('capacity providers of the L2 are taken as well, and every L2 takes our cluster', () => {
  const stack = shop();
  const vpc = new ec2.Vpc(stack, 'Vpc');
  const group = new autoscaling.AutoScalingGroup(stack, 'Group', {
    vpc, maxCapacity: 4, launchTemplate: new ec2.LaunchTemplate(stack, 'Template', {
      instanceType: new ec2.InstanceType('m7i.large'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023(), userData: ec2.UserData.forLinux(),
      securityGroup: new ec2.SecurityGroup(stack, 'Instances', { vpc }), requireImdsv2: true,
      role: new iam.Role(stack, 'InstanceRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
    }),
  });
  const cluster = new Cluster(stack, 'Cluster', {
    vpc, capacityProviders: [new ecs.AsgCapacityProvider(stack, 'Mine', { autoScalingGroup: group })], defaultCapacity: [{ provider: 'Mine', base: 1 }],
  });
  const task = new ecs.Ec2TaskDefinition(stack, 'Task');
  task.addContainer('app', { image: ecs.ContainerImage.fromRegistry('busybox'), memoryLimitMiB: 128 });
  new ecs.Ec2Service(stack, 'Service', { cluster, taskDefinition: task });
  const provider = only(stack, 'AWS::ECS::CapacityProvider').id;
  expect(only(stack, 'AWS::ECS::ClusterCapacityProviderAssociations').Properties).toMatchObject({
    DefaultCapacityProviderStrategy: [{ CapacityProvider: { Ref: provider }, Base: 1, Weight: 1 }],
  });
  expect(cluster.capacityProvider('Mine').autoScalingGroup).toBe(group);
});

describe('says at once, with the path, what cannot be', () => {
  const ec2With = (props: Partial<Ec2CapacityProps>) => new Cluster(shop(), 'Cluster', { capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'], ...props })] });
  const make = (...instanceTypes: string[]) => ec2With({ instanceTypes });
  const choose = (...defaultCapacity: NonNullable<ConstructorParameters<typeof Cluster>[2]>['defaultCapacity'] & object) => mixedCluster(shop(), { defaultCapacity });

  test.each<[string, () => unknown, string]>([
    ['no instance type', () => make(), 'Shop/Cluster/general: instanceTypes is empty.'],
    ['a type without a size', () => make('m7g'), "Shop/Cluster/general: instanceTypes holds 'm7g', which is no instance type."],
    ['a memory that is none', () => ec2With({ reservedMemory: 'some' }), "Shop/Cluster/general: reservedMemory is \"some\". Give a number of MiB"],
    ['a target beyond the whole', () => ec2With({ targetCapacityPercent: 120 }), "CapacityProvider.ec2('general'): targetCapacityPercent is 120. Give a whole number from 1 to 100."],
    ['types and what they have', () => ec2With({ instanceRequirements: { vCpuCount: { min: 2 }, memoryMiB: { min: 4096 } } }), 'instanceTypes and instanceRequirements both say what is launched.'],
    ['neither of both', () => ec2With({ instanceTypes: undefined }), 'neither instanceTypes nor instanceRequirements is given.'],
    ['a warm pool of several types', () => ec2With({ instanceTypes: ['m7g.large', 'm6g.large'], warmPool: {} }), 'warmPool is for a group of one instance type without Spot'],
    ['two namespaces', () => new Cluster(shop(), 'Cluster', { serviceConnectNamespace: 'shop', defaultCloudMapNamespace: { name: 'shop.local' } }), 'Shop/Cluster: serviceConnectNamespace and defaultCloudMapNamespace both name the namespace.'],
    ['two architectures', () => make('m7g.large', 'm7i.large'), 'm7g.large (arm64) and m7i.large (x86_64), and one machine image cannot serve both.'],
    ['a system that is none', () => ec2With({ operatingSystem: 'windows-2023-core' as never }), `CapacityProvider.ec2('general'): operatingSystem is "windows-2023-core". Give 'amazon-linux-2023', `],
    ['Windows on arm64', () => ec2With({ operatingSystem: 'windows-2022-core' }), 'Shop/Cluster/general: operatingSystem is windows-2022-core, and there is no Windows for arm64.'],
    ['the same id twice', () => new Cluster(shop(), 'Cluster', { capacityProviders: ['a', 'a'].map(id => CapacityProvider.ec2(id, { instanceTypes: ['m7g.large'] })) }), "'a'"],
    ['a provider that is not there', () => choose({ provider: 'genral' }), "Shop/Cluster: the cluster has no capacity provider 'genral'. It has FARGATE, FARGATE_SPOT, general."],
    ['Fargate that was not asked for', () => new Cluster(shop(), 'Cluster', { defaultCapacity: [{ provider: 'FARGATE_SPOT' }] }), 'It has none. Give it one in capacityProviders.'],
    ['an empty list', () => choose(), 'the list of capacity is empty'],
    ['Fargate beside instances', () => choose({ provider: 'FARGATE' }, { provider: 'general' }), 'mixes Fargate with other capacity'],
    ['two bases', () => choose({ provider: 'FARGATE', base: 1 }, { provider: 'FARGATE_SPOT', base: 1 }), 'two capacity providers have a base'],
    ['no weight', () => choose({ provider: 'FARGATE', weight: 0 }), 'no capacity provider has a weight above 0'],
    ['a capacity provider that is asked for and not there', () => mixedCluster(shop()).capacityProvider('gpu'), "there is no capacity provider 'gpu' with container instances. There is general."],
  ])('%s', (_, build, message) => {
    expect(build).toThrow(message);
  });
});

test('what is made first goes last: group, provider, association, service', () => {
  const stack = shop();
  new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx });
  const group = only(stack, 'AWS::AutoScaling::AutoScalingGroup').id;
  const provider = only(stack, 'AWS::ECS::CapacityProvider');
  const association = only(stack, 'AWS::ECS::ClusterCapacityProviderAssociations');
  expect(JSON.stringify(provider.Properties)).toContain(JSON.stringify({ Ref: group }));
  expect(JSON.stringify(association.Properties)).toContain(JSON.stringify({ Ref: provider.id }));
  expect(only(stack, 'AWS::ECS::Service').DependsOn).toContain(association.id);
});

test('the template is the same each time, and holds no path of this machine', () => {
  const template = () => {
    const stack = shop();
    mixedCluster(stack);
    return JSON.stringify(Template.fromStack(stack).toJSON());
  };
  expect(template()).toBe(template());
  expect(template()).not.toContain(process.cwd());
  expect(Stack.of(mixedCluster(shop())).environment).toBe('aws://unknown-account/unknown-region');
});

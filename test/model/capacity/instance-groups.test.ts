import type { InstanceGroup } from '../../../lib/model/capacity/instance-group';
import { modelOf } from '../../support/model';

/** A cluster with one Auto Scaling group of a launch template; `changes` are further resources, in YAML. */
function groupsOf(resources: string): readonly InstanceGroup[] {
  return modelOf(`
Parameters:
  SubnetIds: { Type: List<AWS::EC2::Subnet::Id> }
  Given: { Type: String }
Resources:
  Cluster: { Type: AWS::ECS::Cluster }
  SubnetA: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Select [0, !GetAZs ''] } }
  SubnetB: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Select [1, !GetAZs ''] } }
  Anywhere: { Type: AWS::EC2::Subnet, Properties: {} }
${resources.replace(/^/gm, '  ')}`).instanceGroups;
}

const image = "'{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}'";
const template = (data: string, id = 'Template'): string =>
  `${id}:\n  Type: AWS::EC2::LaunchTemplate\n  Properties:\n    LaunchTemplateData: { ImageId: ${image}, UserData: !Base64 { 'Fn::Sub': "#!/bin/bash\\necho ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config" }, ${data} }\n`;
const group = (properties: string): string => `Group:\n  Type: AWS::AutoScaling::AutoScalingGroup\n  Properties: { MinSize: '1', MaxSize: '2', ${properties} }\n`;
const byTemplate = 'LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: !GetAtt Template.LatestVersionNumber }';

function only(groups: readonly InstanceGroup[]): InstanceGroup {
  const [first, second] = groups;
  if (!first || second) throw new Error(`${groups.length} groups`);
  return first;
}

describe('a group of one launch template', () => {
  const found = only(groupsOf(template('InstanceType: m5.large') + group(`${byTemplate}, VPCZoneIdentifier: [!Ref SubnetA, !Ref SubnetB]`)));

  test('joins the cluster that its user data names', () => {
    expect(found.cluster).toMatchObject({ value: { id: 'Cluster' } });
    expect(found.capacityProvider).toBeUndefined();
  });

  test('spreads over the zones of its subnets', () => {
    expect(found.zones).toMatchObject({ value: ['zone 0', 'zone 1'] });
  });

  test('registers what the type has, less what the system keeps', () => {
    expect(found.shapes).toMatchObject({ value: [{
      type: 'm5.large', cpuUnits: 2048, memoryMiB: { least: 7680, most: 8070 }, gpus: 0, taskEnis: 2, trunkedTaskEnis: 10, attributesComplete: true,
    }] });
  });

  test('registers attributes, log drivers and ports as ECS\'s image does', () => {
    const [shape] = found.shapes.state === 'known' ? found.shapes.value : [];
    expect(shape?.reservedPorts).toContainEqual({ port: 51678, protocol: 'tcp' });
    expect(shape?.attributes.get('ecs.instance-type')).toBe('m5.large');
    expect(shape?.attributes.get('ecs.cpu-architecture')).toBe('x86_64');
    expect(shape?.attributes.get('ecs.os-type')).toBe('linux');
    expect(shape?.attributes.has('com.amazonaws.ecs.capability.logging-driver.awslogs')).toBe(true);
    expect(shape?.attributes.has('com.amazonaws.ecs.capability.logging-driver.gelf')).toBe(false);
  });
});

describe('the kinds of instances', () => {
  const types = (resources: string): unknown => {
    const { shapes } = only(groupsOf(resources));
    return shapes.state === 'known' ? shapes.value.map(({ type }) => type) : shapes.state === 'unknown' ? shapes.why : undefined;
  };
  const mixed = (rest: string): string => group(`MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateName: fleet }, ${rest} } }`);
  const named = template('InstanceType: m5.large').replace('  Properties:\n', '  Properties:\n    LaunchTemplateName: fleet\n');

  test('are those of a mixed instances policy, in its order', () => {
    expect(types(named + mixed('Overrides: [{ InstanceType: c5.large, WeightedCapacity: 1 }, { InstanceType: t3.medium }]'))).toEqual(['c5.large', 't3.medium']);
  });

  test('are the launch template\'s where the policy overrides nothing', () => {
    expect(types(named + mixed('Overrides: !Ref AWS::NoValue'))).toEqual(['m5.large']);
  });

  test('may each have a launch template of their own', () => {
    const arm = template('InstanceType: t4g.medium', 'Arm');
    expect(types(named + arm + mixed('Overrides: [{ InstanceType: c5.large }, { LaunchTemplateSpecification: { LaunchTemplateId: !Ref Arm } }]'))).toEqual(['c5.large', 't4g.medium']);
  });

  test('are not known where the table has no such type, or nobody says one', () => {
    expect(types(template('InstanceType: z9.huge') + group(byTemplate))).toEqual({ kind: 'fact', what: 'the instance type z9.huge' });
    expect(types(template('InstanceType: !Ref Given') + group(byTemplate))).toMatchObject({ kind: 'parameter', name: 'Given' });
    expect(types(template('KeyName: key') + group(byTemplate))).toMatchObject({ kind: 'form', found: 'nothing' });
  });
});

describe('the kinds of instances within InstanceRequirements', () => {
  const shapes = (requirements: string, imageId = image) => {
    const { shapes } = only(groupsOf(template(`InstanceRequirements: { VCpuCount: { Min: 2, Max: 4 }, MemoryMiB: { Min: 4096, Max: 8192 }, ${requirements} }`).replace(image, imageId) + group(byTemplate)));
    return shapes;
  };
  const types = (requirements: string, imageId = image): readonly string[] => {
    const found = shapes(requirements, imageId);
    return found.state === 'known' ? found.value.map(({ type }) => type) : [];
  };

  test('are the smallest and the largest of them, the smallest first, and of no type', () => {
    const found = shapes(''), list = found.state === 'known' ? found.value : [];
    expect(list[0]).toMatchObject({ cpuUnits: 2048, gpus: 0, memoryMiB: { most: 4035 } });
    expect(list).toContainEqual(expect.objectContaining({ cpuUnits: 4096, memoryMiB: expect.objectContaining({ most: 8070 }) as unknown }));
    expect(list.length).toBeLessThan(12);
    expect(list.every(({ attributes }) => !attributes.has('ecs.instance-type') && attributes.get('ecs.cpu-architecture') === 'x86_64')).toBe(true);
  });

  test.each([
    ['named', "AllowedInstanceTypes: [c6g.large, c5.large, 'c4.*']", ['c5.large', 'c4.xlarge']],
    ['left out', "AllowedInstanceTypes: [c5.large, m5.large], ExcludedInstanceTypes: ['c*']", ['m5.large']],
    ['burstable', 'BurstablePerformance: required, AllowedInstanceTypes: [t3.medium, c5.large]', ['t3.medium']],
    ['burstable, which is left out unless it is asked for', 'AllowedInstanceTypes: [t3.medium, c5.large]', ['c5.large']],
    ['burstable or not', 'BurstablePerformance: included, AllowedInstanceTypes: [t3.medium, c5.xlarge]', ['t3.medium', 'c5.xlarge']],
    ['of a generation', 'InstanceGenerations: [current], AllowedInstanceTypes: [c3.xlarge, c5.large]', ['c5.large']],
    ['by memory for each vCPU', 'MemoryGiBPerVCpu: { Min: 3 }, AllowedInstanceTypes: [m5.large, c5.large]', ['m5.large']],
    ['by what is not known, which leaves nothing out', 'BareMetal: !Ref Given, MemoryGiBPerVCpu: { Min: !Ref Given }, AllowedInstanceTypes: [c5.large]', ['c5.large']],
  ])('%s', (_, requirements, expected) => {
    expect([...types(requirements)].sort()).toEqual([...expected].sort());
  });

  test('are of the architecture of the image', () => {
    const arm = "'{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id}}'";
    expect(types('AllowedInstanceTypes: [c6g.large, c5.large]', arm)).toEqual(['c6g.large']);
    expect(types('AllowedInstanceTypes: [c6g.large, c5.large]', 'ami-0123')).toHaveLength(2);
    expect(shapes('CpuManufacturers: [intel]', arm)).toMatchObject({ state: 'unknown', why: { kind: 'form', found: 'none' } });
  });

  test('are not known where the requirements themselves are not', () => {
    expect(only(groupsOf(template('InstanceRequirements: !Ref Given') + group(byTemplate))).shapes).toMatchObject({ state: 'unknown', why: { kind: 'parameter' } });
  });
});

test.each([
  ['a list parameter', 'VPCZoneIdentifier: !Ref SubnetIds', 'unknown', undefined],
  ['one text for two subnets', "VPCZoneIdentifier: [!Join [',', [!Ref SubnetA, !Ref SubnetB]]]", 'known', ['zone 0', 'zone 1']],
  ['two subnets of one zone', 'VPCZoneIdentifier: [!Ref SubnetA, !Ref SubnetA]', 'known', ['zone 0']],
  ['a subnet that leaves the zone to EC2', 'VPCZoneIdentifier: [!Ref Anywhere]', 'unknown', undefined],
  ['zones by name', 'AvailabilityZones: [us-east-1a, us-east-1b]', 'known', ['us-east-1a', 'us-east-1b']],
  ['the zone of a subnet', 'AvailabilityZones: [!GetAtt SubnetB.AvailabilityZone]', 'known', ['zone 1']],
  ['all zones', "AvailabilityZones: !GetAZs ''", 'unknown', undefined],
])('the zones by %s', (_, property, state, value) => {
  const { zones } = only(groupsOf(template('InstanceType: m5.large') + group(`${byTemplate}, ${property}`)));
  expect(zones.state).toBe(state);
  expect(zones.state === 'known' ? zones.value : undefined).toEqual(value);
});

describe('the cluster', () => {
  const provider = 'Provider:\n  Type: AWS::ECS::CapacityProvider\n  Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref Group } }\n';
  const association = 'Association:\n  Type: AWS::ECS::ClusterCapacityProviderAssociations\n  Properties: { Cluster: !Ref Cluster, CapacityProviders: [!Ref Provider], DefaultCapacityProviderStrategy: [] }\n';
  const silent = (imageId: string, userData: string): string => `Template:\n  Type: AWS::EC2::LaunchTemplate\n  Properties: { LaunchTemplateData: { ImageId: ${imageId}, InstanceType: m5.large, UserData: ${userData} } }\n`;

  test('is the account\'s default where nothing names one', () => {
    expect(only(groupsOf(silent(image, '!Ref AWS::NoValue') + group(byTemplate))).cluster.state).toBe('absent');
  });

  test('is the one called default where the template has it', () => {
    const own = 'Default: { Type: AWS::ECS::Cluster, Properties: { ClusterName: default } }\n';
    expect(only(groupsOf(own + silent(image, '!Ref AWS::NoValue') + group(byTemplate))).cluster).toMatchObject({ value: { id: 'Default' } });
  });

  test('is the capacity provider\'s where user data cannot be read', () => {
    const found = only(groupsOf(silent(image, '!Ref Given') + group(byTemplate) + provider + association));
    expect(found.cluster).toMatchObject({ value: { id: 'Cluster' } });
    expect(found.capacityProvider).toMatchObject({ id: 'Provider' });
  });

  test('is not known where user data cannot be read and no capacity provider tells', () => {
    expect(only(groupsOf(silent(image, '!Ref Given') + group(byTemplate))).cluster.state).toBe('unknown');
  });

  test('is of a group that may be none where neither image nor user data is known', () => {
    expect(only(groupsOf(silent(image, '!Ref Given') + group(byTemplate))).exists).toMatchObject({ value: true });
    expect(only(groupsOf(silent('!Ref Given', '!Ref Given') + group(byTemplate))).exists).toMatchObject({ state: 'unknown' });
  });

  test('of a group without an agent is not asked for', () => {
    const plain = "'{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'";
    expect(groupsOf(silent(plain, '!Ref AWS::NoValue') + group(byTemplate))).toEqual([]);
  });
});

describe('an instance that stands alone', () => {
  const instance = (properties: string): string => `Instance:\n  Type: AWS::EC2::Instance\n  Properties: { InstanceType: t3.medium, SubnetId: !Ref SubnetB, ${properties} }\n`;

  test('is a group of one where its image or its user data speaks of ECS', () => {
    const found = only(groupsOf(instance(`ImageId: ami-0123, UserData: !Base64 "#!/bin/bash\\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config"`)));
    expect(found.autoScalingGroup).toMatchObject({ id: 'Instance', minSize: { value: 1 }, maxSize: { value: 1 } });
    expect(found.zones).toMatchObject({ value: ['zone 1'] });
    expect(found.shapes).toMatchObject({ value: [{ type: 't3.medium', attributesComplete: false }] });
    expect(groupsOf(instance(`ImageId: ${image}, IamInstanceProfile: shop-instances`))).toHaveLength(1);
  });

  test('is none with nothing but the image: nobody gives it a role or a cluster', () => {
    expect(groupsOf(instance(`ImageId: ${image}`))).toEqual([]);
  });

  test('may take the rest from a launch template', () => {
    const found = only(groupsOf(template('InstanceType: m5.large') + instance('LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: 1 }')));
    expect(found.cluster).toMatchObject({ value: { id: 'Cluster' } });
    expect(found.shapes).toMatchObject({ value: [{ type: 't3.medium' }] });
  });

  test('is none of ECS\'s where nothing speaks of it', () => {
    expect(groupsOf(instance('ImageId: ami-0123, UserData: !Ref Given'))).toEqual([]);
  });
});

test('an image decides what an instance registers', () => {
  const shape = (path: string, type: string) => {
    const { shapes } = only(groupsOf(template(`InstanceType: ${type}`).replace(image, `'${path}'`) + group(byTemplate)));
    return shapes.state === 'known' ? shapes.value[0] : undefined;
  };
  const ecs = (rest: string): string => `{{resolve:ssm:/aws/service/ecs/optimized-ami/${rest}}}`;
  expect(shape(ecs('amazon-linux-2/recommended/image_id'), 'g4dn.xlarge')?.gpus).toBe(0);
  expect(shape(ecs('amazon-linux-2/gpu/recommended/image_id'), 'g4dn.xlarge')?.gpus).toBe(1);
  expect(shape('ami-0123', 'g4dn.xlarge')?.gpus).toBe(1);
  expect(shape(ecs('amazon-linux-2/recommended/image_id'), 'p5.48xlarge')?.taskEnis).toBe(1);
  expect(shape('ami-0123', 'm5.large')).toMatchObject({ attributesComplete: false, memoryMiB: { most: 8070 } });
  const privileged = 'com.amazonaws.ecs.capability.privileged-container', bottlerocket = shape('{{resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id}}', 'm5.large');
  expect(shape(ecs('amazon-linux-2023/recommended/image_id'), 'm5.large')?.attributes.get(privileged)).toBe('');
  expect(bottlerocket?.attributes.get(privileged)).toBeUndefined();
  const windows = shape('{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id}}', 'm5.large');
  expect(windows).toMatchObject({ attributesComplete: false, taskEnis: 2, trunkedTaskEnis: 2, memoryMiB: { most: 8192 } });
  expect(windows?.attributes.get('ecs.os-family')).toBe('WINDOWS_SERVER_2022_CORE');
  expect(windows?.reservedPorts).toContainEqual({ port: 3389, protocol: 'tcp' });
});

test('a launch configuration is read as a launch template, with the role of its instance profile', () => {
  const found = only(groupsOf(`Role: { Type: AWS::IAM::Role }
Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role] } }
Config:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties: { ImageId: ${image}, InstanceType: t3.medium, IamInstanceProfile: !GetAtt Profile.Arn, SecurityGroups: [sg-1], AssociatePublicIpAddress: true }
${group('LaunchConfigurationName: !Ref Config')}`));
  expect(found.autoScalingGroup.launchTemplate).toMatchObject({
    value: { id: 'Config', instanceRole: { value: { id: 'Role' } }, securityGroups: { value: [{ value: 'sg-1' }] }, associatePublicIp: { value: true } },
  });
});

import type { Examples } from '../example';

const withVolume = (ebs: string, name = 'data', taskVolume = '{ Name: data, ConfiguredAtLaunch: true }') => `
  Resources:
    VolumeRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Version: '2012-10-17'
          Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }]
        ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRolePolicyForVolumes]
    Task:
      Properties:
        Volumes: [${taskVolume}]
        ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }]
    Service:
      Properties:
        VolumeConfigurations: [{ Name: ${name}, ManagedEBSVolume: { RoleArn: !GetAtt VolumeRole.Arn, ${ebs} } }]
`;
const at = (property: string) => `Service.Properties.VolumeConfigurations.0.${property}`;

export const serviceVolumeExamples: Examples = {
  rule: 'service-volume',
  bad: [
    { name: 'a volume of another name', over: 'fargateService', template: withVolume('SizeInGiB: 20', 'database'), expects: [{ at: at('Name'), message: 'noVolume' }] },
    {
      name: 'a volume that is not left to the service',
      over: 'fargateService',
      template: withVolume('SizeInGiB: 20', 'data', '{ Name: data }'),
      expects: [{ at: at('Name'), message: 'noVolume' }],
    },
    { name: 'a volume without a size', over: 'fargateService', template: withVolume('VolumeType: gp3'), expects: [{ at: at('ManagedEBSVolume.SizeInGiB'), message: 'noSize' }] },
    { name: 'more throughput than gp3 has', over: 'fargateService', template: withVolume('SizeInGiB: 200, Iops: 16000, Throughput: 3000'), expects: [{ at: at('ManagedEBSVolume.Throughput'), message: 'outOfRange' }] },
    {
      name: 'a small disk of the cold kind, with throughput',
      over: 'fargateService',
      template: withVolume('SizeInGiB: 20, VolumeType: sc1, Throughput: 200'),
      expects: [{ at: at('ManagedEBSVolume.SizeInGiB'), message: 'outOfRange' }, { at: at('ManagedEBSVolume.Throughput'), message: 'notOfType' }],
    },
    {
      name: 'a magnetic volume with a format of Windows for Linux on Fargate',
      over: 'fargateService',
      template: withVolume('SizeInGiB: 20, VolumeType: standard, FilesystemType: ntfs'),
      expects: [{ at: at('ManagedEBSVolume.VolumeType'), message: 'notOnFargate' }, { at: at('ManagedEBSVolume.FilesystemType'), message: 'otherSystem' }],
    },
    { name: 'a volume of type io2 without iops', over: 'fargateService', template: withVolume('SizeInGiB: 20, VolumeType: io2'), expects: [{ at: at('ManagedEBSVolume.Iops'), message: 'iopsRequired' }] },
    {
      name: 'more throughput than the iops allow',
      over: 'fargateService',
      template: withVolume('SizeInGiB: 20, VolumeType: gp3, Throughput: 1000'),
      expects: [{ at: at('ManagedEBSVolume.Throughput'), message: 'tooMany' }],
    },
    {
      name: 'more iops than the size allows',
      over: 'fargateService',
      template: withVolume('SizeInGiB: 10, VolumeType: io1, Iops: 1000'),
      expects: [{ at: at('ManagedEBSVolume.Iops'), message: 'tooMany' }],
    },
    {
      name: 'a volume that nobody configures',
      over: 'fargateService',
      template: withVolume('SizeInGiB: 20').replace(/VolumeConfigurations: .*/, 'VolumeConfigurations: null'),
      expects: [{ at: 'Service.Properties.VolumeConfigurations', message: 'notConfigured' }],
    },
  ],
  good: [
    { name: 'as much throughput as the iops allow, and as many of these as the size allows', over: 'fargateService', template: withVolume('SizeInGiB: 20, VolumeType: gp3, Iops: 4000, Throughput: 1000') },
    { name: 'the iops that every volume of gp3 has', over: 'fargateService', template: withVolume('SizeInGiB: 1, Iops: 3000, Throughput: 750') },
    { name: 'a volume of 20 GiB', over: 'fargateService', template: withVolume('SizeInGiB: 20') },
    { name: 'a volume with iops and throughput', over: 'fargateService', template: withVolume('SizeInGiB: 100, VolumeType: gp3, Iops: 4000, Throughput: 250') },
  ],
  unknown: [
    {
      name: 'the configuration of a volume that a condition may take away',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { IsTest: !Equals [!Ref Stage, test] }
        Resources:
          Service:
            Properties: { VolumeConfigurations: [!If [IsTest, { Name: data }, !Ref AWS::NoValue]] }
      `,
      expects: [{ at: 'Service.Properties.VolumeConfigurations.0.Name' }],
    },
    {
      name: 'a volume of which a condition decides whether it is configured at launch',
      over: 'fargateService',
      template: `
        Parameters: { Kind: { Type: String } }
        Conditions: { AtLaunch: !Equals [!Ref Kind, ebs] }
        Resources:
          Task:
            Properties: { Volumes: [{ Name: data, ConfiguredAtLaunch: !If [AtLaunch, true, false] }] }
          Service:
            Properties: { VolumeConfigurations: [{ Name: data }] }
      `,
      expects: [{ at: 'Task.Properties.Volumes.0.ConfiguredAtLaunch' }],
    },
    {
      name: 'a size from a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters: { Size: { Type: Number } }
        ${withVolume('SizeInGiB: !Ref Size').trim().split('\n').join('\n      ')}
      `,
      expects: [{ at: at('ManagedEBSVolume.SizeInGiB') }],
    },
  ],
};

import type { Examples } from '../example';

const template = (data: string) => `
        Resources:
          LaunchTemplate:
            Properties:
              LaunchTemplateData: { ${data} }
      `;
const mixed = (data: string) => `${template(data).trimEnd()}
          Group:
            Properties:
              LaunchTemplate: null
              MixedInstancesPolicy:
                InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 0 }
                LaunchTemplate:
                  LaunchTemplateSpecification: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }
                  Overrides: [{ InstanceType: m5.large }, { InstanceType: m5a.large }]
      `;
const at = (property: string) => `LaunchTemplate.Properties.LaunchTemplateData.${property}`;
const interfaces = 'NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true, Groups: [!Ref TaskSecurityGroup] }]';

export const launchTemplateExamples: Examples = {
  rule: 'launch-template',
  bad: [
    { name: 'security groups beside a network interface', over: 'ec2Service', template: template(`SecurityGroupIds: [!Ref TaskSecurityGroup], ${interfaces}`), expects: [{ at: at('SecurityGroupIds'), message: 'securityGroups' }] },
    { name: 'Spot Instances asked for twice', over: 'ec2Service', template: mixed('InstanceMarketOptions: { MarketType: spot }'), expects: [{ at: at('InstanceMarketOptions'), message: 'spot' }] },
    {
      name: 'an instance type, and requirements for one',
      over: 'ec2Service',
      template: template('InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 8192 } }'),
      expects: [{ at: at('InstanceType'), message: 'typeAndRequirements' }],
    },
    {
      name: 'a first volume smaller than that of the image',
      over: 'ec2Service',
      template: template('BlockDeviceMappings: [{ DeviceName: /dev/xvda, Ebs: { VolumeSize: 8, VolumeType: gp3 } }]'),
      expects: [{ at: at('BlockDeviceMappings.0.Ebs.VolumeSize'), message: 'smallVolume' }],
    },
  ],
  good: [
    { name: 'a larger first volume, and a small second one', over: 'ec2Service', template: template('BlockDeviceMappings: [{ DeviceName: /dev/xvda, Ebs: { VolumeSize: 50 } }, { DeviceName: /dev/xvdb, Ebs: { VolumeSize: 8 } }]') },
    { name: 'security groups of a network interface', over: 'ec2Service', template: template(`SecurityGroupIds: null, ${interfaces}`) },
    { name: 'Spot Instances of the policy', over: 'ec2Service', template: mixed('EbsOptimized: true') },
  ],
};

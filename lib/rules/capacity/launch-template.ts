import { imageFamilies } from '../../catalog/machine-images';
import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** An Auto Scaling group takes a launch template from which instances can be launched as the group wants them. */
export const launchTemplate = defineRule({
  id: 'launch-template',
  title: 'The Auto Scaling group does not take its launch template',
  severity: 'error',
  phase: 'create',
  subject: 'autoScalingGroup',
  explanation: 'EC2 makes a launch template without trying it out; what contradicts itself in it shows when an Auto Scaling group is to launch from it. Where it gives network interfaces, security groups belong to these. Where the group has a mixed instances policy, that says what is Spot. And an instance type is given, or requirements for one, not both. No volume is smaller than the snapshot that it is made of.',
  docs: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-launch-template.html',
  predicts: ['When a network interface is provided, the security groups must be a part of it.', 'You cannot use a launch template that is set to request Spot Instances', 'is smaller than snapshot'],
  facts: [imageFamilies],
  messages: {
    securityGroups: () => ({
      says: 'The launch template gives security groups beside its network interfaces.',
      fix: 'Move them to Groups of the network interface, or take NetworkInterfaces out.',
      ecsSays: 'Invalid launch template: When a network interface is provided, the security groups must be a part of it.',
    }),
    spot: ({ group }: { group: string }) => ({
      says: `The launch template requests Spot Instances, and ${group} has a mixed instances policy.`,
      fix: 'Take InstanceMarketOptions out, and set OnDemandPercentageAboveBaseCapacity of the policy to 0.',
      repair: [{ remove: true }],
      ecsSays: 'Incompatible launch template: You cannot use a launch template that is set to request Spot Instances (InstanceMarketOptions) when you configure an Auto Scaling group with a mixed instances policy.',
    }),
    smallVolume: ({ given, least }: { given: number; least: number }) => ({
      says: `The first volume is to have ${given} GiB, and the snapshot of the image has ${least}.`,
      fix: `Set VolumeSize to ${least} or more, or leave it out.`,
      repair: [{ set: least }],
      ecsSays: `Volume of size ${given}GB is smaller than snapshot '…', expect size >= ${least}GB`,
    }),
    typeAndRequirements: () => ({
      says: 'The launch template gives an instance type, and requirements for one.',
      fix: 'Take InstanceType out, or InstanceRequirements.',
      repair: [{ remove: true }],
    }),
  },
  check({ id, properties: group, ...named }, say) {
    const template = ifKnown(named.launchTemplate), image = template && ifKnown(template.image);
    const volume = (template && ifKnown(template.properties.get('BlockDeviceMappings').list()))?.find(mapping => ifKnown(mapping.get('DeviceName').text()) === '/dev/xvda');
    const size = volume?.get('Ebs', 'VolumeSize').integer(), given = size && ifKnown(size);
    if (template && size && given !== undefined && image?.rootGiB !== undefined && given < image.rootGiB) say.violated('smallVolume', size, { given, least: image.rootGiB }, { related: [template] });
    if (template?.type !== 'AWS::EC2::LaunchTemplate') return;
    const { properties } = template, about = { related: [template] };
    const isGiven = (name: string): boolean => properties.get(name).given === 'yes' && ifKnown(properties.get(name).list())?.length !== 0;
    const beside = ['SecurityGroupIds', 'SecurityGroups'].find(isGiven), market = properties.get('InstanceMarketOptions'), type = properties.get('InstanceType');
    if (beside !== undefined && isGiven('NetworkInterfaces')) say.violated('securityGroups', properties.get(beside), undefined, about);
    if (group.get('MixedInstancesPolicy').given === 'yes' && market.given === 'yes' && ifKnown(market.get('MarketType').text()) === 'spot') say.violated('spot', market, { group: id }, about);
    if (type.given === 'yes' && properties.get('InstanceRequirements').given === 'yes') say.violated('typeAndRequirements', type, undefined, about);
  },
});

import { defineRule } from '../rule';

/** An Auto Scaling group says what it launches, and where. */
export const autoScalingGroupLaunch = defineRule({
  id: 'auto-scaling-group-launch',
  title: 'The Auto Scaling group does not say what it launches, or where',
  severity: 'error',
  phase: 'create',
  subject: 'autoScalingGroup',
  explanation: 'An Auto Scaling group launches instances from a launch template or from a launch configuration, in subnets or Availability Zones that it names. EC2 Auto Scaling takes no group that leaves one of these out.',
  docs: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html',
  predicts: ['At least one Availability Zone or VPC Subnet is required.', 'Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.'],
  facts: [],
  messages: {
    nowhere: () => ({
      says: 'The group names neither subnets nor Availability Zones.',
      fix: 'Give it VPCZoneIdentifier with the subnets of its instances.',
      ecsSays: 'At least one Availability Zone or VPC Subnet is required.',
    }),
    nothing: () => ({
      says: 'The group has no launch template.',
      fix: 'Give it a LaunchTemplate, or a MixedInstancesPolicy with one.',
      ecsSays: 'Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.',
    }),
  },
  check({ properties }, say) {
    const lacksAll = (...names: readonly string[]): boolean => names.every(name => properties.get(name).given === 'no');
    if (lacksAll('VPCZoneIdentifier', 'AvailabilityZones', 'AvailabilityZoneIds')) say.violated('nowhere', properties.get('VPCZoneIdentifier'), undefined);
    if (lacksAll('LaunchTemplate', 'MixedInstancesPolicy', 'LaunchConfigurationName', 'InstanceId')) say.violated('nothing', properties.get('LaunchTemplate'), undefined);
  },
});

import { defineRule } from '../rule';

/** An Auto Scaling group says what it launches, and where. */
export const autoScalingGroupLaunch = defineRule({
  id: 'auto-scaling-group-launch',
  title: 'The Auto Scaling group does not say, once, what it launches and where',
  severity: 'error',
  phase: 'create',
  subject: 'autoScalingGroup',
  explanation: 'An Auto Scaling group launches instances from a launch template or from a launch configuration, in subnets or Availability Zones that it names. EC2 Auto Scaling takes no group that leaves one of these out, or that says twice what it launches.',
  docs: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html',
  predicts: ['At least one Availability Zone or VPC Subnet is required.', 'Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.', 'Valid requests must contain either launchTemplateId or LaunchTemplateName'],
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
    twice: ({ first, second }: { first: string; second: string }) => ({
      says: `The group gives ${first} and ${second}, of which either would say what it launches.`,
      fix: `Take ${first} out, or ${second}.`,
      ecsSays: 'Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.',
    }),
    idAndName: () => ({
      says: 'The launch template is given by its id and by its name.',
      fix: 'Take LaunchTemplateName out.',
      repair: [{ remove: true }],
      ecsSays: 'Valid requests must contain either launchTemplateId or LaunchTemplateName',
    }),
  },
  check({ properties }, say) {
    const lacksAll = (...names: readonly string[]): boolean => names.every(name => properties.get(name).given === 'no');
    if (lacksAll('VPCZoneIdentifier', 'AvailabilityZones', 'AvailabilityZoneIds')) say.violated('nowhere', properties.get('VPCZoneIdentifier'), undefined);
    const [first, second] = sources.filter(name => properties.get(name).given === 'yes');
    if (lacksAll(...sources)) say.violated('nothing', properties.get('LaunchTemplate'), undefined);
    if (first !== undefined && second !== undefined) say.violated('twice', properties.get(second), { first, second });
    for (const named of [properties.get('LaunchTemplate'), properties.get('MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification')]) {
      const name = named.get('LaunchTemplateName');
      if (name.given === 'yes' && named.get('LaunchTemplateId').given === 'yes') say.violated('idAndName', name, undefined);
    }
  },
});

const sources = ['LaunchTemplate', 'MixedInstancesPolicy', 'LaunchConfigurationName', 'InstanceId'];

import { beyondLaunchConfigurations, completeFamilies, instanceSizes } from '../../catalog/instance-type-names';
import { allInstanceTypes, instanceType as typeNamed, instanceTypes } from '../../catalog/instance-types';
import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** What an Auto Scaling group is to launch is a type of instance that there is. */
export const instanceType = defineRule({
  id: 'instance-type',
  title: 'EC2 has no instance of this type',
  severity: 'error',
  phase: 'create',
  subject: 'autoScalingGroup',
  explanation: 'The name of an instance type is a family and a size, with a point between. No family has all sizes. Families and sizes that may be newer than Drydock are taken as they stand. Launch configurations, which launch templates have replaced, take no type that came after 2022.',
  docs: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html',
  predicts: ['is not valid', 'Invalid value'],
  facts: [beyondLaunchConfigurations, completeFamilies, instanceSizes, instanceTypes],
  messages: {
    noSize: ({ type, sizes }: { type: string; sizes: readonly string[] }) => ({
      says: `${type} is no instance type: it is not a family and one of its sizes, as m5.large is.`,
      fix: sizes.length === 0 ? 'Write the type as EC2 lists it.' : `Take one of ${sizes.join(', ')}.`,
      ecsSays: `The specified instance type ${type} is not valid`,
    }),
    notInFamily: ({ type, sizes }: { type: string; sizes: readonly string[] }) => ({
      says: `There is no ${type}. That family has ${sizes.join(', ')}.`,
      fix: 'Take one of these, or another family.',
      ecsSays: `The specified instance type ${type} is not valid`,
    }),
    tooNew: ({ type }: { type: string }) => ({
      says: `${type} came after 2022, and launch configurations take no newer types.`,
      fix: 'Launch the group from a launch template.',
      ecsSays: `The specified instance type ${type} is not valid`,
    }),
  },
  check({ choices }, say) {
    for (const { instanceTypes: named, launchTemplate } of ifKnown(choices) ?? []) {
      // What EC2 chooses by requirements is there.
      const [type = '', ...others] = ifKnown(named) ?? [], template = ifKnown(launchTemplate), about = { related: template ? [template] : [] };
      if (!/^[a-z]/i.test(type) || others.length > 0) continue;
      if (typeNamed(type.toLowerCase())) {
        if (template?.type === 'AWS::AutoScaling::LaunchConfiguration' && beyondLaunchConfigurations.value.test(type)) say.violated('tooNew', named, { type }, about);
        continue;
      }
      const [family = '', size = ''] = type.split('.'), sizes = sizesOf(family);
      if (!instanceSizes.value.test(size.toLowerCase())) say.violated('noSize', named, { type, sizes }, about);
      else if (sizes.length > 0 && completeFamilies.value.test(family)) say.violated('notInFamily', named, { type, sizes }, about);
    }
  },
});

function sizesOf(family: string): readonly string[] {
  return allInstanceTypes().flatMap(({ name }) => (name.startsWith(`${family}.`) ? [name] : []));
}

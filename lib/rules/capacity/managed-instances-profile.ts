import { partsOf, showText } from '../../core/text';
import { ownerOf } from '../../finding/finding';
import { isOfManagedInstances } from '../../model/capacity/capacity-provider';
import { defineRule } from '../rule';

/** Managed Instances have their role from an instance profile, which the capacity provider names by its ARN. */
export const managedInstancesProfile = defineRule({
  id: 'managed-instances-profile',
  title: 'Managed Instances get no role from what is named as their instance profile',
  severity: 'error',
  phase: 'place',
  subject: 'capacityProvider',
  explanation: 'Ec2InstanceProfileArn takes the ARN of an instance profile that holds the role of the instances. The ARN of the role itself, or a name, is something else, and a profile without a role gives none: instances without it never register with the cluster.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-instance-profile.html',
  predicts: ['instance profile'],
  facts: [],
  messages: {
    other: ({ given, isName }: { given: string; isName: boolean }) => ({
      says: `Ec2InstanceProfileArn is ${given}, which is ${isName ? 'the name of an instance profile' : 'the ARN of a role'}.`,
      fix: isName ? 'Write !GetAtt PROFILE.Arn.' : 'Add an AWS::IAM::InstanceProfile with the role in its Roles, and name its Arn.',
      phase: 'create',
    }),
    empty: ({ profile }: { profile: string }) => ({
      says: `The instance profile ${profile} holds no role.`,
      fix: 'Name the role of the instances in its Roles: one that trusts ec2.amazonaws.com and has AmazonECSInstanceRolePolicyForManagedInstances.',
    }),
  },
  check(provider, say, { instanceProfiles, roles }) {
    if (isOfManagedInstances(provider) !== 'yes') return;
    const given = provider.properties.get('ManagedInstancesProvider', 'InstanceLaunchTemplate', 'Ec2InstanceProfileArn').text();
    const is = given.state === 'absent' ? undefined : given.is, role = ownerOf(is, roles);
    const profile = ownerOf(is, instanceProfiles), isName = profile !== undefined && is?.kind === 'attribute' && is.attribute === 'Ref';
    const isRole = role !== undefined || (partsOf(given) ?? []).some(part => typeof part === 'string' && part.includes(':role/'));
    if (isRole || isName) say.violated('other', given, { given: showText(given), isName }, { related: [role ?? profile ?? provider] });
    else if (provider.instanceRole.state === 'absent' && given.state !== 'absent') say.violated('empty', provider.instanceRole, { profile: profile?.id ?? showText(given) });
  },
});

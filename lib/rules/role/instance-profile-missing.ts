import { neededPermissions } from '../../catalog/needed-permissions';
import type { Answer } from '../../core/identity';
import { below, type Origin } from '../../core/origin';
import { startsWith } from '../../core/text';
import type { Value } from '../../core/value';
import { accountStack, ownerOf, type Change } from '../../finding/finding';
import { reference } from '../../finding/written';
import type { LaunchTemplate } from '../../model/capacity/launch-template';
import type { Model } from '../../model/model';
import type { Role } from '../../model/role';
import { newResource } from '../additions';
import { defineRule } from '../rule';
import { roleFor } from './granting';

/** A container instance has the role of its instance profile; without one the agent cannot register it. */
export const instanceProfileMissing = defineRule({
  id: 'instance-profile-missing',
  title: 'The container instances have no role',
  severity: 'error',
  phase: 'place',
  subject: 'instanceGroup',
  explanation: 'The ECS agent registers its instance with the role that the instance has from its instance profile. Without a profile, or with one that holds no role, the instance starts, and never becomes a container instance of the cluster.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
  predicts: ['Invalid IAM Instance Profile', 'No Container Instances were found in your cluster'],
  facts: [neededPermissions],
  messages: {
    missing: ({ template, group, repair }: { template: string; group: string; repair: readonly Change[] | undefined }) => ({
      says: `${template} names no instance profile with a role, so the agents on the instances of ${group} cannot register them.`,
      fix: 'Give it an IamInstanceProfile with a role that trusts ec2.amazonaws.com and has AmazonEC2ContainerServiceforEC2Role.',
      ...(repair ? { repair } : {}),
      ecsSays: 'No Container Instances were found in your cluster.',
    }),
    role: ({ role, repair }: { role: string; repair: readonly Change[] | undefined }) => ({
      says: `IamInstanceProfile is the role ${role} itself, where EC2 takes an instance profile that holds it.`,
      fix: `Add an AWS::IAM::InstanceProfile with ${role} in its Roles, and name that.`,
      ...(repair ? { repair } : {}),
      ecsSays: 'Invalid IAM Instance Profile name',
      phase: 'create',
    }),
    wrongForm: ({ wants, given }: { wants: 'an ARN' | 'a name'; given: string }) => ({
      says: `IamInstanceProfile.${given} takes ${wants === 'an ARN' ? 'the ARN of an instance profile, and its name' : 'the name of an instance profile, and its ARN'} is given.`,
      fix: wants === 'an ARN' ? 'Write !GetAtt PROFILE.Arn, or Name in the place of Arn.' : 'Write !Ref PROFILE, or Arn in the place of Name.',
      ecsSays: wants === 'an ARN' ? 'Invalid IAM Instance Profile ARN' : 'Invalid IAM Instance Profile name',
    }),
  },
  check({ autoScalingGroup }, say, model) {
    const { roles } = model;
    const template = say.need(autoScalingGroup.launchTemplate), profile = template?.properties.get('IamInstanceProfile');
    if (!template || !profile) return;
    // In a launch template it is a map; a launch configuration and an instance have the name or the ARN alone.
    const [arn, name] = profile.map().state === 'known' ? ['Arn', 'Name'].map(key => profile.get(key).text()) : [];
    for (const given of arn && name ? [arn, name] : [profile.text()]) {
      const role = ownerOf(given.state === 'unknown' ? given.is : undefined, roles);
      if (role) return say.violated('role', given, { role: role.id, repair: inProfile(role, given.at, given === arn, model) }, { related: [template, role, autoScalingGroup] });
    }
    if (arn && arn.state !== 'absent' && template.instanceRole.state !== 'unknown' && isArn(arn) === 'no') say.violated('wrongForm', arn, { wants: 'an ARN', given: 'Arn' });
    if (name && name.state !== 'absent' && isArn(name) === 'yes') say.violated('wrongForm', name, { wants: 'a name', given: 'Name' });
    if (template.instanceRole.state !== 'absent') return;
    const isLeftOut = profile.given === 'no', repair = isLeftOut ? newProfile(template, profile.at, model) : undefined;
    say.violated('missing', isLeftOut ? profile : template.instanceRole, { template: template.id, group: autoScalingGroup.id, repair }, { related: [template] });
  },
});

/** Ref gives the name of an instance profile; what it gives of another resource is asked nowhere. */
function isArn(value: Value<string>): Answer {
  return value.state === 'unknown' && value.is?.kind === 'attribute' && value.is.attribute === 'Ref' ? 'no' : startsWith(value, 'arn:');
}

function inProfile({ id, stack, exists }: Pick<Role, 'id' | 'stack' | 'exists'>, at: Origin, byArn: boolean, model: Model): readonly Change[] | undefined {
  if (exists.state !== 'known' || at.stack !== stack || stack === accountStack) return undefined;
  const profile = newResource(stack, `${id}Profile`, { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [reference(id)] } }, model);
  return [profile.add, { at, set: reference(profile.id, byArn ? 'Arn' : 'Ref') }];
}

/** A launch template names a profile in a map, a launch configuration as a text. */
function newProfile({ id, stack, exists, type }: LaunchTemplate, at: Origin, model: Model): readonly Change[] | undefined {
  const { managedPolicy = '' } = neededPermissions.value.registration, role = newResource(stack, `${id}Role`, roleFor('ec2.amazonaws.com', [managedPolicy]), model);
  const isTemplate = type === 'AWS::EC2::LaunchTemplate', rest = inProfile({ id: role.id, stack, exists }, isTemplate ? below(at, 'Arn') : at, isTemplate, model);
  return rest && [role.add, ...rest];
}

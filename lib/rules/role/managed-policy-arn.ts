import { managedPolicies } from '../../catalog/managed-policies';
import { showText } from '../../core/text';
import { meantManagedPolicy } from '../../iam/managed-policy';
import { textsIn } from '../../iam/texts-in';
import { defineRule } from '../rule';

/** Part of the ARN of many policies of AWS's own is a path, as `service-role/`, and without it there is no such policy. */
export const managedPolicyArn = defineRule({
  id: 'managed-policy-arn',
  title: 'There is no managed policy of this ARN',
  severity: 'error',
  phase: 'create',
  subject: 'role',
  explanation: 'Some policies of AWS\'s own stand below a path, most of them below service-role/, and others do not. IAM finds a policy by the whole ARN alone, and CloudFormation cannot create a role that names another.',
  docs: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
  predicts: ['does not exist or is not attachable'],
  facts: [managedPolicies],
  messages: {
    notArn: ({ given }: { given: string }) => ({
      says: `ManagedPolicyArns takes ARNs, and ${given} is none.`,
      fix: 'Write the whole ARN of the policy.',
      ecsSays: `ARN ${given} is not valid.`,
    }),
    elsewhere: ({ given, name }: { given: string; name: string }) => ({
      says: `${given} is no policy; the one that is meant is ${name}.`,
      fix: `Write arn:aws:iam::aws:policy/${name}.`,
      ecsSays: `Policy ${given} does not exist or is not attachable.`,
    }),
  },
  check({ properties }, say) {
    for (const arn of textsIn(properties.get('ManagedPolicyArns'))) {
      if (arn.state === 'known' && !arn.value.startsWith('arn:')) say.violated('notArn', arn, { given: arn.value });
      const name = meantManagedPolicy(arn);
      if (name !== undefined) say.violated('elsewhere', arn, { given: showText(arn), name });
    }
  },
});

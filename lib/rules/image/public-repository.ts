import { ifKnown } from '../../core/value';
import { textsIn } from '../../iam/texts-in';
import { documentIn } from '../../iam/json';
import { defineRule } from '../rule';

/** A repository from which everybody may pull is meant to be a public one, which is another service. */
export const publicRepository = defineRule({
  id: 'public-repository',
  title: 'Everybody with an AWS account may use the repository',
  severity: 'advice',
  phase: 'create',
  subject: 'resource',
  types: ['AWS::ECR::Repository'],
  explanation: 'A repository policy that allows something to everybody, without a condition, opens the repository to all AWS accounts: their pulls are billed to its owner, and what is in its images is read by all. For images that are meant for everybody there is Amazon ECR Public.',
  docs: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
  predicts: [],
  facts: [],
  messages: {
    everybody: ({ actions }: { actions: string }) => ({
      says: `The repository policy allows ${actions} to everybody.`,
      fix: 'Name the accounts in Principal, or add a condition, as aws:PrincipalOrgID.',
    }),
  },
  check({ properties }, say) {
    for (const statement of ifKnown(documentIn(properties.get('RepositoryPolicyText')).get('Statement').listOrOne()) ?? []) {
      const principal = statement.get('Principal'), named = [...textsIn(principal), ...textsIn(principal.get('AWS'))];
      const isOpen = ifKnown(statement.get('Effect').text()) === 'Allow' && statement.get('Condition').given === 'no' && named.some(text => ifKnown(text) === '*');
      const actions = textsIn(statement.get('Action')).flatMap(action => ifKnown(action) ?? []);
      if (isOpen) say.violated('everybody', statement, { actions: actions.join(', ') });
    }
  },
});

import { fact } from './fact';

/** How policies of IAM are written. */
export const policyGrammar = fact({
  id: 'policy-grammar',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
    read: '2026-11-22',
    says: 'The versions, the two effects in their letters, an action, and a resource that policies of identities need and trust policies do not take. The Sid of a policy in IAM holds letters and numbers, and is there once (reference_policies_elements_sid.html).',
  },
  value: { versions: ['2012-10-17', '2008-10-17'], effects: ['Allow', 'Deny'], sid: '^[A-Za-z0-9]*$', action: '^(\\*(:\\*)?|[A-Za-z0-9-]+:.+)$', resource: '^(\\*|arn:)' },
});

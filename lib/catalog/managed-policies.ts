import { fact } from './fact';
import statements from './data/managed-policies.json';

/** The statements of AWS managed policies, as JSON, by what stands behind `policy/` in their ARNs. Made by `tools/import-facts.mjs`. */
export const managedPolicies = fact<Readonly<Record<string, string>>>({
  id: 'managed-policies',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
    read: '2026-11-20',
    says: 'The default versions as iann0036/iam-dataset recorded them (2026-08-22), equal to those of zoph-io/MAMIP (2026-03-07) for the 50 that are of one version in both; ' +
      'AdministratorAccess, PowerUserAccess and those that roles of other services have (read 2026-11-22) are of the latter.',
  },
  value: statements,
});

import { fact } from './fact';

/** How many values all conditions of a rule may have together. */
export const conditionValues = fact({
  id: 'condition-values',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
    read: '2026-11-21',
    says: 'Condition values per rule: 5, which cannot be raised.',
  },
  value: 5,
});

/** The priorities that a rule of a listener may have. */
export const rulePriorities = fact({
  id: 'rule-priorities',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html',
    read: '2026-11-21',
    says: 'Priority: valid range 1 to 50000; Conditions and Actions are required.',
  },
  value: { least: 1, most: 50000 },
});

/** The property that holds what a condition compares, beside Values; and whether a rule has one such condition at most. */
export const ruleConditions = fact<Readonly<Record<string, { readonly config: string; readonly isSingle: boolean }>>>({
  id: 'rule-conditions',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html',
    read: '2026-11-22',
    says: 'Each rule can include up to one each of host-header, http-request-method, path-pattern and source-ip, and one or more of http-header and query-string. Without the config of its field or Values: "For conditions of type path-pattern, you must specify the following fields". Methods have the characters A-Z, hyphen and underscore; addresses are in CIDR format.',
  },
  value: {
    'host-header': { config: 'HostHeaderConfig', isSingle: true },
    'http-header': { config: 'HttpHeaderConfig', isSingle: false },
    'http-request-method': { config: 'HttpRequestMethodConfig', isSingle: true },
    'path-pattern': { config: 'PathPatternConfig', isSingle: true },
    'query-string': { config: 'QueryStringConfig', isSingle: false },
    'source-ip': { config: 'SourceIpConfig', isSingle: true },
  },
});

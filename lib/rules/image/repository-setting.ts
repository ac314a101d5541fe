import { repositoryNameForm } from '../../catalog/names';
import { ifKnown } from '../../core/value';
import { documentIn } from '../../iam/json';
import type { Resource } from '../../model/model';
import { defineRule, type Say } from '../rule';

/** A repository of ECR has a name in small letters, and a lifecycle policy whose rules are whole. */
export const repositorySetting = defineRule({
  id: 'repository-setting',
  title: 'ECR does not take the repository as it stands',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: ['AWS::ECR::Repository'],
  explanation: 'Names of repositories are made of small letters and numbers, with single periods, underscores, hyphens and slashes between them. A lifecycle policy is JSON: rules, each with a priority of its own, the images that it selects, and an action. ECR refuses others.',
  docs: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html',
  predicts: ['failed to satisfy constraint', 'Lifecycle policy validation failure'],
  facts: [repositoryNameForm],
  messages: {
    name: ({ name }: { name: string }) => ({
      says: `The name is ${JSON.stringify(name)}; ECR takes small letters and numbers, with single periods, underscores, hyphens and slashes between them.`,
      fix: 'Give it a name of these characters.',
      ecsSays: "Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression'",
    }),
    noJson: () => ({
      says: 'The text of the lifecycle policy is no JSON.',
      fix: 'Write it as JSON: { "rules": [ … ] }.',
      ecsSays: "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure'",
    }),
    missing: ({ rule, key }: { rule: number; key: string }) => ({
      says: `Rule ${rule} of the lifecycle policy has no ${key}.`,
      fix: `Give it ${key}.`,
      ecsSays: "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure'",
    }),
    samePriority: ({ priority }: { priority: number }) => ({
      says: `Two rules of the lifecycle policy have the priority ${priority}.`,
      fix: 'Give each rule a priority of its own.',
      ecsSays: "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure'",
    }),
  },
  check({ properties }, say) {
    const given = properties.get('RepositoryName').text(), name = ifKnown(given);
    if (name !== undefined && !new RegExp(repositoryNameForm.value).test(name)) say.violated('name', given, { name });
    checkPolicy(properties.get('LifecyclePolicy', 'LifecyclePolicyText'), say);
  },
});

type Property = Resource['properties'];

function checkPolicy(given: Property, say: Say<(typeof repositorySetting)['messages']>): void {
  const text = given.value(), document = documentIn(given);
  if (text.state === 'known' && document === given && typeof text.value === 'string') return say.violated('noJson', text, undefined);
  const priorities = new Set<number>();
  for (const [i, rule] of (ifKnown(document.get('rules').list()) ?? []).entries()) {
    const missing = demanded.find(keys => rule.get(...keys).given === 'no');
    if (missing) say.violated('missing', given, { rule: i + 1, key: missing.join('.') });
    const priority = ifKnown(rule.get('rulePriority').integer());
    if (priority !== undefined && priorities.has(priority)) say.violated('samePriority', given, { priority });
    if (priority !== undefined) priorities.add(priority);
  }
}

/** What each rule of a lifecycle policy has. */
const demanded: readonly (readonly [string, ...string[]])[] = [['rulePriority'], ['selection', 'tagStatus'], ['selection', 'countType'], ['selection', 'countNumber'], ['action', 'type']];

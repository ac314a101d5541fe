import { nameForm } from '../../catalog/names';
import { partsOf, showText } from '../../core/text';
import { defineRule } from '../rule';

/** Clusters, capacity providers, services and families have names of letters, numbers, hyphens and underscores. */
export const resourceName = defineRule({
  id: 'resource-name',
  title: 'ECS does not take this name',
  severity: 'error',
  phase: 'create',
  subject: 'named',
  explanation: 'The name of a cluster, a capacity provider, a service or a family of task definitions holds up to 255 letters, numbers, hyphens and underscores. ECS refuses other characters, among them dots, slashes and spaces.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  predicts: ['ClusterName must match', 'ServiceName must match', 'Family contains invalid characters.'],
  facts: [nameForm],
  messages: {
    form: ({ name, ecsSays }: { name: string; ecsSays: string }) => ({
      says: `The name is ${JSON.stringify(name)}; ECS takes up to 255 letters, numbers, hyphens and underscores.`,
      fix: 'Give it a name of these.',
      ecsSays,
    }),
  },
  check({ type, name: given }, say) {
    // A name that CloudFormation makes up is one that ECS takes.
    if (given.state === 'unknown' && given.why.kind === 'created') return;
    const known = (partsOf(given) ?? []).filter(part => typeof part === 'string');
    if (known.some(part => !new RegExp(nameForm.value).test(part))) say.violated('form', given, { name: showText(given), ecsSays: answers[type] ?? '' });
    else if (known.length === 0) say.need(given);
  },
});

const answers: Readonly<Record<string, string>> = {
  'AWS::ECS::CapacityProvider': 'The specified capacity provider name is invalid.',
  'AWS::ECS::Cluster': `ClusterName must match ${nameForm.value}`,
  'AWS::ECS::Service': `ServiceName must match ${nameForm.value}`,
  'AWS::ECS::TaskDefinition': 'Family contains invalid characters.',
};

import { loadBalancerNameForm, nameForm } from '../../catalog/names';
import { partsOf, showText } from '../../core/text';
import type { Value } from '../../core/value';
import { defineRule } from '../rule';

/** Clusters, capacity providers, services and families have names of letters, numbers, hyphens and underscores; load balancers and target groups shorter ones. */
export const resourceName = defineRule({
  id: 'resource-name',
  title: 'AWS does not take this name',
  severity: 'error',
  phase: 'create',
  subject: 'named',
  explanation: 'The name of a cluster, a capacity provider, a service or a family of task definitions holds up to 255 letters, numbers, hyphens and underscores. ECS refuses other characters, among them dots, slashes and spaces. The name of a load balancer or a target group holds up to 32 letters, numbers and hyphens.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  predicts: ['ClusterName must match', 'cannot begin or end with a hyphen', 'ServiceName must match', 'Family contains invalid characters.', "cannot be longer than '32' characters"],
  facts: [nameForm, loadBalancerNameForm],
  messages: {
    edge: ({ name }: { name: string }) => ({
      says: `The name is ${name}; names of load balancers and target groups neither begin nor end with a hyphen, and those of load balancers do not begin with internal-.`,
      fix: 'Give it another name.',
      ecsSays: `The load balancer name '${name}' cannot begin or end with a hyphen(-), or begin with 'internal-'`,
    }),
    form: ({ name, takes, ecsSays, isUnfilled }: { name: string; takes: string; ecsSays: string; isUnfilled: boolean }) => ({
      says: `The name is ${JSON.stringify(name)}; AWS takes up to ${takes}.`,
      fix: isUnfilled ? 'Put it under Fn::Sub, which alone fills in what stands in ${…}, or give it a name of these characters.' : 'Give it a name of these characters.',
      ecsSays,
    }),
  },
  check({ type, name: given }, say) {
    if (ofLoadBalancing[type] === undefined && answers[type] === undefined) return;
    // A name that CloudFormation makes up is one that ECS takes.
    if (given.state === 'unknown' && given.why.kind === 'created') return;
    const known = (partsOf(given) ?? []).filter(part => typeof part === 'string'), { form, takes, ecsSays } = formOf(type, showText(given));
    if (known.some(part => !new RegExp(form).test(part))) say.violated('form', given, { name: showText(given), takes, ecsSays, isUnfilled: known.some(part => part.includes('${')) });
    else if (isAtEdge(given, type)) say.violated('edge', given, { name: showText(given) });
    else if (known.length === 0 && !(isStackName(given) && form === nameForm.value)) say.need(given);
  },
});

/** Whether the name of something of load balancing begins or ends as it may not. What AWS makes up, or a parameter gives, neither begins nor ends with a hyphen as far as anybody knows. */
function isAtEdge(name: Value<string>, type: string): boolean {
  const parts = partsOf(name) ?? [], first = parts[0] ?? '', last = parts.at(-1) ?? '';
  if (ofLoadBalancing[type] === undefined) return false;
  return (typeof first === 'string' && (first.startsWith('-') || (type.endsWith('::LoadBalancer') && first.startsWith('internal-')))) || (typeof last === 'string' && last.endsWith('-'));
}

/** What ECS takes as a name: a stack's is of up to 128 letters, numbers and hyphens. */
function isStackName(name: Value<string>): boolean {
  return name.state === 'unknown' && name.is?.kind === 'pseudo' && name.is.name === 'AWS::StackName';
}

/** The form of a name and what AWS says to another. */
function formOf(type: string, name: string): { readonly form: string; readonly takes: string; readonly ecsSays: string } {
  const what = ofLoadBalancing[type];
  if (what === undefined) return { form: nameForm.value, takes: '255 letters, numbers, hyphens and underscores', ecsSays: answers[type] ?? '' };
  const ecsSays = name.length > 32 ? `${what} name '${name}' cannot be longer than '32' characters` : `${what} name '${name}' can only contain characters that are alphanumeric characters and hyphens(-)`;
  return { form: loadBalancerNameForm.value, takes: '32 letters, numbers and hyphens', ecsSays };
}

const ofLoadBalancing: Readonly<Record<string, string>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'The load balancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'Target group',
};

const answers: Readonly<Record<string, string>> = {
  'AWS::ECS::CapacityProvider': 'The specified capacity provider name is invalid.',
  'AWS::ECS::Cluster': `ClusterName must match ${nameForm.value}`,
  'AWS::ECS::Service': `ServiceName must match ${nameForm.value}`,
  'AWS::ECS::TaskDefinition': 'Family contains invalid characters.',
};

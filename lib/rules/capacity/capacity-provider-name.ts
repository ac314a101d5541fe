import { capacityProviderNames } from '../../catalog/capacity-provider-limits';
import { partsOf } from '../../core/text';
import { listed } from '../listed';
import { defineRule } from '../rule';

/** Names that begin like those of ECS's own capacity providers are reserved. */
export const capacityProviderName = defineRule({
  id: 'capacity-provider-name',
  title: 'The capacity provider has a name that ECS keeps for itself',
  severity: 'error',
  phase: 'create',
  subject: 'capacityProvider',
  explanation: 'ECS refuses a capacity provider whose name begins with aws, ecs or fargate, in any case.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html',
  predicts: ['The specified capacity provider name is invalid', 'The name cannot be prefixed with "aws", "ecs", or "fargate"'],
  facts: [capacityProviderNames],
  messages: {
    reserved: ({ beginning, prefix }: { beginning: string; prefix: string }) => ({
      says: `The name begins with "${beginning}"; those that begin with ${prefix} are ECS's own, as are those with ${listed(capacityProviderNames.value.reserved.filter(word => word !== prefix))}.`,
      fix: 'Let the name begin with something else.',
      repair: [{ remove: true }],
      ecsSays: 'The specified capacity provider name is invalid. The name cannot be prefixed with "aws", "ecs", or "fargate".',
    }),
  },
  check({ properties }, say) {
    const name = properties.get('Name').text(), [first = ''] = partsOf(name) ?? [];
    if (typeof first !== 'string') return void say.need(name);
    const beginning = first.toLowerCase(), { reserved } = capacityProviderNames.value;
    const prefix = reserved.find(word => beginning.startsWith(word));
    if (prefix !== undefined) say.violated('reserved', name, { beginning: first, prefix });
    else if (reserved.some(word => word.startsWith(beginning))) say.need(name);
  },
});

import { capacityProviderLimits, capacityProviderValues } from '../../catalog/capacity-provider-limits';
import type { CapacityProvider } from '../../model/capacity/capacity-provider';
import { beyondLimits, limitWords } from '../limits';
import { defineRule, type Say } from '../rule';
import { unknownWords, unknownWordWords } from '../values';

/** A capacity provider is of an Auto Scaling group or of Managed Instances, with settings that ECS takes. */
export const capacityProviderSetting = defineRule({
  id: 'capacity-provider-setting',
  title: 'ECS does not take the settings of the capacity provider',
  severity: 'error',
  phase: 'create',
  subject: 'capacityProvider',
  explanation: 'A capacity provider has either an AutoScalingGroupProvider or a ManagedInstancesProvider. Target capacity, scaling steps, warm-up and storage have bounds, and Managed Instances are chosen by a range of vCPUs and one of memory. ECS or CloudFormation refuses other capacity providers.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html',
  predicts: ['is not a valid enum value', 'InvalidParameterException', 'ClientException'],
  facts: [capacityProviderLimits, capacityProviderValues],
  messages: {
    beyond: limitWords,
    unknownWord: unknownWordWords,
    kinds: ({ both }: { both: boolean }) => ({
      says: both ? 'The capacity provider has an AutoScalingGroupProvider and a ManagedInstancesProvider.' : 'The capacity provider has neither an AutoScalingGroupProvider nor a ManagedInstancesProvider.',
      fix: both ? 'Make two capacity providers of it, or take one of the two out.' : 'Give it the one or the other.',
    }),
    reversed: ({ property, min, max }: { property: string; min: number; max: number }) => ({
      says: `${property} goes from ${min} to ${max}; no instance type is within.`,
      fix: 'Let Max be at least Min.',
    }),
  },
  check({ properties }, say) {
    for (const { at, data } of beyondLimits(properties, capacityProviderLimits.value, say)) say.violated('beyond', { at }, data);
    for (const { at, data } of unknownWords(properties, capacityProviderValues.value, say)) say.violated('unknownWord', { at }, data);
    const kinds = ['AutoScalingGroupProvider', 'ManagedInstancesProvider'].map(name => properties.get(name).given);
    if (kinds.every(given => given === 'yes')) say.violated('kinds', properties.get('ManagedInstancesProvider'), { both: true });
    if (kinds.every(given => given === 'no')) say.violated('kinds', properties.get('AutoScalingGroupProvider'), { both: false });
    checkRequirements(properties.get('ManagedInstancesProvider', 'InstanceLaunchTemplate', 'InstanceRequirements'), say);
  },
});

function checkRequirements(requirements: CapacityProvider['properties'], say: Say<(typeof capacityProviderSetting)['messages']>): void {
  if (requirements.given !== 'yes') return;
  for (const property of ['VCpuCount', 'MemoryMiB']) {
    const range = requirements.get(property), min = range.get('Min').integer(), max = range.get('Max').integer();
    const [from, to] = [say.need(min), say.need(max)];
    if (from !== undefined && to !== undefined && from > to) say.violated('reversed', max, { property, min: from, max: to });
  }
}

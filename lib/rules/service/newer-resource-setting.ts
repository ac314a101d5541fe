import { fargateTaskSizes } from '../../catalog/fargate-task-sizes';
import { newerResourceLimits, newerResourceValues } from '../../catalog/newer-resources';
import { entryOf } from '../../core/entry';
import { ifKnown, withDefault } from '../../core/value';
import type { Resource } from '../../model/model';
import { cpuUnits, memoryMiB } from '../../model/spelling';
import { beyondLimits, limitWords } from '../limits';
import { defineRule, type Say } from '../rule';
import { unreadableSizes, unreadableSizeWords } from '../task-sizes';
import { unknownWords, unknownWordWords } from '../values';

/** What is documented of the settings of managed daemons and of Express services. */
export const newerResourceSetting = defineRule({
  id: 'newer-resource-setting',
  title: 'ECS does not take a setting of a managed daemon or of an Express service',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: [...new Set([newerResourceLimits, newerResourceValues].flatMap(({ value }) => Object.keys(value))).add('AWS::ECS::ExpressGatewayService')],
  explanation: 'Managed daemons drain 0 to 100 percent of the instances at once and share or do not share the namespaces of their host. An Express service runs on Fargate, in one of the sizes that Fargate offers, and scales by one of three metrics between a least and a most. What else they demand is not documented, and not judged; their properties are held against the schema as all others are.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html',
  predicts: ['is not a valid enum value', 'InvalidParameterException'],
  facts: [fargateTaskSizes, newerResourceLimits, newerResourceValues],
  messages: {
    beyond: limitWords,
    unknownWord: unknownWordWords,
    unreadable: unreadableSizeWords,
    size: ({ cpu, memory }: { cpu: number; memory: number }) => ({
      says: `Fargate, on which Express services run, offers no task of ${cpu} CPU units and ${memory} MiB.`,
      fix: 'Choose a pair of Cpu and Memory that Fargate offers.',
      ecsSays: 'No Fargate configuration exists for given values',
    }),
    reversed: ({ min, max }: { min: number; max: number }) => ({
      says: `MinTaskCount is ${min} and MaxTaskCount ${max}. The minimum may not be above the maximum.`,
      fix: 'Raise MaxTaskCount, or lower MinTaskCount.',
    }),
  },
  check({ type, properties }, say) {
    for (const { at, data } of beyondLimits(properties, entryOf(newerResourceLimits.value, type), say)) say.violated('beyond', { at }, data);
    for (const { at, data } of unknownWords(properties, entryOf(newerResourceValues.value, type), say)) say.violated('unknownWord', { at }, data);
    if (type === 'AWS::ECS::ExpressGatewayService') checkExpress(properties, say);
  },
});

function checkExpress(properties: Resource['properties'], say: Say<(typeof newerResourceSetting)['messages']>): void {
  // Which size holds where one of the two is left out the documents do not agree on.
  const sizes = { Cpu: cpuUnits(properties.get('Cpu')), Memory: memoryMiB(properties.get('Memory')) }, cpu = ifKnown(sizes.Cpu), memory = ifKnown(sizes.Memory);
  for (const { size, data } of unreadableSizes(sizes, say)) say.violated('unreadable', size, data);
  const isOffered = fargateTaskSizes.value.some(size => size.cpuUnits === cpu && memory !== undefined && size.memoryMiB.includes(memory));
  if (cpu !== undefined && memory !== undefined && !isOffered) say.violated('size', sizes.Memory, { cpu, memory });
  const scaling = properties.get('ScalingTarget'), most = scaling.get('MaxTaskCount').integer(), min = say.need(withDefault(scaling.get('MinTaskCount').integer(), 1)), max = say.need(most);
  if (min !== undefined && max !== undefined && min > max) say.violated('reversed', most, { min, max });
}

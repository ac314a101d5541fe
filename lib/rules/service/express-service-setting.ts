import { fargateTaskSizes } from '../../catalog/fargate-task-sizes';
import { ifKnown, withDefault } from '../../core/value';
import { cpuUnits, memoryMiB } from '../../model/spelling';
import { defineRule } from '../rule';
import { unreadableSizes, unreadableSizeWords } from '../task-sizes';

/** What is documented of the size and the scaling of Express services. */
export const expressServiceSetting = defineRule({
  id: 'express-service-setting',
  title: 'ECS does not take a setting of the Express service',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: ['AWS::ECS::ExpressGatewayService'],
  explanation: 'An Express service runs on Fargate, in one of the sizes that Fargate offers, and scales between a least and a most. What else it demands is not documented, and not judged; its properties are held against the schema as all others are.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html',
  predicts: ['No Fargate configuration exists for given values', 'InvalidParameterException'],
  facts: [fargateTaskSizes],
  messages: {
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
  check({ properties }, say) {
    // Which size holds where one of the two is left out the documents do not agree on.
    const sizes = { Cpu: cpuUnits(properties.get('Cpu')), Memory: memoryMiB(properties.get('Memory')) }, cpu = ifKnown(sizes.Cpu), memory = ifKnown(sizes.Memory);
    for (const { size, data } of unreadableSizes(sizes, say)) say.violated('unreadable', size, data);
    const isOffered = fargateTaskSizes.value.some(size => size.cpuUnits === cpu && memory !== undefined && size.memoryMiB.includes(memory));
    if (cpu !== undefined && memory !== undefined && !isOffered) say.violated('size', sizes.Memory, { cpu, memory });
    const scaling = properties.get('ScalingTarget');
    const most = scaling.get('MaxTaskCount').integer();
    const min = say.need(withDefault(scaling.get('MinTaskCount').integer(), 1));
    const max = say.need(most);
    if (min !== undefined && max !== undefined && min > max) say.violated('reversed', most, { min, max });
  },
});

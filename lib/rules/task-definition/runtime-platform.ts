import { defineRule } from '../rule';

/** Windows containers run on X86_64 alone. */
export const runtimePlatform = defineRule({
  id: 'runtime-platform',
  title: 'There is no platform of this system and architecture',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'ARM64 is for Linux containers: neither Fargate nor the ECS-optimized images for Windows have another architecture than X86_64.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
  predicts: ['One or more of the requested capabilities are not supported.'],
  facts: [],
  messages: {
    windowsOnArm: ({ system }: { system: string }) => ({
      says: `The task is for ${system} on ARM64; Windows runs on X86_64.`,
      fix: 'CpuArchitecture: X86_64',
      repair: [{ set: 'X86_64' }],
      ecsSays: 'One or more of the requested capabilities are not supported.',
    }),
  },
  check({ cpuArchitecture, operatingSystem }, say) {
    const architecture = say.need(cpuArchitecture), system = say.need(operatingSystem);
    if (architecture === 'ARM64' && system?.startsWith('WINDOWS')) say.violated('windowsOnArm', cpuArchitecture, { system });
  },
});

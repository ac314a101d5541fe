import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** The soft limit of a resource is one that a program may raise, up to the hard limit. */
export const ulimitOrder = defineRule({
  id: 'ulimit-order',
  title: 'A soft limit is above its hard limit',
  severity: 'error',
  phase: 'register',
  subject: 'container',
  explanation: 'A ulimit has a soft limit, which holds, and a hard limit, up to which a program may raise it. ECS refuses a soft limit above the hard one.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html',
  predicts: ['Soft limit exceeds hard limit for ulimit'],
  facts: [],
  messages: {
    softOverHard: ({ name, soft, hard }: { name: string; soft: number; hard: number }) => ({
      says: `The soft limit of ${name} is ${soft}, the hard limit ${hard}.`,
      fix: 'Lower SoftLimit, or raise HardLimit.',
      repair: [{ set: hard }],
      ecsSays: `Soft limit exceeds hard limit for ulimit ${name}`,
    }),
  },
  check({ container }, say) {
    for (const ulimit of atPath(container.properties, 'Ulimits.*', say)) {
      const softLimit = ulimit.get('SoftLimit').integer(), soft = say.need(softLimit), hard = say.need(ulimit.get('HardLimit').integer());
      if (soft === undefined || hard === undefined || soft < 0 || hard < 0) continue; // below 0 is no limit
      if (soft > hard) say.violated('softOverHard', softLimit, { name: say.need(ulimit.get('Name').text()) ?? '?', soft, hard });
    }
  },
});

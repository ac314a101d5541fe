import { defineRule } from '../rule';

/** An acknowledgement says which rule, why and until when; one that no longer holds is a promise nobody reads. */
export const acknowledgement = defineRule({
  id: 'acknowledgement',
  title: 'This acknowledgement does not hold',
  severity: 'warning',
  phase: 'create',
  subject: 'acknowledgement',
  explanation: 'A finding may stay where somebody acknowledges it: in the metadata of the resource, by `Validations.of(construct).acknowledge(…)` in a CDK app, or in drydock.json. An acknowledgement names the rule and says why, and may say until when. One without a reason does not count, one that is past its date counts no more, and one for which the rule finds nothing is left over from a mistake that is gone.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-metadata.html',
  predicts: [],
  facts: [],
  messages: {
    noSuchRule: ({ rule, hint }: { rule: string; hint: string }) => ({
      says: rule === '' ? 'The acknowledgement names no rule.' : `Drydock has no rule ${rule}.${hint}`,
      fix: 'Name the rule by the id that its finding shows.',
    }),
    noReason: ({ rule }: { rule: string }) => ({
      says: `The acknowledgement of ${rule} gives no reason, and does not count without one.`,
      fix: 'Say in reason why the finding may stay.',
    }),
    noDate: ({ rule, until }: { rule: string; until: string }) => ({
      says: `The acknowledgement of ${rule} is to end on ${until}, which is no date: it does not count.`,
      fix: 'Write until as year, month and day: 2027-01-31.',
    }),
    past: ({ rule, until, today }: { rule: string; until: string; today: string }) => ({
      says: `The acknowledgement of ${rule} ended on ${until}, and it is ${today}: what it covered counts again.`,
      fix: 'Repair what it covered, or decide anew until when it may stay.',
    }),
    idle: ({ rule }: { rule: string }) => ({
      says: `The rule ${rule} finds nothing here that would have to be acknowledged.`,
      fix: 'Take the acknowledgement away.',
      severity: 'advice',
    }),
  },
  check({ acknowledgement, standing }, say) {
    const { rule, until = '' } = acknowledgement;
    switch (standing.kind) {
      case 'holds': return;
      case 'noSuchRule': return say.violated('noSuchRule', acknowledgement, { rule, hint: standing.hint });
      case 'noReason': return say.violated('noReason', acknowledgement, { rule });
      case 'noDate': return say.violated('noDate', acknowledgement, { rule, until });
      case 'past': return say.violated('past', acknowledgement, { rule, until, today: standing.today });
      case 'idle': return say.violated('idle', acknowledgement, { rule });
    }
  },
});

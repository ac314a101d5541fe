import type { Unknown } from '../../core/value';
import { defineRule } from '../rule';

/** The values of parameters are what the template's own `Rules` assert of them. */
export const templateAssertion = defineRule({
  id: 'template-assertion',
  title: "A parameter is not what the template's Rules assert",
  severity: 'error',
  phase: 'create',
  subject: 'assertingRule',
  explanation: 'Before CloudFormation creates or updates anything it holds the values of the parameters against the assertions of Rules whose RuleCondition holds. Where one fails, nothing is created. The assertion that the CDK adds about the version of its bootstrap stack is left to the CDK.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html',
  predicts: ['ValidationError, with the AssertDescription'],
  facts: [],
  messages: {
    fails: ({ name, description }: { name: string; description: string }) => ({
      says: `The assertion of ${name} does not hold${description === '' ? '' : `: ${description}`}`.replace(/\.?$/, '.'),
      fix: 'Give the parameters values that the assertion takes, or change the assertion.',
      ...(description === '' ? {} : { ecsSays: description }),
    }),
  },
  check({ id: name, assertions }, say) {
    for (const { at, description, holds } of assertions) {
      if (holds.state === 'known' && !holds.value) say.violated('fails', { at }, { name, description });
      else if (holds.state === 'unknown' && !isOfBootstrap(holds)) say.undecided(holds);
    }
  },
});

function isOfBootstrap({ why }: Unknown): boolean {
  return why.kind === 'dynamic' && why.reference.startsWith('resolve:ssm:/cdk-bootstrap/');
}

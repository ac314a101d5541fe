import { partsOf } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import type { Resource } from '../../model/model';
import { defineRule } from '../rule';

/** Where CloudFormation waits for signals of instances, something on them has to send these. */
export const creationSignal = defineRule({
  id: 'creation-signal',
  title: 'CloudFormation waits for signals that no instance sends',
  severity: 'error',
  phase: 'create',
  subject: 'autoScalingGroup',
  explanation: 'With a CreationPolicy a group counts as created when its instances have sent so many signals. They send none by themselves: user data runs cfn-signal when it is done, or something else that knows when they are ready calls SignalResource. Without it CloudFormation waits until the policy times out, and rolls back.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-creationpolicy.html',
  predicts: ['resource signal(s) within the specified duration', 'resource signal(s) for the current batch'],
  facts: [],
  messages: {
    none: ({ count, template }: { count: number; template: string }) => ({
      says: `CloudFormation waits for ${count} ${count === 1 ? 'signal' : 'signals'}, and the user data of ${template} sends none.`,
      fix: 'Run /opt/aws/bin/cfn-signal at the end of the user data, or take CreationPolicy out.',
      ecsSays: `Failed to receive ${count} resource signal(s) within the specified duration`,
    }),
  },
  check({ signals, launchTemplate }, say, { resources }) {
    const count = say.need(signals) ?? 0, template = count > 0 ? say.need(launchTemplate) : undefined;
    // What an image of one's own does when it starts nobody knows.
    if (template && say.need(template.image) && isSilent(template.properties.get('UserData').text()) && !resources.some(maySignal)) say.violated('none', signals, { count, template: template.id }, { related: [template] });
  },
});

/** Whether user data sends no signal: it does not speak of any, fetches nothing that might, and what is not known of it are names and the like. */
function isSilent(userData: Value<string>): boolean {
  const parts = partsOf(userData) ?? [];
  return parts.every(part => (typeof part === 'string' ? !mayTell.test(part) : part.is?.kind === 'attribute' || part.is?.kind === 'pseudo')) && !isEncoded(ifKnown(userData));
}

const mayTell = /signal|cfn-init|curl|wget|\bs3\b|\bgit\b|source|python|ansible|Invoke-|^[ \t]*\. /im;

/** Whether something beside user data speaks of signals: what Systems Manager runs on instances, a function that is called when one starts, or a policy for it. */
function maySignal({ properties }: Resource): boolean {
  return /cfn-signal|signal_?resource/i.test(JSON.stringify(properties.written ?? null));
}

/** Base64 that somebody wrote out is not read here. */
function isEncoded(text: string | undefined): boolean {
  return text !== undefined && /^[A-Za-z0-9+/=\s]{40,}$/.test(text);
}

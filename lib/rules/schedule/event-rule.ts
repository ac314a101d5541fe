import { ifKnown } from '../../core/value';
import { ownerOf } from '../../finding/finding';
import { chosen } from '../at-path';
import { defineRule } from '../rule';

/** A rule of EventBridge says when it holds, and each of its targets what it is told. */
export const eventRule = defineRule({
  id: 'event-rule',
  title: 'EventBridge does not take the rule',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: ['AWS::Events::Rule'],
  explanation: 'A rule has a schedule or a pattern of events. Schedules are kept by the default event bus of the account alone. What a target is told comes from one of Input, which is JSON, InputPath and InputTransformer. EventBridge refuses other rules.',
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html',
  predicts: ['Parameter(s) EventPattern or ScheduleExpression must be specified.', 'ScheduleExpression is supported only on the default event bus.', 'Only one of Input, InputPath, or InputTransformer must be provided for target', 'JSON syntax error in input for target'],
  facts: [],
  messages: {
    never: () => ({
      says: 'The rule has neither a schedule nor a pattern of events.',
      fix: 'Give it a ScheduleExpression or an EventPattern.',
      ecsSays: 'Parameter(s) EventPattern or ScheduleExpression must be specified.',
    }),
    bus: ({ bus }: { bus: string }) => ({
      says: `The rule has a schedule, and is one of the event bus ${bus}.`,
      fix: 'Take EventBusName out.',
      repair: [{ remove: true }],
      ecsSays: 'ScheduleExpression is supported only on the default event bus.',
    }),
    inputs: ({ given }: { given: readonly string[] }) => ({
      says: `The target gives ${given.join(' and ')}, of which it takes one.`,
      fix: `Take ${given.slice(1).join(' and ')} out.`,
      ecsSays: 'Only one of Input, InputPath, or InputTransformer must be provided for target',
    }),
    notJson: ({ input }: { input: string }) => ({
      says: `Input is ${input}, which is no JSON.`,
      fix: 'Write it as JSON, with double quotes.',
      ecsSays: 'JSON syntax error in input for target',
    }),
  },
  check({ properties }, say, { resources }) {
    const expression = properties.get('ScheduleExpression'), bus = properties.get('EventBusName').text();
    if (expression.given === 'no' && properties.get('EventPattern').given === 'no') say.violated('never', expression, undefined);
    const owner = ownerOf(bus.state === 'unknown' ? bus.is : undefined, resources), ofTemplate = owner?.type === 'AWS::Events::EventBus' ? owner : undefined;
    const name = expression.given === 'yes' ? chosen(bus, say) : undefined;
    if (expression.given === 'yes' && (ofTemplate || (name !== undefined && !/(?:^|\/)default$/.test(name)))) say.violated('bus', bus, { bus: ofTemplate?.id ?? name ?? '' });
    for (const target of ifKnown(properties.get('Targets').list()) ?? []) {
      const given = ['Input', 'InputPath', 'InputTransformer'].filter(input => target.get(input).given === 'yes');
      if (given.length > 1) say.violated('inputs', target, { given });
      const text = target.get('Input').text(), input = ifKnown(text);
      if (input !== undefined && !isJson(input)) say.violated('notJson', text, { input });
    }
  },
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

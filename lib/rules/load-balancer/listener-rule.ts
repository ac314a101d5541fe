import { conditionValues, rulePriorities } from '../../catalog/listener-rules';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** A rule of a listener says for which requests it is, what is done with them, and when it has its turn. */
export const listenerRule = defineRule({
  id: 'listener-rule',
  title: 'Elastic Load Balancing does not take the listener rule',
  severity: 'error',
  phase: 'create',
  subject: 'listenerRule',
  explanation: 'A rule of a listener has conditions, actions and a priority of its own within bounds. What is for all requests is no rule but the default actions of the listener.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html',
  predicts: ['required key', 'Priority'],
  facts: [rulePriorities, conditionValues],
  messages: {
    leftOut: ({ property }: { property: string }) => ({
      says: `The rule has no ${property}.`,
      fix: property === 'Conditions' ? 'Give it Conditions, or make its action the default one of the listener.' : `Give it ${property}.`,
      ecsSays: `required key [${property}] not found`,
    }),
    tooManyValues: ({ count, most }: { count: number; most: number }) => ({
      says: `The conditions of the rule have ${count} values; a rule may have ${most}.`,
      fix: 'Divide them among several rules.',
    }),
    priority: ({ priority, least, most }: { priority: number; least: number; most: number }) => ({
      says: `Priority is ${priority}; it may be ${least} to ${most}.`,
      fix: 'Bring Priority within these bounds.',
    }),
  },
  check({ priority, conditions, actions }, say) {
    for (const [property, { given, at }] of [['Conditions', conditions], ['Actions', actions]] as const) if (given === 'no') say.violated('leftOut', { at }, { property });
    const count = ['', 'HostHeaderConfig.', 'HttpHeaderConfig.', 'HttpRequestMethodConfig.', 'PathPatternConfig.', 'QueryStringConfig.', 'SourceIpConfig.'].flatMap(kind => atPath(conditions, `*.${kind}Values.*`, say)).length;
    if (count > conditionValues.value) say.violated('tooManyValues', { at: conditions.at }, { count, most: conditionValues.value });
    const number = say.need(priority), { least, most } = rulePriorities.value;
    if (number !== undefined && (number < least || number > most)) say.violated('priority', priority, { priority: number, least, most });
  },
});

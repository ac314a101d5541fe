import { conditionValues, rulePriorities } from '../../catalog/listener-rules';
import { countOf } from '../../model/count';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** A rule of a listener has a few values to compare requests with, and its turn within bounds. */
export const listenerRule = defineRule({
  id: 'listener-rule',
  title: 'Elastic Load Balancing does not take the listener rule',
  severity: 'error',
  phase: 'create',
  subject: 'listenerRule',
  explanation: 'A rule of a listener has a priority within bounds, and all its conditions together have a few values. Elastic Load Balancing refuses other rules, and with them the stack.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html',
  predicts: [],
  facts: [rulePriorities, conditionValues],
  messages: {
    tooManyValues: ({ count, most }: { count: number; most: number }) => ({
      says: `The conditions of the rule have ${count} values; a rule may have ${most}.`,
      fix: 'Divide them among several rules.',
    }),
    priority: ({ priority, least, most }: { priority: number; least: number; most: number }) => ({
      says: `Priority is ${priority}; it may be ${least} to ${most}.`,
      fix: 'Bring Priority within these bounds.',
    }),
  },
  check({ priority, conditions }, say) {
    const lists = ['', 'HostHeaderConfig.', 'HttpHeaderConfig.', 'HttpRequestMethodConfig.', 'PathPatternConfig.', 'QueryStringConfig.', 'SourceIpConfig.'].flatMap(kind => atPath(conditions, `*.${kind}Values`, say));
    const count = lists.reduce((sum, list) => sum + (say.need(countOf(list)) ?? 0), 0);
    if (count > conditionValues.value) say.violated('tooManyValues', { at: conditions.at }, { count, most: conditionValues.value });
    const number = say.need(priority), { least, most } = rulePriorities.value;
    if (number !== undefined && (number < least || number > most)) say.violated('priority', priority, { priority: number, least, most });
  },
});

import { conditionValues, ruleConditions, rulePriorities } from '../../catalog/listener-rules';
import { readRange } from '../../core/address-range';
import { entryOf } from '../../core/entry';
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
  explanation: 'A rule of a listener has a priority within bounds, all its conditions together have a few values, each under the name of its field, and most fields stand in one condition. Methods are in capital letters, addresses with their prefix length. Elastic Load Balancing refuses other rules, and with them the stack.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html',
  predicts: ['you must specify the following fields'],
  facts: [rulePriorities, conditionValues, ruleConditions],
  messages: {
    tooManyValues: ({ count, most }: { count: number; most: number }) => ({
      says: `The conditions of the rule have ${count} values; a rule may have ${most}.`,
      fix: 'Divide them among several rules.',
    }),
    noValues: ({ field, config }: { field: string; config: string }) => ({
      says: `The condition is on ${field}, and has neither ${config} nor Values.`,
      fix: `Say under ${config} what it is compared with.`,
      ecsSays: `For conditions of type '${field}', you must specify the following fields: 'Values or RegexValues or ${config}'`,
    }),
    twice: ({ field }: { field: string }) => ({
      says: `Two conditions of the rule are on ${field}; a rule has one.`,
      fix: 'Put the values of both into one condition, or make two rules.',
    }),
    method: ({ method }: { method: string }) => ({
      says: `The condition is on the method ${method}; methods are written in capital letters.`,
      fix: `Write ${method.toUpperCase()}.`,
      repair: [{ set: method.toUpperCase() }],
    }),
    addresses: ({ cidr }: { cidr: string }) => ({
      says: `The condition is on the addresses ${cidr}, which does not say how many they are.`,
      fix: 'Write the prefix length behind it, as 203.0.113.0/24, or /32 for the one address.',
      repair: [{ set: `${cidr}/${cidr.includes(':') ? 128 : 32}` }],
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
    const fields = atPath(conditions, '*', say).map(condition => ({ condition, field: say.need(condition.get('Field').text()) }));
    fields.forEach(({ condition, field }, i) => {
      const known = field === undefined ? undefined : entryOf(ruleConditions.value, field);
      if (field === undefined || !known) return;
      if (['Values', 'RegexValues', known.config].every(name => condition.get(name).given === 'no')) say.violated('noValues', condition, { field, config: known.config });
      if (known.isSingle && fields.slice(0, i).some(earlier => earlier.field === field)) say.violated('twice', condition, { field });
    });
    for (const value of atPath(conditions, '*.HttpRequestMethodConfig.Values.*', say).map(property => property.text())) {
      const method = say.need(value);
      if (method !== undefined && !/^[A-Z_-]+$/.test(method)) say.violated('method', value, { method });
    }
    for (const value of atPath(conditions, '*.SourceIpConfig.Values.*', say).map(property => property.text())) {
      const cidr = say.need(value);
      if (cidr !== undefined && readRange(cidr) && !cidr.includes('/')) say.violated('addresses', value, { cidr });
    }
    const number = say.need(priority), { least, most } = rulePriorities.value;
    if (number !== undefined && (number < least || number > most)) say.violated('priority', priority, { priority: number, least, most });
  },
});

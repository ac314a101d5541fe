import { secondOf } from '../../core/date';
import { allAnswer, answer, anyAnswer, opposite, type Answer } from '../../core/identity';
import { attributeOf } from '../attribute';
import type { InstanceState } from '../fleet';
import type { Expression, Operator, Subject } from './expression';

/** Whether a container instance is one that the query selects. `unknown` where that hangs on what is not known before the instance is there. */
export function evaluateQuery(expression: Expression, state: InstanceState): Answer {
  switch (expression.kind) {
    case 'and': return allAnswer(expression.terms.map(term => evaluateQuery(term, state)));
    case 'or': return anyAnswer(expression.terms.map(term => evaluateQuery(term, state)));
    case 'not': return opposite(evaluateQuery(expression.term, state));
    case 'exists': return exists(expression.subject, state);
    case 'compare': return compare(expression.subject, expression.operator, expression.values, state);
  }
}

function exists(subject: Subject, { instance, taskCount }: InstanceState): Answer {
  if (subject.kind === 'task:group') return answer(taskCount > 0);
  if (subject.kind !== 'attribute') return 'yes';
  const { state } = attributeOf(instance, subject.name);
  return state === 'open' ? 'unknown' : answer(state !== 'missing');
}

function compare(subject: Subject, operator: Operator, values: readonly string[], state: InstanceState): Answer {
  const { agent } = state.instance;
  switch (subject.kind) {
    case 'attribute': {
      const found = attributeOf(state.instance, subject.name);
      // Also `!=` selects only instances that have the attribute, with another value: task-placement-constraints, example `attribute:stack != prod`.
      if (found.state === 'missing') return 'no';
      return found.state === 'value' ? compareText(found.value, operator, values) : 'unknown';
    }
    case 'task:group': return anyGroup([...state.tasks.keys()], operator, values);
    case 'runningTasksCount': return compareNumbers([state.taskCount], operator, values, value => [Number(value)]);
    case 'agentVersion': return compareNumbers(agent?.version === undefined ? undefined : versionOf(agent.version), operator, values, versionOf);
    case 'registeredAt': return compareNumbers(agent?.registeredAt === undefined ? undefined : dateOf(agent.registeredAt), operator, values, dateOf);
    case 'agentConnected': return agent?.connected === undefined ? 'unknown' : compareText(String(agent.connected), operator, values);
    case 'ec2InstanceId': return agent?.ec2InstanceId === undefined ? 'unknown' : compareText(agent.ec2InstanceId, operator, values);
  }
}

const positive: Partial<Record<Operator, Operator>> = { '!=': '==', '!in': 'in', '!~': '=~' };

function compareText(text: string, operator: Operator, values: readonly string[]): Answer {
  const plain = positive[operator];
  if (plain) return opposite(compareText(text, plain, values));
  switch (operator) {
    case '==': case 'in': return answer(values.includes(text));
    case '=~': return matches(text, values[0] ?? '');
    // The guide does not say how texts are ordered.
    default: return 'unknown';
  }
}

/** A task group is there as soon as one of its tasks runs on the instance; the negated operators ask for an instance without it. */
function anyGroup(groups: readonly string[], operator: Operator, values: readonly string[]): Answer {
  const plain = positive[operator];
  if (plain) return opposite(anyGroup(groups, plain, values));
  return anyAnswer(groups.map(group => compareText(group, operator, values)));
}

/** The guide takes regular expressions as Java writes them, and leaves open whether the whole value must match. */
function matches(text: string, pattern: string): Answer {
  if (!isTame(pattern) || text.length > longestText) return 'unknown';
  try {
    if (new RegExp(`^(?:${pattern})$`, 'u').test(text)) return 'yes';
    return new RegExp(pattern, 'u').test(text) ? 'unknown' : 'no';
  } catch {
    return 'unknown'; // written in a way that Java and JavaScript do not share
  }
}

/** Longer values no attribute of ECS has. */
const longestText = 128;

/** Whether a regular expression is through with a short text in a moment: nothing that repeats a group, few things that repeat. */
function isTame(pattern: string): boolean {
  return !/\)[*+{]|\\[1-9k]/.test(pattern) && (pattern.match(/[*+{]/g) ?? []).length <= 3;
}

function compareNumbers(found: readonly number[] | undefined, operator: Operator, values: readonly string[], read: (value: string) => readonly number[]): Answer {
  const wanted = read(values[0] ?? '');
  if (!found || [...found, ...wanted].some(Number.isNaN)) return 'unknown';
  const order = compareParts(found, wanted);
  switch (operator) {
    case '==': return answer(order === 0);
    case '!=': return answer(order !== 0);
    case '<': return answer(order < 0);
    case '<=': return answer(order <= 0);
    case '>': return answer(order > 0);
    case '>=': return answer(order >= 0);
    default: return 'unknown';
  }
}

function compareParts(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = (a[i] ?? 0) - (b[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** `1.105.1` is later than `1.14.5`. */
function versionOf(text: string): readonly number[] {
  return text.split('.').map(Number);
}

function dateOf(text: string): readonly number[] {
  return [secondOf(text.trim()) ?? NaN];
}

import { clusterQueryLanguage } from '../../catalog/cluster-query-language';
import { ifKnown } from '../../core/value';
import { isProblem, parseQuery } from '../../placement/query/parse';
import { defineRule } from '../rule';

/** The expression of a constraint is a query in the cluster query language. */
export const placementExpression = defineRule({
  id: 'placement-expression',
  title: 'ECS cannot read the expression of a placement constraint',
  severity: 'error',
  phase: 'create',
  subject: 'launcher',
  explanation: 'The expression of a memberOf constraint compares a subject, as attribute:ecs.instance-type, by an operator, as == or =~, with a value; several comparisons are joined by and, or, not. ECS refuses a constraint whose expression it cannot read.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html',
  predicts: ['Invalid expression', 'InvalidParameterException'],
  facts: [clusterQueryLanguage],
  messages: {
    unreadable: ({ expression, position, expected, found }: { expression: string; position: number; expected: string; found: string }) => ({
      says: `The expression is ${expression}; at character ${position} there is ${found}, where ${expected} belongs.`,
      fix: 'Write it as attribute:ecs.instance-type == m5.large, or one of the other forms of the cluster query language.',
      ecsSays: 'Invalid expression',
    }),
  },
  check(launcher, say) {
    const task = ifKnown(launcher.taskDefinition);
    for (const list of [launcher.placementConstraints, ...(task ? [task.placementConstraints] : [])]) {
      for (const constraint of say.need(list) ?? []) {
        const expression = ifKnown(constraint.type) === 'memberOf' ? say.need(constraint.expression) : undefined;
        const query = expression === undefined ? undefined : parseQuery(expression);
        if (expression !== undefined && query && isProblem(query)) say.violated('unreadable', constraint.expression, { ...query, expression });
      }
    }
  },
});

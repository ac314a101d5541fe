import type { Examples } from '../example';

const constrained = (expression: string, before = '') => `{ ${before} Resources: { Service: { Properties: { PlacementConstraints: [{ Type: memberOf, Expression: ${expression} }] } } } }`;
const at = 'Service.Properties.PlacementConstraints.0.Expression';

export const placementExpressionExamples: Examples = {
  rule: 'placement-expression',
  bad: [
    { name: 'one equals sign', over: 'ec2Service', template: constrained('"attribute:ecs.instance-type = m5.large"'), expects: [{ at, message: 'unreadable' }] },
    { name: 'a subject that there is not', over: 'ec2Service', template: constrained('"ecs.instance-type == m5.large"'), expects: [{ at, message: 'unreadable' }] },
    {
      name: 'an expression of the task definition',
      over: 'ec2Service',
      template: '{ Resources: { Task: { Properties: { PlacementConstraints: [{ Type: memberOf, Expression: "attribute:ecs.instance-type in m5.large, m5.xlarge" }] } } } }',
      expects: [{ at: 'Task.Properties.PlacementConstraints.0.Expression', message: 'unreadable' }],
    },
  ],
  good: [
    { name: 'a query', over: 'ec2Service', template: constrained('"attribute:ecs.instance-type =~ m5.* and not (task:group == service:db)"') },
    { name: 'a pattern with alternatives', over: 'ec2Service', template: constrained('"not(attribute:ecs.instance-type =~ (p[23]|g[34]).*) AND attribute:ecs.os-type == linux"') },
    { name: 'a list', over: 'ec2Service', template: constrained('"attribute:ecs.instance-type in [m5.large, m5.xlarge]"') },
  ],
  unknown: [
    {
      name: 'an expression from a parameter',
      over: 'ec2Service',
      template: constrained('!Ref Expression', 'Parameters: { Expression: { Type: String } },'),
      expects: [{ at }],
    },
  ],
};

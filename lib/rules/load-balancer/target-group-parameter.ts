import { defineRule } from '../rule';

/** A target group says by which protocol, at which port and in which VPC its targets are, unless they are functions. */
export const targetGroupParameter = defineRule({
  id: 'target-group-parameter',
  title: 'The target group lacks a parameter',
  severity: 'error',
  phase: 'create',
  subject: 'targetGroup',
  explanation: 'Protocol, Port and VpcId are left out for functions of AWS Lambda alone. ECS registers each task with a port of its own, but Elastic Load Balancing wants one for the target group all the same.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  predicts: ['A protocol must be specified', 'A port must be specified', 'A VPC ID must be specified'],
  facts: [],
  messages: {
    leftOut: ({ property, what }: { property: string; what: string }) => ({
      says: `The target group has no ${property}.`,
      fix: `Give it ${property}.`,
      ecsSays: `A ${what} must be specified`,
    }),
  },
  check({ targetType, properties }, say) {
    const type = say.need(targetType);
    if (type === undefined || type === 'lambda') return;
    for (const [property, what] of [['Protocol', 'protocol'], ['Port', 'port'], ['VpcId', 'VPC ID']] as const) {
      if (properties.get(property).given === 'no') say.violated('leftOut', properties.get(property), { property, what });
    }
  },
});

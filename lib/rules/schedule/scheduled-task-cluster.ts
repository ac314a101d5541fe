import { showText, startsWith } from '../../core/text';
import type { Value } from '../../core/value';
import { defineRule } from '../rule';

/** EventBridge finds the cluster by its ARN. */
export const scheduledTaskCluster = defineRule({
  id: 'scheduled-task-cluster',
  title: 'The target gives the name of the cluster, and EventBridge takes its ARN',
  severity: 'error',
  phase: 'create',
  subject: 'scheduledTask',
  explanation: 'A target that runs tasks names its cluster by ARN. In a template that is !GetAtt Cluster.Arn. EventBridge refuses the name, which is what !Ref Cluster gives.',
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html',
  predicts: ['Provided Arn is not in correct format.'],
  facts: [],
  messages: {
    name: ({ given, isPipe }: { given: string; isPipe: boolean }) => ({
      says: `The target is ${given}, which is the name of a cluster and not its ARN.`,
      fix: 'Use !GetAtt and the attribute Arn of the cluster.',
      ...(isPipe ? {} : { ecsSays: 'Provided Arn is not in correct format.' }),
    }),
  },
  check({ clusterArn, type }, say) {
    if (startsWith(clusterArn, 'arn:') === 'no' || isRef(clusterArn)) say.violated('name', clusterArn, { given: showText(clusterArn), isPipe: type === 'AWS::Pipes::Pipe' });
  },
});

/** `Ref` of a resource: of a cluster that is its name. */
function isRef(value: Value<string>): boolean {
  return value.state === 'unknown' && value.is?.kind === 'attribute' && value.is.attribute === 'Ref';
}

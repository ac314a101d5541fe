import { externalServiceProperties } from '../../catalog/service-limits';
import { inUse } from '../../model/in-use';
import { atPaths, quoted } from '../at-path';
import { defineRule } from '../rule';

/** On external instances a service has neither load balancers nor discovery nor volumes of EBS. */
export const externalService = defineRule({
  id: 'external-service',
  title: 'A service on external instances has what there is only within AWS',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'External instances (ECS Anywhere) stand outside of AWS. Load balancers do not send to them, their tasks are not registered in Cloud Map and have no proxy of Service Connect, and EBS volumes are not attached to them. ECS refuses a service of the launch type EXTERNAL that asks for one of these.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
  predicts: ['not supported with the EXTERNAL launch type'],
  facts: [externalServiceProperties],
  messages: {
    notTaken: ({ property, ecsSays }: { property: string; ecsSays?: string | undefined }) => ({
      says: `LaunchType is EXTERNAL, and ${property} is given, which is not there for external instances.`,
      fix: `Take ${property} out.`,
      ...quoted(ecsSays),
    }),
  },
  check({ launchType, properties }, say) {
    if (say.need(launchType) !== 'EXTERNAL') return;
    for (const { row: { path, ecsSays }, property } of atPaths(properties, externalServiceProperties.value, say)) {
      if (say.need(inUse(property))) say.violated('notTaken', property, { property: path, ecsSays });
    }
  },
});

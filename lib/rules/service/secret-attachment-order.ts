import { ifKnown } from '../../core/value';
import { guardOf } from '../../model/guarded-resource';
import { secretArns } from '../../needs/secret-arn';
import { defineRule } from '../rule';
import { contentOf, keyIn } from '../task-definition/made-secret';

/** What a database adds to its secret is there when the two are attached. */
export const secretAttachmentOrder = defineRule({
  id: 'secret-attachment-order',
  title: 'The service does not wait until the database has been written into its secret',
  severity: 'warning',
  phase: 'start',
  subject: 'service',
  explanation: 'An AWS::SecretsManager::SecretTargetAttachment adds host, port and the like of a database to the secret with its password, when the database is there, which takes minutes. A service whose tasks are given one of these keys refers to the secret and not to the attachment, so CloudFormation creates it at once, and tasks fail to start until the key is there. ECS goes on trying, unless a circuit breaker stops it.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html',
  predicts: ['did not contain json key'],
  facts: [],
  messages: {
    noOrder: ({ attachment, key, secret, container }: { attachment: string; key: string; secret: string; container: string }) => ({
      says: `Container ${container} is given the key ${key} of ${secret}, which ${attachment} adds, and nothing makes the service wait for ${attachment}.`,
      fix: `DependsOn: ${attachment}`,
      repair: [{ dependsOn: [attachment] }],
      ecsSays: `ResourceInitializationError: unable to pull secrets or registry auth: … retrieved secret from Secrets Manager did not contain json key ${key}`,
    }),
  },
  check(service, say, { guardedResources, order, resources }) {
    if (ifKnown(service.desiredCount) === 0) return;
    const task = ifKnown(service.taskDefinition), seen = new Set<string>();
    for (const container of (task && ifKnown(task.containers)) ?? []) {
      for (const secret of container.secrets) {
        const [arn] = task ? secretArns(secret, task.environment) : [], made = arn && guardOf(arn, guardedResources), key = keyIn(secret.valueFrom);
        if (made?.type !== 'AWS::SecretsManager::Secret' || !made.isExtended || key === undefined) continue;
        const content = contentOf(made), own = content?.kind === 'object' ? content.keys : undefined;
        const attachment = resources.find(other => other.type === attachmentType && other.stack === made.stack && other.references().some(({ id }) => id === made.id));
        if (!own || own.includes(key) || !attachment || attachment.exists.state !== 'known' || seen.has(attachment.id) || order.isBefore(attachment, service) !== 'no') continue;
        seen.add(attachment.id);
        say.violated('noOrder', service, { attachment: attachment.id, key, secret: made.id, container: ifKnown(container.name) ?? '' }, { related: [attachment, made] });
      }
    }
  },
});

const attachmentType = 'AWS::SecretsManager::SecretTargetAttachment';

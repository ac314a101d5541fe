import { partsOf, sameText, showText } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import { defineRule } from '../rule';

/** A parameter in a hierarchy is named with the slash before it; behind the ARN of a secret stand JSON key, stage and version, all three with their colons or none. */
export const secretReference = defineRule({
  id: 'secret-reference',
  title: 'ECS cannot read the reference to the secret',
  severity: 'error',
  phase: 'start',
  subject: 'container',
  explanation: 'ValueFrom names a whole secret by its ARN, or a part of it by ARN:json-key:version-stage:version-id. Where one of the three is left out its colon stays: a JSON key alone is ARN:password::. A task definition with another number of colons is registered, and its tasks do not start. What is no ARN is the name of a parameter of Systems Manager, also where a secret has that name; names of parameters in a hierarchy begin with a slash.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  predicts: ['unexpected ARN format with parameters when trying to retrieve ASM secret', 'unable to retrieve secrets from ssm'],
  facts: [],
  messages: {
    colons: ({ valueFrom, behind }: { valueFrom: string; behind: number }) => ({
      says: `${valueFrom} has ${behind} ${behind === 1 ? 'part' : 'parts'} behind the name of the secret; ECS reads none or three: JSON key, stage and version.`,
      fix: 'Write ARN:json-key:version-stage:version-id and keep the colons of what is left out, as in ARN:password::.',
      ecsSays: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: unexpected ARN format with parameters when trying to retrieve ASM secret',
    }),
    notQualified: ({ name, isSecret }: { name: string; isSecret: boolean }) => ({
      says: `${name} is no ARN, so ECS looks for a parameter of Systems Manager of that name, and the name of a parameter with a / in it begins with one.`,
      fix: isSecret ? 'Name the secret by its ARN, which is what Ref gives.' : `Write /${name}, or for a secret of Secrets Manager its ARN.`,
      ecsSays: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: …',
    }),
  },
  check({ container }, say, { guardedResources }) {
    for (const { valueFrom, store } of container.secrets) {
      if (ifKnown(store) === 'Parameter Store' && isHierarchyWithoutSlash(valueFrom)) {
        const isSecret = guardedResources.some(({ type, properties }) => type === 'AWS::SecretsManager::Secret' && sameText(properties.get('Name').text(), valueFrom) === 'yes');
        say.violated('notQualified', valueFrom, { name: showText(valueFrom), isSecret });
      }
      const behind = ifKnown(store) === 'Secrets Manager' ? partsBehind(valueFrom) : undefined;
      if (behind !== undefined && behind !== 0 && behind !== 3) say.violated('colons', valueFrom, { valueFrom: showText(valueFrom), behind });
    }
  },
});

function isHierarchyWithoutSlash(name: Value<string>): boolean {
  const [start] = partsOf(name) ?? [];
  return typeof start === 'string' && /^[\w.-]+\//.test(start);
}

/** How many parts follow the name in the ARN of a secret. Undefined where that is not known: what a parameter holds may have colons of its own. */
function partsBehind(valueFrom: Value<string>): number | undefined {
  const parts = partsOf(valueFrom) ?? [];
  const isOpen = parts.some(part => typeof part === 'object' && part.is?.kind !== 'attribute' && part.is?.kind !== 'pseudo');
  const text = parts.map(part => (typeof part === 'string' ? part : '-')).join(''), behind = text.split(':').length - 7;
  return isOpen || !text.startsWith('arn:') || behind < 0 ? undefined : behind;
}

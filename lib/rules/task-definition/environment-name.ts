import { sameText, showText } from '../../core/text';
import type { Value } from '../../core/value';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** A variable of a container is a secret or it is not. */
export const environmentName = defineRule({
  id: 'environment-name',
  title: 'A variable of the container is given twice',
  severity: 'error',
  phase: 'register',
  subject: 'container',
  explanation: 'Environment holds variables in plain text, Secrets those whose value is fetched when the task starts. ECS refuses a container in which both hold the same name, or Secrets holds it twice.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html',
  predicts: ['The secret name must be unique and not shared with any new or existing environment variables set on the container'],
  facts: [],
  messages: {
    alsoPlain: ({ name }: { name: string }) => ({
      says: `${name} is in Environment and in Secrets.`,
      fix: 'Take it out of Environment.',
      repair: [{ remove: true, above: 1 }],
      ecsSays: `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${name}'.`,
    }),
    secretTwice: ({ name }: { name: string }) => ({
      says: `${name} is in Secrets twice.`,
      fix: 'Take one of them out.',
      ecsSays: `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${name}'.`,
    }),
  },
  check({ container }, say) {
    const plain = atPath(container.properties, 'Environment.*.Name', say).map(name => name.text());
    const secrets = atPath(container.properties, 'Secrets.*.Name', say).map(name => name.text());
    if (secrets.length > 0) [...plain, ...secrets].forEach(name => say.need(name));
    for (const name of plain) if (isAmong(secrets, name)) say.violated('alsoPlain', name, { name: showText(name) });
    secrets.forEach((name, i) => {
      if (isAmong(secrets.slice(0, i), name)) say.violated('secretTwice', name, { name: showText(name) });
    });
  },
});

function isAmong(names: readonly Value<string>[], name: Value<string>): boolean {
  return name.state !== 'absent' && names.some(other => sameText(other, name) === 'yes');
}

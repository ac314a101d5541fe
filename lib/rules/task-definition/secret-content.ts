import { guardOf } from '../../model/guarded-resource';
import { doneByStranger } from '../../model/stranger';
import { launchersOf, startsTasksAtOnce } from '../../needs/launch';
import { secretArns } from '../../needs/secret-arn';
import { defineRule } from '../rule';
import { contentOf, keyIn } from './made-secret';

/** A secret of Secrets Manager that these templates make has what containers want of it. */
export const secretContent = defineRule({
  id: 'secret-content',
  title: 'The secret does not hold what the container asks of it',
  severity: 'error',
  phase: 'start',
  subject: 'container',
  explanation: 'A secret begins with what the template says: SecretString, or what GenerateSecretString makes, a word by itself or one key in a JSON object. A container is given one key of it by ARN:key::, and does not start when the secret has no such key, is no JSON object, or has no value yet. Somebody may give it another value by hand: a service starts its tasks before that, tasks on a schedule may start after.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  predicts: ['did not contain json key', 'looking for beginning of value', "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT"],
  facts: [],
  messages: {
    noKey: ({ secret, key, keys, isWaiting }: { secret: string; key: string; keys: readonly string[]; isWaiting: boolean }) => ({
      says: `The container is given the key ${key} of ${secret}, which is made with the ${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ') || 'of an empty object'}.`,
      fix: 'Name a key that the secret has, or make the secret with this one.',
      ecsSays: `${asm}: retrieved secret from Secrets Manager did not contain json key ${key}`,
      ...(isWaiting ? { severity: 'warning' } : {}),
    }),
    noJson: ({ secret, key, isWaiting }: { secret: string; key: string; isWaiting: boolean }) => ({
      says: `The container is given the key ${key} of ${secret}, which is made as a word and no JSON object.`,
      fix: `Give all of the secret to the container, or make it with SecretStringTemplate and GenerateStringKey: ${key}.`,
      ecsSays: `${asm}: invalid character … looking for beginning of value`,
      ...(isWaiting ? { severity: 'warning' } : {}),
    }),
    empty: ({ secret }: { secret: string }) => ({
      says: `${secret} is made without a value: it has neither GenerateSecretString nor SecretString. Tasks do not start until somebody gives it one.`,
      fix: 'Give it GenerateSecretString, or set DesiredCount to 0 until it has a value.',
      ecsSays: `${asm}: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT`,
      severity: 'warning',
    }),
  },
  check({ task, container }, say, model) {
    const launchers = launchersOf(task, model);
    if (launchers.length === 0) return;
    // Before the first task on a schedule somebody may fill the secret, as somebody has to where it is an empty object.
    const isLate = !launchers.some(launcher => 'desiredCount' in launcher && startsTasksAtOnce(launcher));
    for (const secret of container.secrets) {
      const [arn] = secretArns(secret, task.environment), made = arn && guardOf(arn, model.guardedResources), content = made && contentOf(made);
      if (made?.type !== 'AWS::SecretsManager::Secret' || made.isExtended || !content) continue;
      const strange = doneByStranger(made, model.strangers);
      if (strange) {
        say.undecided(strange);
        continue;
      }
      const key = keyIn(secret.valueFrom), at = secret.valueFrom, related = { related: [made] };
      if (content.kind === 'nothing') say.violated('empty', at, { secret: made.id }, related);
      else if (key !== undefined && content.kind === 'word') say.violated('noJson', at, { secret: made.id, key, isWaiting: isLate }, related);
      else if (key !== undefined && content.kind === 'object' && !content.keys.includes(key)) say.violated('noKey', at, { secret: made.id, key, keys: content.keys, isWaiting: isLate || content.keys.length === 0 }, related);
    }
  },
});

const asm = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm';

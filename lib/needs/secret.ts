import { unknownsIn } from '../core/value';
import type { Container } from '../model/task-definition/container';
import { guardOf } from '../model/guarded-resource';
import type { Secret } from '../model/task-definition/secret';
import { decryptionNeeds } from './decryption';
import { allNeeds, type Need, type Needs, type TaskContext } from './need';
import { secretArns } from './secret-arn';
import { whoseOf } from './whose';

/** What a container asks of Secrets Manager and of Parameter Store: variables, options of its log driver, a login at a registry. */
export function secretNeeds(container: Container, context: TaskContext): Needs {
  return allNeeds(container.secrets.map(secret => storedNeeds(secret, context, { ...whoseOf(container), at: secret.at })));
}

/** What it takes to fetch a secret or a parameter, and to decrypt it. */
export function storedNeeds(secret: Secret, context: TaskContext, whose: Pick<Need, 'whose' | 'at'>): Needs {
  const { store } = secret, resources = secretArns(secret, context.environment), [first] = resources;
  if (store.state !== 'known' || !first) return { needs: [], open: unknownsIn(store) };
  const guard = guardOf(first, context.guarded);
  const purpose = store.value === 'Parameter Store' ? 'parameter' : 'secret';
  return {
    needs: [
      { purpose, resources, severity: 'error', ...(guard ? { guard } : {}), ...whose },
      ...decryptionNeeds(guard, 'secretsmanager', context, whose),
    ],
    open: [],
  };
}

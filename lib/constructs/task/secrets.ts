import { Token, TokenComparison } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { fetching } from '../role/execution-role';

/** One field of a secret that holds JSON, as those of databases do. */
export interface SecretField {
  /** The secret. */
  readonly secret: secretsmanager.ISecret;
  /** The key in its JSON. */
  readonly field: string;
}

/** The secrets as ECS takes them. A text is the name of a parameter of Systems Manager. */
export function secretsOf(task: Construct, secrets: { [variable: string]: string | ecs.Secret | secretsmanager.ISecret | ssm.IParameter | SecretField }): { [variable: string]: ecs.Secret } {
  return Object.fromEntries(Object.entries(secrets).map(([variable, secret]) => [variable, secretOf(task, secret)]));
}

function secretOf(task: Construct, secret: string | ecs.Secret | secretsmanager.ISecret | ssm.IParameter | SecretField): ecs.Secret {
  if (typeof secret === 'string') return ecs.Secret.fromSsmParameter(parameterOf(task, secret));
  if ('field' in secret) return secretOfManager(secret.secret, secret.field);
  if ('secretArn' in secret) return secretOfManager(secret);
  return 'parameterArn' in secret ? ecs.Secret.fromSsmParameter(secret) : secret;
}

/**
 * A secret that the role may fetch and decrypt, by its own policy. The L2 writes the role into the policy of the secret's key: where the key is in a stack of its own that refers back in a circle, and where it
 * is imported there is nothing to write to. Only for another account the key has to say it too.
 */
export function secretOfManager(secret: secretsmanager.ISecret, field?: string): ecs.Secret {
  const plain = ecs.Secret.fromSecretsManager(secret, field);
  return {
    ...plain,
    grantRead: grantee => {
      const isElsewhere = Token.compareStrings(secret.env.account, grantee.grantPrincipal.principalAccount ?? '') === TokenComparison.DIFFERENT;
      if (isElsewhere || !secret.encryptionKey) return plain.grantRead(grantee);
      const grants = fetching(secret, secret).map(({ actions, resources, conditions }) => iam.Grant.addToPrincipal({ grantee, actions, resourceArns: resources, conditions }));
      return grants.reduce((all, grant) => all.combine(grant));
    },
  };
}

/** The parameter of a name. Containers of a task may share it. */
export function parameterOf(task: Construct, parameterName: string): ssm.IParameter {
  const id = `Parameter ${parameterName.replaceAll('/', ' ').trim()}`;
  return (task.node.tryFindChild(id) as ssm.IParameter | undefined) ?? ssm.StringParameter.fromSecureStringParameterAttributes(task, id, { parameterName });
}

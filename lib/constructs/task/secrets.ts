import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';

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
  if ('field' in secret) return ecs.Secret.fromSecretsManager(secret.secret, secret.field);
  if ('secretArn' in secret) return ecs.Secret.fromSecretsManager(secret);
  return 'parameterArn' in secret ? ecs.Secret.fromSsmParameter(secret) : secret;
}

/** Containers of a task may share a parameter. */
function parameterOf(task: Construct, parameterName: string): ssm.IParameter {
  const id = `Parameter ${parameterName.replaceAll('/', ' ').trim()}`;
  return (task.node.tryFindChild(id) as ssm.IParameter | undefined) ?? ssm.StringParameter.fromSecureStringParameterAttributes(task, id, { parameterName });
}

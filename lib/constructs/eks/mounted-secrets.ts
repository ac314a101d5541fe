import { Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { misuse } from '../misuse';
import type { ContainerOptions } from '../task/container';
import { parameterOf, secretOfManager } from '../task/secrets';
import type { Manifest } from './manifest';

/** Secrets of a pod: what stands in the pod, in its container, and beside them. */
export interface MountedSecrets {
  readonly manifests: readonly Manifest[];
  readonly volumes: readonly Manifest[];
  readonly mounts: readonly Manifest[];
  readonly env: readonly Manifest[];
}

type Secrets = NonNullable<ContainerOptions['secrets']>;

/** A secret or a parameter in the words of the provider: as a file, and with a file for each of these fields. */
interface ProviderObject {
  readonly objectName: string;
  readonly objectType: 'secretsmanager' | 'ssmparameter';
  objectAlias?: string;
  jmesPath?: { readonly path: string; readonly objectAlias: string }[];
}

/** A secret or a parameter, and what of it is meant. */
interface Meant {
  readonly of: secretsmanager.ISecret | ssm.IParameter;
  readonly field?: string;
}

/**
 * Secrets by the AWS Secrets and Configuration Provider, which mounts them as files, and makes the secret of Kubernetes from which the variables come.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/integrating_ascp_csi.html
 */
export function mountSecrets(scope: Construct, metadata: Manifest & { readonly name: string }, { account, identityType }: { readonly account: eks.ServiceAccount; readonly identityType: eks.IdentityType }, secrets: Secrets = {}): MountedSecrets {
  const variables = Object.keys(secrets), { name } = metadata;
  if (variables.length === 0) return { manifests: [], volumes: [], mounts: [], env: [] };
  // The provider takes each secret once, and the list as text.
  const objects = new Map<Meant['of'], ProviderObject>(), data: Manifest[] = [];
  for (const [variable, secret] of Object.entries(secrets)) {
    const { of, field } = meantBy(scope, variable, secret), object = objects.get(of) ?? objectOf(of);
    objects.set(of, object);
    if ('secretArn' in of) secretOfManager(of).grantRead(account);
    else of.grantRead(account);
    if (field === undefined) object.objectAlias ??= variable;
    else (object.jmesPath ??= []).push({ path: /^[A-Za-z_]\w*$/.test(field) ? field : JSON.stringify(field), objectAlias: variable });
    data.push({ key: variable, objectName: field === undefined ? object.objectAlias : variable });
  }
  return {
    manifests: [{
      apiVersion: 'secrets-store.csi.x-k8s.io/v1', kind: 'SecretProviderClass', metadata,
      spec: {
        provider: 'aws',
        parameters: { region: Stack.of(scope).region, usePodIdentity: identityType === eks.IdentityType.POD_IDENTITY ? 'true' : undefined, objects: JSON.stringify([...objects.values()]) },
        secretObjects: [{ secretName: name, type: 'Opaque', data }],
      },
    }],
    volumes: [{ name: 'secrets', csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true, volumeAttributes: { secretProviderClass: name } } }],
    mounts: [{ name: 'secrets', mountPath: '/mnt/secrets', readOnly: true }],
    env: variables.map(variable => ({ name: variable, valueFrom: { secretKeyRef: { name, key: variable } } })),
  };
}

function meantBy(scope: Construct, variable: string, secret: Secrets[string]): Meant {
  if (typeof secret === 'string') return { of: parameterOf(scope, secret) };
  if ('field' in secret) return { of: secret.secret, field: secret.field };
  if ('secretArn' in secret || 'parameterArn' in secret) return { of: secret };
  throw misuse(scope, `secret ${variable} is an ecs.Secret, which only ECS reads. Give the secret, { secret, field }, the parameter, or its name.`);
}

function objectOf(of: Meant['of']): ProviderObject {
  return 'secretArn' in of ? { objectName: of.secretArn, objectType: 'secretsmanager' } : { objectName: of.parameterName, objectType: 'ssmparameter' };
}

import { Stack, Token } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { upstreamRegistries } from '../../engine';
import { misuse } from '../misuse';
import { checkGiven, checkProps } from '../options/check';
import { allowing } from '../role/role-options';

/** Registries that Amazon ECR can stand in for, by the names that it has for them. */
export type Upstream = 'ecr-public' | 'docker-hub' | 'quay' | 'k8s' | 'github-container-registry' | 'gitlab-container-registry' | 'azure-container-registry';

/** A registry of somebody else, of which ECR keeps copies. */
export interface PullThroughCacheProps {
  /** The registry: `ecr-public`, `docker-hub`, `quay`, `k8s`, `github-container-registry`, `gitlab-container-registry`, `azure-container-registry`. */
  readonly upstream: Upstream;
  /**
   * The address of the registry, as `shop.azurecr.io`. Only for `azure-container-registry`, of which everybody has one.
   * @default - the one that the registry has
   */
  readonly url?: string;
  /**
   * What the names of the copies begin with. It is unique in the account and region.
   * @default - the name of the registry, as `docker-hub`
   */
  readonly prefix?: string;
  /**
   * The login at the registry: a secret with the fields `username` and `accessToken`, of which the name begins with `ecr-pullthroughcache/`.
   * @default - none, which is enough for `ecr-public`, `quay` and `k8s`
   */
  readonly credentials?: secretsmanager.ISecret;
}

/**
 * Lets tasks pull images of another registry by ECR, which fetches them the first time and keeps copies that it refreshes: no limits of that registry, and no outage of it, stop a task from starting.
 * Where tasks reach ECR by VPC endpoints alone, the first pull of an image has to be made from elsewhere.
 *
 * @example
 * const hub = new PullThroughCache(stack, 'DockerHub', { upstream: 'docker-hub', credentials: secretsmanager.Secret.fromSecretNameV2(stack, 'Login', 'ecr-pullthroughcache/docker-hub') });
 * new FargateService(stack, 'Cache', { cluster, container: { image: hub.image('library/redis:7'), port: 6379 } });
 */
export class PullThroughCache extends Construct {
  /** The rule of the registry. */
  readonly rule: ecr.CfnPullThroughCacheRule;
  private readonly prefix: string;

  constructor(scope: Construct, id: string, props: PullThroughCacheProps) {
    checkProps(scope, id, 'PullThroughCacheProps', props, new.target === PullThroughCache);
    super(scope, id);
    const { upstream, url, prefix = upstream, credentials } = props, { path } = this.node;
    if (!credentials && upstreamRegistries.value[upstream].isClosed) throw misuse(path, `${upstream} lets nobody in without a login. Give credentials: a secret with username and accessToken, of which the name begins with ecr-pullthroughcache/.`);
    if (credentials) checkName(path, credentials);
    if (!/^([a-z0-9]+([._-][a-z0-9]+)*\/)*[a-z0-9]+([._-][a-z0-9]+)*$/.test(prefix) && !Token.isUnresolved(prefix)) throw misuse(path, `prefix is '${prefix}'. Give small letters and digits, with single dots, hyphens, underscores or slashes between them, as 'docker-hub'.`);
    this.prefix = prefix;
    this.rule = new ecr.CfnPullThroughCacheRule(this, 'Rule', { ecrRepositoryPrefix: prefix, upstreamRegistry: upstream, upstreamRegistryUrl: addressOf(path, upstream, url), credentialArn: credentials?.secretArn });
  }

  /** An image by the name that it has in the other registry: `library/redis:7`, `nginx/nginx@sha256:…`. The execution role may pull it, and bring it in the first time. */
  image(name: string): ecs.ContainerImage {
    checkGiven('PullThroughCache.image', { name }, this);
    if (!/^(?![^/]*[.:][^/]*\/)[a-z0-9][a-z0-9._/-]*([:@]\S+)?$/.test(name)) throw misuse(this, `'${name}' is no name of an image in the registry. Give it without the registry, as 'library/redis:7'.`);
    return new CachedImage(this.rule, `${this.prefix}/${name}`);
  }
}

/** ECR takes only logins whose names begin so; of one that is made without a name CloudFormation makes one up. */
function checkName(path: string, secret: secretsmanager.ISecret): void {
  const { defaultChild } = secret.node, name: unknown = defaultChild ? secret.stack.resolve((defaultChild as secretsmanager.CfnSecret).name) ?? '' : secret.secretName;
  if (typeof name !== 'string' || Token.isUnresolved(name) || name.startsWith('ecr-pullthroughcache/')) return;
  throw misuse(path, `credentials is the secret ${secret.node.path}, ${name === '' ? 'of which CloudFormation makes up the name' : `with the name '${name}'`}. ECR takes secrets whose names begin with ecr-pullthroughcache/: give it a secretName such as 'ecr-pullthroughcache/login'.`);
}

function addressOf(path: string, upstream: Upstream, url: string | undefined): string {
  const { url: settled } = upstreamRegistries.value[upstream];
  if (settled !== undefined && url !== undefined) throw misuse(path, `url is for azure-container-registry; ${upstream} has the address ${settled}. Leave it out.`);
  const address = settled ?? url;
  if (address === undefined) throw misuse(path, `${upstream} has an address for each of its users. Give url, as 'shop.azurecr.io'.`);
  return address;
}

/** An image in the cache, with the permissions to pull it and to bring it in. */
class CachedImage extends ecs.ContainerImage {
  constructor(private readonly rule: ecr.CfnPullThroughCacheRule, private readonly name: string) {
    super();
  }

  bind(_scope: Construct, { taskDefinition }: ecs.ContainerDefinition): ecs.ContainerImageConfig {
    const { account, region, urlSuffix } = Stack.of(this.rule), [repositoryName = ''] = this.name.split(/[:@]/);
    const repository = Stack.of(this.rule).formatArn({ service: 'ecr', resource: 'repository', resourceName: repositoryName });
    for (const statement of [allowing('registryLogin', ['*']), allowing('imagePull', [repository]), allowing('upstreamImage', [repository])]) taskDefinition.addToExecutionRolePolicy(statement);
    // A task that starts before the rule is there finds no such image.
    taskDefinition.node.addDependency(this.rule);
    return { imageName: `${account}.dkr.ecr.${region}.${urlSuffix}/${this.name}` };
  }
}

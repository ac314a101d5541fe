import type { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Cluster, FargateService, PullThroughCache, Repository, type PullThroughCacheProps } from '../../lib/index';
import { only, shop } from '../support/shop';

test('a repository scans, keeps the newest images and their tags, and drops what has none', () => {
  const stack = shop();
  new Repository(stack, 'Images', { keep: 30 });
  const { Properties } = only(stack, 'AWS::ECR::Repository');
  expect(Properties).toMatchObject({ ImageScanningConfiguration: { ScanOnPush: true }, ImageTagMutability: 'IMMUTABLE' });
  const { rules } = JSON.parse((Properties.LifecyclePolicy as { LifecyclePolicyText: string }).LifecyclePolicyText) as { rules: unknown };
  expect(rules).toMatchObject([{ selection: { tagStatus: 'untagged', countNumber: 7 } }, { selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 30 } }]);
});

test('it is encrypted with a key, and other accounts may pull', () => {
  const stack = shop();
  new Repository(stack, 'Images', { encryptionKey: new kms.Key(stack, 'Key'), mutableTags: true, pullAccounts: ['111122223333'] });
  expect(only(stack, 'AWS::ECR::Repository').Properties).toMatchObject({ EncryptionConfiguration: { EncryptionType: 'KMS' }, RepositoryPolicyText: { Statement: [{ Action: expect.arrayContaining(['ecr:BatchGetImage']) as string[] }] } });
  expect(() => new Repository(shop(), 'Images', { pullAccounts: ['prod'] })).toThrow("Shop/Images: pullAccounts holds 'prod', which is no account.");
});

test('what was released last is a parameter that deployments leave alone, and begins with an image that there is', () => {
  const stack = shop(), repository = new Repository(stack, 'Images');
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: { image: repository.released(stack, 'WebImage', 'public.ecr.aws/nginx/nginx:stable'), port: 80 } });
  const template = Template.fromStack(stack);
  template.hasParameter('WebImage', { Type: 'String', Default: 'public.ecr.aws/nginx/nginx:stable' });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Image: { Ref: 'WebImage' } }] });
  template.hasResourceProperties('AWS::IAM::Policy', { Roles: [{ Ref: Match.stringLikeRegexp('ExecutionRole') }], PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: Match.arrayWith(['ecr:BatchGetImage']) })]) } });
});

test('an image has its tag or its digest, and how to push is told', () => {
  const stack = shop(), repository = new Repository(stack, 'Images');
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: { image: repository.image('1.4.2') } });
  expect(JSON.stringify(only(stack, 'AWS::ECS::TaskDefinition').Properties)).toContain(':1.4.2');
  expect(JSON.stringify(stack.resolve(repository.pushCommands))).toMatch(/docker login .* docker push/);
});

describe('a cache of another registry', () => {
  const build = (props: Partial<PullThroughCacheProps> = {}, name = 'nginx/nginx:stable'): Stack => {
    const stack = shop(), cache = new PullThroughCache(stack, 'Cache', { upstream: 'ecr-public', ...props });
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: { image: cache.image(name) } });
    return stack;
  };

  test('gives tasks its images, which they may bring in the first time', () => {
    const stack = build();
    expect(only(stack, 'AWS::ECR::PullThroughCacheRule').Properties).toEqual({ EcrRepositoryPrefix: 'ecr-public', UpstreamRegistry: 'ecr-public', UpstreamRegistryUrl: 'public.ecr.aws' });
    const { Properties, DependsOn } = only(stack, 'AWS::ECS::TaskDefinition');
    expect(JSON.stringify(Properties)).toContain('/ecr-public/nginx/nginx:stable');
    expect(DependsOn).toEqual([only(stack, 'AWS::ECR::PullThroughCacheRule').id]);
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'] })]) } });
  });

  test('logs in where the other registry wants it', () => {
    const stack = shop(), credentials = new secretsmanager.Secret(stack, 'Login', { secretName: 'ecr-pullthroughcache/hub' });
    new PullThroughCache(stack, 'Hub', { upstream: 'docker-hub', prefix: 'hub', credentials });
    expect(only(stack, 'AWS::ECR::PullThroughCacheRule').Properties).toMatchObject({ EcrRepositoryPrefix: 'hub', UpstreamRegistryUrl: 'registry-1.docker.io', CredentialArn: { Ref: only(stack, 'AWS::SecretsManager::Secret').id } });
  });

  test.each<[string, Partial<PullThroughCacheProps>, string, string]>([
    ['a login that is missing', { upstream: 'docker-hub' }, 'library/redis:7', 'Shop/Cache: docker-hub lets nobody in without a login.'],
    ['a registry that is none', { upstream: 'dockerhub' as never }, 'library/redis:7', `Shop/Cache: upstream is "dockerhub". Give 'ecr-public', 'docker-hub', `],
    ['an address that is missing', { upstream: 'azure-container-registry', credentials: secretsmanager.Secret.fromSecretNameV2(shop(), 'Login', 'ecr-pullthroughcache/azure') }, 'shop:1', "Give url, as 'shop.azurecr.io'."],
    ['an address that is settled', { url: 'example.com' }, 'nginx/nginx:stable', 'Shop/Cache: url is for azure-container-registry; ecr-public has the address public.ecr.aws.'],
    ['the name with its registry', {}, 'public.ecr.aws/nginx/nginx:stable', "Shop/Cache: 'public.ecr.aws/nginx/nginx:stable' is no name of an image in the registry."],
  ])('%s is refused at once', (_, props, name, message) => {
    expect(() => build(props, name)).toThrow(message);
  });
});

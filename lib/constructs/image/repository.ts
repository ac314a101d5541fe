import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { misuse, pathOf } from '../misuse';
import { checkGiven, checkProps } from '../options/check';

/** A repository of images. */
export interface RepositoryProps {
  /**
   * How many images are kept, the newest ones.
   * @default 100
   * @range a whole number from 1
   */
  readonly keep?: number;
  /**
   * Whether a tag may be pushed a second time, for another image. Then what a tag means changes under the tasks that run.
   * @default false
   */
  readonly mutableTags?: boolean;
  /**
   * The key with which images are encrypted.
   * @default - one of Amazon S3
   */
  readonly encryptionKey?: kms.IKey;
  /**
   * Accounts whose tasks may pull the images: `['111122223333']`.
   * @default - only this one
   */
  readonly pullAccounts?: string[];
  /**
   * A physical name, for those who push. It is unique in the account and region.
   * @default - CloudFormation makes one up
   */
  readonly repositoryName?: string;
}

/**
 * A repository that scans what is pushed, keeps the newest images and drops those without a tag after a week. Tags are immutable.
 *
 * @example
 * const repository = new Repository(stack, 'Images');
 * new FargateService(stack, 'Web', { cluster, container: { image: repository.released(stack, 'WebImage', 'public.ecr.aws/nginx/nginx:stable'), port: 80 } });
 */
export class Repository extends ecr.Repository {
  constructor(scope: Construct, id: string, props: RepositoryProps = {}) {
    checkProps(scope, id, 'RepositoryProps', props, new.target === Repository);
    const { keep = 100, mutableTags, encryptionKey, pullAccounts = [], repositoryName } = props;
    const stray = pullAccounts.find(account => !/^\d{12}$/.test(account));
    if (stray !== undefined) throw misuse(pathOf(scope, id), `pullAccounts holds '${stray}', which is no account. Give the twelve digits of one, as '111122223333'.`);
    super(scope, id, {
      repositoryName, encryptionKey,
      encryption: encryptionKey && ecr.RepositoryEncryption.KMS,
      imageScanOnPush: true,
      imageTagMutability: mutableTags ? ecr.TagMutability.MUTABLE : ecr.TagMutability.IMMUTABLE,
      lifecycleRules: [
        { rulePriority: 1, tagStatus: ecr.TagStatus.UNTAGGED, maxImageAge: Duration.days(7), description: 'Images without a tag' },
        { rulePriority: 2, tagStatus: ecr.TagStatus.ANY, maxImageCount: keep, description: 'All but the newest' },
      ],
    });
    for (const account of pullAccounts) this.grantPull(new iam.AccountPrincipal(account));
  }

  /** The image with a tag, or with a digest that begins with `sha256:`. It has to be there before the first deployment of whoever uses it. */
  image(tagOrDigest: string): ecs.ContainerImage {
    checkGiven('Repository.image', { tagOrDigest }, this);
    return ecs.ContainerImage.fromEcrRepository(this, tagOrDigest);
  }

  /**
   * The image that was released last, by whoever releases: a parameter of the stack holds it, which `cdk deploy` leaves as it is. A release is a deployment with another value, as
   * `cdk deploy --parameters Shop:WebImage=<repository>:1.4.3` or `aws cloudformation update-stack`.
   * @param id the name of the parameter.
   * @param bootstrap the image of the first deployment, when the repository is still empty: one of a public registry, which listens on the same port.
   */
  released(scope: Construct, id: string, bootstrap: string): ecs.ContainerImage {
    checkGiven('Repository.released', { scope, id, bootstrap }, this);
    const parameter = new CfnParameter(Stack.of(scope), id, { default: bootstrap, description: `The image that runs: one of repository ${this.node.path}, with tag or digest` });
    return new ReleasedImage(this, parameter);
  }

  /** The commands by which somebody who is logged in at AWS pushes an image. To show them after a deployment make a `CfnOutput` of them. */
  get pushCommands(): string {
    const { region } = Stack.of(this), registry = this.registryUri;
    return `aws ecr get-login-password --region ${region} | docker login --username AWS --password-stdin ${registry} && docker build --tag ${this.repositoryUri}:TAG . && docker push ${this.repositoryUri}:TAG`;
  }
}

/** What a parameter says, with the permission to pull from the repository. */
class ReleasedImage extends ecs.ContainerImage {
  constructor(private readonly repository: ecr.IRepository, private readonly parameter: CfnParameter) {
    super();
  }

  bind(_scope: Construct, { taskDefinition }: ecs.ContainerDefinition): ecs.ContainerImageConfig {
    this.repository.grantPull(taskDefinition.obtainExecutionRole());
    return { imageName: this.parameter.valueAsString };
  }
}

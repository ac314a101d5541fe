import { Token } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as rds from 'aws-cdk-lib/aws-rds';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import { knowingTheLine } from '../app-line';
import { balancedUrlOf } from '../load-balancing/application';
import { misuse } from '../misuse';
import { checkGiven } from '../options/check';
import { openWay } from '../open-way';
import { secretOfManager } from '../task/secrets';
import { connectedUrlOf } from './service-connect';

/** What a service can be linked with. */
export type Linkable = sqs.IQueue | dynamodb.ITable | dynamodb.ITableV2 | s3.IBucket | sns.ITopic | secretsmanager.ISecret | rds.IDatabaseCluster | rds.IDatabaseInstance | ecs.BaseService;

/** What a link allows, and how the code finds it. */
export interface LinkOptions {
  /**
   * What environment variables begin with.
   * @default - the id of the construct, as `ORDERS` of `Orders`
   */
  readonly as?: string;
  /**
   * What the code may do with a queue, a table or a bucket: `read`, `write`, `readWrite`. To read a queue is to work it off.
   * @default - 'write' with a queue, else 'readWrite'
   */
  readonly access?: 'read' | 'write' | 'readWrite';
}

/** Lets the code of a service use something: permission of the task role, environment variables of its main container, security groups. */
export function link(service: ecs.BaseService, target: Linkable, options: LinkOptions): void {
  checkGiven('FargateService.link', { target, options }, service);
  const { as, access } = options;
  const name = prefixOf(target, as);
  const container = service.taskDefinition.defaultContainer;
  if (!container) throw misuse(service, `it has no container yet that could be told of ${target.node.path}. Add one to its task definition first.`);
  checkAccess(service, target, access);
  const found = knowingTheLine(() => (target instanceof ecs.BaseService ? { URL: urlFor(service, target) } : reach(service, target) ?? grant(service.taskDefinition.taskRole, target, access)));
  for (const [what, value] of Object.entries(found)) {
    if (typeof value === 'string') container.addEnvironment(what === '' ? name : `${name}_${what}`, value);
    else container.addSecret(what === '' ? name : `${name}_${what}`, value);
  }
}

/** What the environment variables of a link begin with. */
export function prefixOf(target: IConstruct, as: string | undefined): string {
  return as ?? target.node.id.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/\W+/g, '_').toUpperCase();
}

/** Refuses to say what may be done with something of which nothing but one thing may be done. */
export function checkAccess(where: Construct, target: IConstruct, access: LinkOptions['access']): void {
  if (access !== undefined && !('queueUrl' in target || 'tableName' in target || 'bucketName' in target)) throw misuse(where, `link access is for queues, tables and buckets, and ${target.node.path} is none. Leave it out.`);
}

/** Environment variables, of which the names are still to begin with that of the link. */
interface Variables { readonly [what: string]: string | ecs.Secret }

/** Things for which the execution role is asked, and not the task role. */
function reach(service: ecs.BaseService, target: Exclude<Linkable, ecs.BaseService>): Variables | undefined {
  if ('secretArn' in target) return { '': secretOfManager(target) };
  const endpoint = 'clusterEndpoint' in target ? target.clusterEndpoint : 'instanceEndpoint' in target ? target.instanceEndpoint : undefined;
  if (!endpoint || !('connections' in target)) return undefined;
  openWay(service, target, ec2.Port.tcp(endpoint.port), 'Database');
  const secret = 'secret' in target ? (target as { secret?: secretsmanager.ISecret }).secret : undefined;
  return {
    HOST: endpoint.hostname, PORT: Token.asString(endpoint.port),
    ...(secret ? { USERNAME: secretOfManager(secret, 'username'), PASSWORD: secretOfManager(secret, 'password') } : {}),
  };
}

/** Allows what there is for queues, topics, tables and buckets. */
export function grant(role: iam.IGrantable, target: Exclude<Linkable, ecs.BaseService>, access: LinkOptions['access']): { readonly [what: string]: string } {
  if ('queueUrl' in target) {
    if (access === 'read' || access === 'readWrite') target.grantConsumeMessages(role);
    if (access !== 'read') target.grantSendMessages(role);
    return { QUEUE_URL: target.queueUrl };
  }
  if ('topicArn' in target) {
    target.grantPublish(role);
    return { TOPIC_ARN: target.topicArn };
  }
  if ('tableName' in target) {
    target[access === 'read' ? 'grantReadData' : access === 'write' ? 'grantWriteData' : 'grantReadWriteData'](role);
    return { TABLE_NAME: target.tableName };
  }
  if ('bucketName' in target) {
    target[access === 'read' ? 'grantRead' : access === 'write' ? 'grantWrite' : 'grantReadWrite'](role);
    return { BUCKET_NAME: target.bucketName };
  }
  throw new Error(`${target.node.path} can't be linked with.`);
}

/** The URL of another service. Tasks know only the names that there were when they started, so that whoever calls comes after. */
function urlFor(service: ecs.BaseService, target: ecs.BaseService): string {
  const connected = connectedUrlOf(service, target);
  if (connected !== undefined) {
    openWay(service, target, ec2.Port.tcp(target.taskDefinition.defaultContainer?.containerPort ?? 80), 'Service Connect');
    resourceOf(service).addResourceDependency(resourceOf(target));
    return connected;
  }
  const url = balancedUrlOf(target);
  if (url !== undefined) return url;
  throw misuse(service, `it cannot call ${target.node.path}, which has neither a name nor a load balancer. Give that one serviceConnect: {} or loadBalancer: {}.`);
}

/** The service alone: all of its parts are not made to wait for all of the other's. */
function resourceOf(service: ecs.BaseService): ecs.CfnService {
  return service.node.defaultChild as ecs.CfnService;
}

import { globOf, matchGlob } from '../core/glob';
import { partsOf, sameText } from '../core/text';
import { absent, type TextPart, type Value } from '../core/value';
import { resourceKey } from '../finding/finding';
import { anyPartition } from '../iam/arn';
import { readPolicyDocument, type PolicyDocument } from '../iam/policy';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { firstOf } from './capacity/launch-template';
import { namedOf, type Named } from './noun';
import { partsNaming, type Parts, type ResourcePart } from './part';
import { readTags, type Tags } from './tags';

/** What tasks use and what may say for itself who uses it: a repository, the registry as a whole, a secret, a key, a bucket, a file system, a queue, a topic, a table, a stream. */
export interface GuardedResource extends Named {
  readonly arn: Value<string>;
  /** Its resource-based policies. */
  readonly policies: readonly PolicyDocument[];
  /** Where a statement is added to these: a property of its own, or of the resource that holds its policy. Undefined where that may stand elsewhere. */
  readonly policy: Property | undefined;
  /** How statements of its policy name it. */
  readonly namedAs: NamedAs;
  /** Those that IAM is told of when something is done to it. */
  readonly tags: Tags;
  /** The key of AWS KMS with which its content is encrypted, as it is referred to. */
  readonly key: Value<string>;
  /** Whether another resource adds to its content, or may. */
  readonly isExtended: boolean;
  readonly properties: Property;
}

/** By its ARN; by `*`, where the policy is a property of the resource, which cannot refer to itself; or not at all. */
type NamedAs = 'arn' | '*' | 'nothing';

/** How the types of guarded resources say what is read of them. */
interface Guard {
  /** What gives the ARN: `Ref`, or an attribute. */
  readonly arn: string;
  /** The property with the policy, by its keys; or the type of the resource that holds it with the property that names what it guards. */
  readonly policy: readonly [string, ...string[]] | { readonly type: string; readonly names: string; readonly document: string };
  /** By its ARN unless given. */
  readonly namedAs?: NamedAs;
  /** The type of the resource that holds a policy for all of them in an account and region, with the property. */
  readonly policyOfAll?: { readonly type: string; readonly document: string };
  /** The property with the tags; none where IAM is not told of them. */
  readonly tags?: string;
  readonly key?: (properties: Property) => Property;
  /** The type of the resource that adds to its content, and the property that names the guarded one. */
  readonly extendedBy?: { readonly type: string; readonly names: string };
}

const guards: Readonly<Record<string, Guard>> = {
  'AWS::DynamoDB::Table': { arn: 'Arn', policy: ['ResourcePolicy', 'PolicyDocument'], namedAs: '*', tags: 'Tags' },
  'AWS::ECR::RegistryPolicy': { arn: 'Ref', policy: ['PolicyText'] },
  'AWS::ECR::Repository': {
    arn: 'Arn', policy: ['RepositoryPolicyText'], namedAs: 'nothing', policyOfAll: { type: 'AWS::ECR::RegistryPolicy', document: 'PolicyText' }, tags: 'Tags',
    key: properties => properties.get('EncryptionConfiguration', 'KmsKey'),
  },
  'AWS::EFS::FileSystem': { arn: 'Arn', policy: ['FileSystemPolicy'], namedAs: 'nothing', tags: 'FileSystemTags', key: properties => properties.get('KmsKeyId') },
  'AWS::KMS::Key': { arn: 'Arn', policy: ['KeyPolicy'], namedAs: '*', tags: 'Tags' },
  'AWS::Kinesis::Stream': { arn: 'Arn', policy: { type: 'AWS::Kinesis::ResourcePolicy', names: 'ResourceArn', document: 'ResourcePolicy' }, tags: 'Tags' },
  'AWS::S3::Bucket': {
    arn: 'Arn', policy: { type: 'AWS::S3::BucketPolicy', names: 'Bucket', document: 'PolicyDocument' },
    key: properties => firstOf(properties.get('BucketEncryption', 'ServerSideEncryptionConfiguration')).get('ServerSideEncryptionByDefault', 'KMSMasterKeyID'),
  },
  'AWS::S3Files::FileSystem': { arn: 'FileSystemArn', policy: { type: 'AWS::S3Files::FileSystemPolicy', names: 'FileSystemId', document: 'Policy' }, tags: 'Tags' },
  'AWS::SecretsManager::Secret': {
    arn: 'Ref', policy: { type: 'AWS::SecretsManager::ResourcePolicy', names: 'SecretId', document: 'ResourcePolicy' }, tags: 'Tags',
    key: properties => properties.get('KmsKeyId'), extendedBy: { type: 'AWS::SecretsManager::SecretTargetAttachment', names: 'SecretId' },
  },
  'AWS::SNS::Topic': { arn: 'Ref', policy: { type: 'AWS::SNS::TopicPolicy', names: 'Topics', document: 'PolicyDocument' }, tags: 'Tags' },
  'AWS::SQS::Queue': { arn: 'Arn', policy: { type: 'AWS::SQS::QueuePolicy', names: 'Queues', document: 'PolicyDocument' }, tags: 'Tags' },
};

/** Reads all guarded resources. `of` gives the resources of a type. */
export function readGuardedResources(of: (type: string) => readonly Resource[]): readonly GuardedResource[] {
  const partsIn = (given: { readonly type: string; readonly names: string } | undefined): Parts<ResourcePart> => partsNaming(given?.names ?? '', given ? of(given.type) : []);
  return Object.entries(guards).flatMap(([type, guard]) => {
    const { policy, policyOfAll, extendedBy } = guard;
    const others = { policies: partsIn('type' in policy ? policy : undefined), policiesOfAll: policyOfAll ? of(policyOfAll.type) : [], extensions: partsIn(extendedBy), aliases: of('AWS::KMS::Alias') };
    return of(type).map(resource => readGuardedResource(resource, guard, others));
  });
}

/** What may name guarded resources of a type. */
interface Others {
  readonly policies: Parts<ResourcePart>;
  readonly policiesOfAll: readonly Resource[];
  readonly extensions: Parts<ResourcePart>;
  readonly aliases: readonly Resource[];
}

function readGuardedResource(resource: Resource, { arn, policy, namedAs = 'arn', policyOfAll, tags, key }: Guard, others: Others): GuardedResource {
  const { properties, ref } = resource, named = namedOf(resource, '');
  const holders = 'type' in policy ? others.policies.allOf(named) : [];
  const documents = 'type' in policy ? holders.map(holder => holder.properties.get(policy.document)) : [properties.get(...policy)];
  const policies = documents.map((document, i) => (holders[i]?.exists.state === 'unknown' ? { statements: [], unread: [holders[i].exists] } : policyIn(document)));
  const ofAll = policyOfAll ? others.policiesOfAll.filter(other => isInSamePlace(other, resource)).map(other => policyIn(other.properties.get(policyOfAll.document))) : [];
  return {
    arn: (arn === 'Ref' ? ref : resource.attribute(arn)).text(),
    policies: [...policies, ...ofAll].flatMap(document => document ?? []),
    policy: documents[0],
    namedAs,
    tags: tags === undefined ? [] : readTags(properties.get(tags)),
    key: key ? keyBehind(key(properties).text(), others.aliases) : absent(properties.at),
    isExtended: others.extensions.allOf(named).length > 0,
    properties,
    ...named,
  };
}

function isInSamePlace({ environment: one }: Resource, { environment: other }: Resource): boolean {
  return sameText(one.region, other.region) === 'yes' && sameText(one.account, other.account) === 'yes';
}

function policyIn(property: Property): PolicyDocument | undefined {
  return property.given === 'no' ? undefined : readPolicyDocument(property);
}

/** The key behind a reference, which may be an alias of the template. */
function keyBehind(key: Value<string>, aliases: readonly Resource[]): Value<string> {
  const alias = aliases.find(resource => sameText(resource.ref.text(), key) === 'yes');
  return alias ? alias.properties.get('TargetKeyId').text() : key;
}

/** Whether it is a key of AWS KMS, whose policy decides alone whether those of roles count. */
export function isKey({ type }: GuardedResource): boolean {
  return type === 'AWS::KMS::Key';
}

/** The resource of the templates that an ARN is of, or that holds what it is of, as a bucket holds an object. */
export function guardOf(arn: Value<string>, all: readonly GuardedResource[]): GuardedResource | undefined {
  if (arn.state === 'absent') return undefined;
  const text = anyPartition(partsOf(arn) ?? []), named = new Set(resourcesIn(text));
  return all.find(({ arn: its }) => {
    const parts = partsOf(its) ?? [];
    if (!resourcesIn(parts).every(resource => named.has(resource))) return false; // the short way out, which most take
    const own = anyPartition(parts);
    return ['', '/*', ':*'].some(end => matchGlob([...own, ...globOf([end])], text) === 'yes');
  });
}

/** The resources of which the ARN says something that is not known. */
function resourcesIn(arn: readonly TextPart[]): readonly string[] {
  return arn.flatMap(part => (typeof part === 'object' && part.is?.kind === 'attribute' ? [resourceKey({ stack: part.is.stack, id: part.is.resource })] : []));
}

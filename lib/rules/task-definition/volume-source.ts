import { startsWith } from '../../core/text';
import { anyAnswer } from '../../core/identity';
import type { Value } from '../../core/value';
import { ownerOf, type ResourceRef } from '../../finding/finding';
import type { Model } from '../../model/model';
import { defineRule } from '../rule';

/** What a volume names is a file system, by its id or its ARN, as the kind of volume wants it; a bucket is none. */
export const volumeSource = defineRule({
  id: 'volume-source',
  title: 'The volume names something that cannot be mounted so',
  severity: 'error',
  phase: 'start',
  subject: 'taskDefinition',
  explanation: 'EFS mounts a file system by its id, fs-…, and an access point by its id, fsap-…, where an ARN means nothing to it. A bucket of S3 is no file system: neither EFS nor the host of a container mounts one, and the devices and capabilities that FUSE takes for it are not to be had on Fargate. A volume of S3 Files shows a bucket as files; what it names is the ARN of a file system of S3 Files that was made for the bucket.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-s3files-config.html',
  predicts: ['failed to invoke EFS utils commands to set up EFS volumes'],
  facts: [],
  messages: {
    bucket: ({ property, isS3Files }: { property: string; isS3Files: boolean }) => ({
      says: `${property} names a bucket of S3, which is no file system.`,
      fix: isS3Files ? 'Make a file system of S3 Files for the bucket, and name its ARN, arn:aws:s3files:….' : 'Take a volume of S3 Files (S3FilesVolumeConfiguration), or read and write the bucket by the API of S3.',
      ...(property === 'FilesystemId' ? { ecsSays } : {}),
    }),
    notAnId: ({ property, form }: { property: string; form: string }) => ({
      says: `${property} is an ARN, and EFS takes an id there, ${form}.`,
      fix: `Name the id, which is what Ref gives: ${property}: !Ref ….`,
      ecsSays,
    }),
    accessPoint: () => ({
      says: 'FilesystemId names an access point, and EFS takes a file system there.',
      fix: 'Name the file system, and the access point under AuthorizationConfig.AccessPointId.',
      ecsSays,
    }),
  },
  check(task, say, model) {
    for (const { properties } of say.need(task.volumes) ?? []) {
      const efs = properties.get('EFSVolumeConfiguration'), fileSystem = efs.get('FilesystemId').text(), accessPoint = efs.get('AuthorizationConfig', 'AccessPointId').text();
      for (const [property, value] of [['FilesystemId', fileSystem], ['FileSystemArn', properties.get('S3FilesVolumeConfiguration', 'FileSystemArn').text()], ['SourcePath', properties.get('Host', 'SourcePath').text()]] as const) {
        if (isBucket(value, model)) say.violated('bucket', value, { property, isS3Files: property === 'FileSystemArn' });
      }
      if (isArnOf(fileSystem, 'elasticfilesystem', model.network.fileSystems.all)) say.violated('notAnId', fileSystem, { property: 'FilesystemId', form: 'fs-…' });
      if (isArnOf(accessPoint, 'elasticfilesystem', model.network.accessPoints.all)) say.violated('notAnId', accessPoint, { property: 'AccessPointId', form: 'fsap-…' });
      if (startsWith(fileSystem, 'fsap-') === 'yes' || attributeOf(fileSystem, model.network.accessPoints.all) === 'Ref') say.violated('accessPoint', fileSystem, undefined);
    }
  },
});

const ecsSays = 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: …';

function isBucket(value: Value<string>, { guardedResources }: Model): boolean {
  return attributeOf(value, guardedResources.filter(({ type }) => type === 'AWS::S3::Bucket')) !== undefined || anyAnswer(['s3://', 'arn:aws:s3:::'].map(start => startsWith(value, start))) === 'yes';
}

function isArnOf(value: Value<string>, service: string, all: Parameters<typeof attributeOf>[1]): boolean {
  return attributeOf(value, all) === 'Arn' || startsWith(value, `arn:aws:${service}:`) === 'yes';
}

/** The attribute of one of the resources that the value is. */
function attributeOf(value: Value<string>, all: readonly ResourceRef[]): string | undefined {
  const is = value.state === 'absent' ? undefined : value.is;
  return is?.kind === 'attribute' && ownerOf(is, all) ? is.attribute : undefined;
}

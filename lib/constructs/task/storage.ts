import { Size, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct, IConstruct } from 'constructs';
import { misuse } from '../misuse';
import { checkGiven } from '../options/check';
import { allowing } from '../role/role-options';
import { InfrastructureRole } from '../role/infrastructure-role';
import { diskGiBOf } from '../sizes';
import { openWay } from '../open-way';

/** A part of a file system for a task. */
export interface EfsStorageOptions {
  /**
   * Whether the task may only read.
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * The access point by which the task comes in.
   * @default - one is made, for a directory with the name of the volume, which belongs to user 1000 and which nobody else may enter
   */
  readonly accessPoint?: efs.IAccessPoint;
}

/** A disk for each task. */
export interface EbsStorageOptions {
  /** Its size: `'20 GB'`, or MiB. */
  readonly size: number | string;
  /**
   * Its kind.
   * @default ec2.EbsDeviceVolumeType.GP3
   */
  readonly type?: ec2.EbsDeviceVolumeType;
  /**
   * The key with which it is encrypted.
   * @default - the one that AWS manages
   */
  readonly encryptionKey?: kms.IKey;
  /**
   * The snapshot that it begins with.
   * @default - it is empty
   */
  readonly snapshotId?: string;
}

/** What runs the task: a service, or whoever starts it else. */
type Runner = IConstruct & ec2.IConnectable;

/** What is to be mounted. */
export type Mounted =
  | { readonly kind: 'efs'; readonly fileSystem: efs.IFileSystem; readonly options: EfsStorageOptions }
  | { readonly kind: 'ebs'; readonly options: EbsStorageOptions }
  | { readonly kind: 'scratch' }
  | { readonly kind: 'directory'; readonly sourcePath: string; readonly readOnly: boolean };

/** Something to mount in containers, described. Containers of a task that name the same thing share it. */
export class Storage {
  /**
   * A directory of a file system of EFS, which outlives tasks and which tasks share. It is mounted encrypted, by an access point, and by leave of the task role; security groups are opened.
   * @param name its name among the volumes of the task, and of the directory.
   */
  static efs(name: string, fileSystem: efs.IFileSystem, options: EfsStorageOptions = {}): Storage {
    checkGiven('Storage.efs', { name, fileSystem, options }, `Storage.efs('${name}')`);
    return new Storage(name, { kind: 'efs', fileSystem, options });
  }

  /** A disk of EBS for each task of a service, made and deleted with the task. ECS does it with an infrastructure role that is made. */
  static ebs(name: string, options: EbsStorageOptions): Storage {
    checkGiven('Storage.ebs', { name, options }, `Storage.ebs('${name}')`);
    return new Storage(name, { kind: 'ebs', options });
  }

  /** Room that the containers of a task share, and that is gone with it. */
  static scratch(name: string): Storage {
    checkGiven('Storage.scratch', { name });
    return new Storage(name, { kind: 'scratch' });
  }

  /** A directory of the container instance. Not on Fargate. */
  static instanceDirectory(name: string, sourcePath: string, readOnly = false): Storage {
    checkGiven('Storage.instanceDirectory', { name, sourcePath, readOnly });
    return new Storage(name, { kind: 'directory', sourcePath, readOnly });
  }

  private readonly tasks = new Set<ecs.TaskDefinition>();

  private constructor(private readonly name: string, private readonly mounted: Mounted) {}

  /**
   * What it is, for who mounts it elsewhere than in a task of ECS.
   * @internal
   */
  get _described(): { readonly name: string; readonly mounted: Mounted; readonly readOnly: boolean } {
    const { name, mounted } = this;
    return { name, mounted, readOnly: (mounted.kind === 'efs' && mounted.options.readOnly) || (mounted.kind === 'directory' && mounted.readOnly) };
  }

  /**
   * Mounts it in a container.
   * @internal
   */
  _mount(task: ecs.TaskDefinition, container: ecs.ContainerDefinition, containerPath: string): void {
    checkMountPath(container, this.name, containerPath);
    if (!this.tasks.has(task)) task.addVolume(volumeOf(task, this.name, this.mounted));
    this.tasks.add(task);
    container.addMountPoints({ sourceVolume: this.name, containerPath, readOnly: this._described.readOnly });
  }

  /**
   * Lets whoever runs the task reach it.
   * @internal
   */
  _attach(runner: Runner): void {
    const { name, mounted } = this;
    if (mounted.kind === 'efs') {
      openWay(runner, mounted.fileSystem, ec2.Port.tcp(efs.FileSystem.DEFAULT_PORT), 'Files');
      runner.node.addDependency(mounted.fileSystem.mountTargetsAvailable);
    }
    if (mounted.kind !== 'ebs') return;
    if (!(runner instanceof ecs.BaseService)) throw misuse(runner, `the volume ${name} is of EBS, which ECS makes for tasks of services. Give the task ephemeralStorageGiB, or a volume of EFS.`);
    runner.addVolume(ebsVolume(runner, name, mounted.options));
  }
}

/** Refuses a place in a container that is no whole path. */
export function checkMountPath(where: IConstruct, name: string, containerPath: string): void {
  if (/^(\/|[A-Za-z]:\\)/.test(containerPath) || Token.isUnresolved(containerPath)) return;
  throw misuse(where, `the volume ${name} is mounted at ${JSON.stringify(containerPath)}. Give the whole path in the container, as '/data'.`);
}

function volumeOf(task: ecs.TaskDefinition, name: string, mounted: Mounted): ecs.Volume {
  switch (mounted.kind) {
    case 'efs': return efsVolume(name, mounted.fileSystem, mounted.options, task);
    case 'ebs': return { name, configuredAtLaunch: true };
    case 'scratch': return { name };
    case 'directory': return { name, host: { sourcePath: mounted.sourcePath } };
  }
}

function efsVolume(name: string, fileSystem: efs.IFileSystem, { readOnly, accessPoint }: EfsStorageOptions, task: ecs.TaskDefinition): ecs.Volume {
  const { accessPointArn, accessPointId } = accessPoint ?? accessPointFor(task, name, fileSystem);
  for (const purpose of ['mount', ...(readOnly ? [] : ['fileWrite' as const])] as const) {
    task.taskRole.addToPrincipalPolicy(allowing(purpose, [fileSystem.fileSystemArn], { StringEquals: { 'elasticfilesystem:AccessPointArn': accessPointArn } }));
  }
  return { name, efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED', authorizationConfig: { accessPointId, iam: 'ENABLED' } } };
}

/** The way in to a directory of its own. */
export function accessPointFor(scope: Construct, name: string, fileSystem: efs.IFileSystem): efs.AccessPoint {
  const owner = { uid: '1000', gid: '1000' };
  return new efs.AccessPoint(scope, `${name}AccessPoint`, {
    fileSystem, path: `/${name}`, posixUser: owner, createAcl: { ownerUid: owner.uid, ownerGid: owner.gid, permissions: '750' },
  });
}

function ebsVolume(service: ecs.BaseService, name: string, { size, type = ec2.EbsDeviceVolumeType.GP3, encryptionKey, snapshotId }: EbsStorageOptions): ecs.ServiceManagedVolume {
  const role = new InfrastructureRole(service, `${name}VolumeRole`, { volumes: true, volumeKeys: encryptionKey ? [encryptionKey] : [] });
  // What lets it use the key stands in a policy of its own.
  service.node.defaultChild?.node.addDependency(role);
  return new ecs.ServiceManagedVolume(service, `${name}Volume`, {
    name,
    managedEBSVolume: {
      role,
      size: Size.gibibytes(diskGiBOf(service.node.path, `the size of volume ${name}`, size)),
      volumeType: type, encrypted: true, kmsKeyId: encryptionKey, snapShotId: snapshotId,
    },
  });
}

import { sameText, showText } from '../core/text';
import { ifKnown, known, unknownsIn, type Value } from '../core/value';
import { ownerOf } from '../finding/finding';
import type { RequestContext } from '../iam/request';
import { guardOf, type GuardedResource } from '../model/guarded-resource';
import type { TaskDefinition } from '../model/task-definition/task-definition';
import type { Volume } from '../model/task-definition/volume';
import { arn, something } from './arn';
import { allNeeds, noNeeds, type Needs } from './need';

/**
 * What volumes of EFS ask of the task role where IAM authorization is on. A file system without a policy of its own lets everybody in.
 * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function mountNeeds(task: TaskDefinition, guarded: readonly GuardedResource[]): Needs {
  return allNeeds((ifKnown(task.volumes) ?? []).map(volume => {
    const iam = authorizationOf(volume);
    if (iam.state === 'unknown') return { needs: [], open: [iam] };
    if (iam.state === 'absent' || iam.value.toUpperCase() !== 'ENABLED') return noNeeds;
    const guard = fileSystemOf(volume, guarded);
    if (!guard) return { needs: [], open: [something('the policy of the file system', iam.at)] };
    if (guard.policies.length === 0) return noNeeds;
    const shared = { resources: [guard.arn], context: contextOf(volume, task), guard, whose: nameOf(volume), at: iam.at };
    return {
      needs: [
        { purpose: 'mount', severity: 'error', ...shared },
        // Without that it is mounted all the same, and can only be read.
        ...(isWritten(volume, task) ? [{ purpose: 'fileWrite', severity: 'warning', ...shared } as const] : []),
      ],
      open: [],
    };
  }));
}

/**
 * The volumes of EFS that are mounted with credentials of the task role, whatever the policy of the file system: without any, mounting fails.
 * https://github.com/aws/efs-utils (get_aws_security_credentials in mount_efs)
 */
export function volumesWithIam(task: TaskDefinition): readonly string[] {
  return (ifKnown(task.volumes) ?? []).filter(volume => ifKnown(authorizationOf(volume))?.toUpperCase() === 'ENABLED').map(nameOf);
}

function authorizationOf({ properties }: Volume): Value<string> {
  return properties.get('EFSVolumeConfiguration', 'AuthorizationConfig', 'IAM').text();
}

function nameOf({ name }: Volume): string {
  return `volume ${showText(name)}`;
}

/**
 * What volumes of S3 Files ask of the task role, which they cannot be without. The policy of the file system may allow it in the place of the role's, and what holds where it has none is
 * not documented: so these are warnings. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html
 */
export function s3MountNeeds(task: TaskDefinition, guarded: readonly GuardedResource[]): Needs {
  return allNeeds((ifKnown(task.volumes) ?? []).map(volume => {
    const files = volume.properties.get('S3FilesVolumeConfiguration'), fileSystem = files.get('FileSystemArn').text(), { at } = files;
    if (fileSystem.state === 'absent') return noNeeds;
    if (files.given === 'unknown') return { needs: [], open: unknownsIn(fileSystem) };
    const guard = guardOf(fileSystem, guarded), accessPoint = files.get('AccessPointArn').text(), context: RequestContext = new Map([['s3files:accesspointarn', accessPoint]]);
    const shared = { resources: [fileSystem], context, severity: 'warning', ...(guard ? { guard } : {}), whose: nameOf(volume), at } as const;
    return { needs: [{ purpose: 's3Mount', ...shared }, ...(isWritten(volume, task) ? [{ purpose: 's3Write', ...shared } as const] : [])], open: [] };
  }));
}

/** Whether a container mounts the volume for certain, and not for reading only. */
function isWritten({ name }: Volume, { containers }: TaskDefinition): boolean {
  const mountPoints = (ifKnown(containers) ?? []).flatMap(({ properties }) => ifKnown(properties.get('MountPoints').list()) ?? []);
  return mountPoints.some(point => {
    const readOnly = point.get('ReadOnly').flag();
    return sameText(point.get('SourceVolume').text(), name) === 'yes' && readOnly.state !== 'unknown' && !ifKnown(readOnly);
  });
}

/** What the file system learns of a mount: that it is by a mount target, and by which access point where there is one. */
export function contextOf({ properties }: Volume, { environment }: TaskDefinition): RequestContext {
  const id = properties.get('EFSVolumeConfiguration', 'AuthorizationConfig', 'AccessPointId').text();
  const accessPoint = id.state === 'absent' ? [] : [['elasticfilesystem:accesspointarn', arn(environment, 'elasticfilesystem', 'access-point/', id)] as const];
  return new Map<string, Value<string>>([['elasticfilesystem:accessedviamounttarget', known('true', properties.at)], ...accessPoint]);
}

/** The file system of a volume, where it is in the templates. */
export function fileSystemOf(volume: Volume, guarded: readonly GuardedResource[]): GuardedResource | undefined {
  const named = ownerOf(volume.fileSystem.state === 'absent' ? undefined : volume.fileSystem.is, guarded);
  return named?.type === 'AWS::EFS::FileSystem' ? named : undefined;
}

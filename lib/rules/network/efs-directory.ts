import { ifKnown, type Value } from '../../core/value';
import type { Model } from '../../model/model';
import type { FileSystem } from '../../model/network/file-system';
import type { Volume } from '../../model/task-definition/volume';
import { defineRule } from '../rule';

/** The directory of a file system that a task mounts is there, and an access point is one of the same file system. */
export const efsDirectory = defineRule({
  id: 'efs-directory',
  title: 'The task mounts a directory that the file system does not have',
  severity: 'error',
  phase: 'start',
  subject: 'taskDefinition',
  explanation: 'A new file system of EFS is empty: it has the directory / and no other. An access point makes its directory on first use where it has CreationInfo; RootDirectory of a volume makes none. EFS refuses to mount what is not there, and an access point of another file system.',
  docs: 'https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html',
  predicts: ['reason given by server: No such file or directory', 'mount.nfs4: access denied by server while mounting'],
  facts: [],
  messages: {
    notThere: ({ volume, directory, fileSystem }: { volume: string; directory: string; fileSystem: string }) => ({
      says: `Volume ${volume} mounts the directory ${directory} of ${fileSystem}, which these templates create empty.`,
      fix: 'Mount /, or an AWS::EFS::AccessPoint whose RootDirectory has this Path and CreationInfo.',
      ecsSays: `ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: mounting fs-….efs.….amazonaws.com:${directory} failed, reason given by server: No such file or directory`,
    }),
    notMade: ({ accessPoint, directory, fileSystem }: { accessPoint: string; directory: string; fileSystem: string }) => ({
      says: `${accessPoint} leads to the directory ${directory} of ${fileSystem}, which these templates create empty, and does not say as whose EFS is to make it.`,
      fix: `Give RootDirectory of ${accessPoint} CreationInfo with OwnerUid, OwnerGid and Permissions.`,
      ecsSays: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: … mount.nfs4: access denied by server while mounting 127.0.0.1:/',
    }),
    otherFileSystem: ({ volume, accessPoint, fileSystem }: { volume: string; accessPoint: string; fileSystem: string }) => ({
      says: `Volume ${volume} mounts ${fileSystem} by ${accessPoint}, which is an access point of another file system.`,
      fix: `Name an access point of ${fileSystem}.`,
      ecsSays: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: … mount.nfs4: access denied by server while mounting 127.0.0.1:/',
    }),
  },
  check(task, say, model) {
    for (const volume of ifKnown(task.volumes) ?? []) {
      const fileSystem = fileSystemOf(volume.fileSystem, model), efs = volume.properties.get('EFSVolumeConfiguration');
      if (!fileSystem) continue;
      const name = ifKnown(volume.name) ?? '';
      const directory = efs.get('RootDirectory').text();
      const accessPoint = ifKnown(model.network.accessPoints.find(efs.get('AuthorizationConfig', 'AccessPointId').text()));
      const isOpen = isMountedWhole(fileSystem, model);
      if (accessPoint) {
        const theirs = fileSystemOf(accessPoint.fileSystem, model), root = accessPoint.properties.get('RootDirectory'), path = root.get('Path').text(), led = ifKnown(path) ?? '/';
        if (theirs && theirs !== fileSystem) say.violated('otherFileSystem', efs.get('AuthorizationConfig', 'AccessPointId'), { volume: name, accessPoint: accessPoint.id, fileSystem: fileSystem.id }, { related: [accessPoint, fileSystem, theirs] });
        else if (led !== '/' && root.get('CreationInfo').given === 'no' && !isOpen) say.violated('notMade', path, { accessPoint: accessPoint.id, directory: led, fileSystem: fileSystem.id }, { related: [accessPoint, fileSystem] });
      } else if (efs.get('AuthorizationConfig', 'AccessPointId').given === 'no' && !['/', ''].includes(ifKnown(directory) ?? '/') && !isOpen) {
        say.violated('notThere', directory, { volume: name, directory: ifKnown(directory) ?? '', fileSystem: fileSystem.id }, { related: [fileSystem] });
      }
    }
  },
});

function fileSystemOf(reference: Value<string>, { network }: Model): FileSystem | undefined {
  return ifKnown(network.fileSystems.find(reference));
}

/** Whether something in the templates mounts all of the file system, or may, or fills it otherwise, so that there may be directories in it; one that is copied from another is not empty either. */
function isMountedWhole(fileSystem: FileSystem, model: Model): boolean {
  const isWhole = ({ fileSystem: reference, properties }: Volume): boolean => {
    const efs = properties.get('EFSVolumeConfiguration');
    return fileSystemOf(reference, model) === fileSystem && efs.get('AuthorizationConfig', 'AccessPointId').given === 'no' && ['/', ''].includes(ifKnown(efs.get('RootDirectory').text()) ?? '/');
  };
  return fileSystem.properties.get('ReplicationConfiguration').given !== 'no' || fileSystem.filledBy.length > 0 || model.taskDefinitions.some(({ volumes }) => (ifKnown(volumes) ?? []).some(isWhole));
}

import { showText } from '../core/text';
import { ifKnown, known } from '../core/value';
import type { GuardedResource } from '../model/guarded-resource';
import type { TaskDefinition } from '../model/task-definition/task-definition';
import type { Volume } from '../model/task-definition/volume';
import { something } from './arn';
import { allNeeds, noNeeds, type Needs } from './need';

/**
 * What volumes of EFS ask of the task role where IAM authorization is on. A file system without a policy of its own lets everybody in.
 * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function mountNeeds({ volumes }: TaskDefinition, guarded: readonly GuardedResource[]): Needs {
  return allNeeds((ifKnown(volumes) ?? []).map(volume => {
    const iam = volume.properties.get('EFSVolumeConfiguration', 'AuthorizationConfig', 'IAM').text();
    if (iam.state === 'unknown') return { needs: [], open: [iam] };
    if (iam.state === 'absent' || iam.value.toUpperCase() !== 'ENABLED') return noNeeds;
    const guard = fileSystemOf(volume, guarded);
    if (!guard) return { needs: [], open: [something('the policy of the file system', iam.at)] };
    if (guard.policies.length === 0) return noNeeds;
    const context = new Map([['elasticfilesystem:accessedviamounttarget', known('true', iam.at)]]);
    return { needs: [{ purpose: 'mount', resources: [guard.arn], context, guard, whose: `volume ${showText(volume.name)}`, at: iam.at, severity: 'error' }], open: [] };
  }));
}

/** The file system of a volume, where it is in the templates. */
export function fileSystemOf(volume: Volume, guarded: readonly GuardedResource[]): GuardedResource | undefined {
  const is = volume.fileSystem.state === 'absent' ? undefined : volume.fileSystem.is;
  return is?.kind === 'attribute' ? guarded.find(({ type, stack, id }) => type === 'AWS::EFS::FileSystem' && stack === is.stack && id === is.resource) : undefined;
}

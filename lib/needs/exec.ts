import type { Purpose } from '../catalog/needed-permissions';
import { ifKnown, type Value } from '../core/value';
import type { Launcher } from '../model/service/launch';
import { arn, everything, join } from './arn';
import { keyNeed } from './decryption';
import { allNeeds, noNeeds, type Need, type Needs, type TaskSurroundings } from './need';

/** What starts tasks in the containers of which a shell may be opened: a service, a schedule, a daemon. */
export type ExecLauncher = Pick<Launcher, 'type' | 'exists' | 'execEnabled' | 'cluster' | 'environment'>;

/**
 * What ECS Exec asks of the task role where it is enabled: the agent in the container speaks to Systems Manager with it. Tasks of a schedule come
 * and go without anybody who would open a shell in them.
 */
export function execNeeds(launchers: readonly ExecLauncher[], surroundings: TaskSurroundings): Needs {
  return allNeeds(launchers.map(launcher => {
    const { type, exists, execEnabled } = launcher;
    if (execEnabled.state === 'unknown') return { needs: [], open: [execEnabled] };
    if (execEnabled.state === 'absent' || !execEnabled.value) return noNeeds;
    if (exists.state === 'unknown') return { needs: [], open: [exists] };
    const { at } = execEnabled, severity = type === 'AWS::ECS::Service' ? 'error' : 'warning';
    return { needs: [{ purpose: 'exec', resources: [everything(at)], at, severity }, ...auditNeeds(launcher, surroundings)], open: [] };
  }));
}

/** What the cluster wants done with what is typed: encrypted with a key, and kept in a log group or a bucket. */
function auditNeeds({ cluster, environment }: ExecLauncher, surroundings: TaskSurroundings): readonly Need[] {
  const configuration = ifKnown(cluster)?.properties.get('Configuration', 'ExecuteCommandConfiguration');
  if (!configuration) return [];
  const key = configuration.get('KmsKeyId').text(), logging = configuration.get('LogConfiguration');
  const logs = logging.get('CloudWatchLogGroupName').text(), bucket = logging.get('S3BucketName').text();
  const need = (purpose: Purpose, resource: Value<string>): Need => ({ purpose, resources: [resource], at: resource.at, severity: 'warning' });
  const bucketArn = join(bucket.at, 'arn:', environment.partition, ':s3:::', bucket);
  return [
    ...(key.state === 'absent' ? [] : [keyNeed('execKey', key, surroundings, { at: key.at })]),
    ...(logs.state === 'absent' ? [] : [need('execGroups', everything(logs.at)), need('execLog', join(logs.at, arn(environment, 'logs', 'log-group:', logs), ':*'))]),
    ...(bucket.state === 'absent' ? [] : [need('execFile', join(bucket.at, bucketArn, '/*'))]),
    ...(bucket.state !== 'absent' && ifKnown(logging.get('S3EncryptionEnabled').flag()) ? [need('execBucket', bucketArn)] : []),
  ];
}

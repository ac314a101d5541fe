import { ifKnown } from '../core/value';
import type { Launcher } from '../model/service/launch';
import { everything, join } from './arn';
import { keyNeed } from './decryption';
import { allNeeds, noNeeds, type Need, type Needs, type TaskSurroundings } from './need';

/**
 * What ECS Exec asks of the task role where it is enabled: the agent in the container speaks to Systems Manager with it. Tasks of a schedule come
 * and go without anybody who would open a shell in them.
 */
export function execNeeds(launchers: readonly Launcher[], surroundings: TaskSurroundings): Needs {
  return allNeeds(launchers.map(launcher => {
    const { type, execEnabled } = launcher;
    if (execEnabled.state === 'unknown') return { needs: [], open: [execEnabled] };
    if (execEnabled.state === 'absent' || !execEnabled.value) return noNeeds;
    const { at } = execEnabled, severity = type === 'AWS::ECS::Service' ? 'error' : 'warning';
    return { needs: [{ purpose: 'exec', resources: [everything(at)], at, severity }, ...auditNeeds(launcher, surroundings)], open: [] };
  }));
}

/** What the cluster wants done with what is typed: encrypted with a key, and kept in a log group or a bucket. */
function auditNeeds({ cluster, environment }: Launcher, surroundings: TaskSurroundings): readonly Need[] {
  const configuration = ifKnown(cluster)?.properties.get('Configuration', 'ExecuteCommandConfiguration');
  if (!configuration) return [];
  const key = configuration.get('KmsKeyId').text();
  const logs = configuration.get('LogConfiguration', 'CloudWatchLogGroupName').text(), bucket = configuration.get('LogConfiguration', 'S3BucketName').text();
  const { partition, region, account } = environment;
  const group = join(logs.at, 'arn:', partition, ':logs:', region, ':', account, ':log-group:', logs, ':*');
  return [
    ...(key.state === 'absent' ? [] : [keyNeed('execKey', key, surroundings, { at: key.at })]),
    ...(logs.state === 'absent' ? [] : [{ purpose: 'execLog', resources: [group], at: logs.at, severity: 'warning' } as const]),
    ...(bucket.state === 'absent' ? [] : [{ purpose: 'execFile', resources: [join(bucket.at, 'arn:', partition, ':s3:::', bucket, '/*')], at: bucket.at, severity: 'warning' } as const]),
  ];
}

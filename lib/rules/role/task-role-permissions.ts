import { neededPermissions } from '../../catalog/needed-permissions';
import { managedPolicies } from '../../catalog/managed-policies';
import { sidecars } from '../../catalog/sidecars';
import { listed } from '../listed';
import { defineRule } from '../rule';
import { lacksOf, lackWords, type Lack } from './lacks';

/** What runs in the containers has the task role: the agent of ECS Exec, the mount of a file system, the daemon of X-Ray. */
export const taskRolePermissions = defineRule({
  id: 'task-role-permissions',
  title: 'The task role may not do what the task is set up for',
  severity: 'error',
  phase: 'start',
  subject: 'roleAtWork',
  explanation: 'Containers call AWS with the task role. Features that a task definition or a service turns on need it too: ECS Exec speaks to Systems Manager with it, a volume of EFS with IAM authorization is mounted with it, so is one of S3 Files, the daemon of X-Ray sends its traces with it, and a log router the logs.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  predicts: ['TargetNotConnectedException', 'mount.nfs4: access denied by server while mounting', 'AccessDeniedException'],
  facts: [neededPermissions, managedPolicies, sidecars],
  messages: {
    exec: (lack: Lack) => ({
      ...lackWords(lack, 'ECS Exec is enabled, and its agent opens its channel with these', 'TargetNotConnectedException: The execute command failed due to an internal error. Try again later.'),
      phase: 'exec',
    }),
    mount: (lack: Lack) => lackWords(lack, `IAM authorization is on for ${listed(lack.whose)}, which is mounted with the task role`,
      "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: mount.nfs4: access denied by server while mounting 127.0.0.1:/"),
    files: (lack: Lack) => lackWords(lack, `${listed(lack.whose)} is one of S3 Files, which is mounted with the task role`, 'access denied by server while mounting'),
    write: (lack: Lack) => lackWords(lack, `without it ${listed(lack.whose)} is mounted for reading only, and a container is to write to it`, 'Read-only file system'),
    audit: (lack: Lack) => ({
      ...lackWords(lack, 'the cluster encrypts or keeps what is typed in ECS Exec, and its agent does that with this', 'TargetNotConnectedException: The execute command failed due to an internal error. Try again later.'),
      phase: 'exec',
    }),
    sidecar: (lack: Lack) => lackWords(lack, `${listed(lack.whose)} works with that`, 'AccessDeniedException'),
    routedLog: (lack: Lack) => lackWords(lack, `the log router sends the logs of ${listed(lack.whose)} with that`, 'AccessDeniedException'),
  },
  check(subject, say, { order }) {
    for (const { message, at, data, related } of lacksOf(subject, 'task', messages, say, order)) say.violated(message, { at }, data, { related });
  },
});

const messages = {
  exec: 'exec', execKey: 'audit', execLog: 'audit', execGroups: 'audit', execFile: 'audit', execBucket: 'audit', mount: 'mount', fileWrite: 'write', s3Mount: 'files', s3Write: 'write',
  traces: 'sidecar', metrics: 'sidecar', embeddedMetrics: 'sidecar', remoteWrite: 'sidecar', mesh: 'sidecar',
  routedLog: 'routedLog', routedGroup: 'routedLog', routedRecords: 'routedLog', routedStream: 'routedLog', routedFile: 'routedLog',
} as const;

import { ifKnown, type Value } from '../../core/value';
import { inUse } from '../../model/in-use';
import type { Volume } from '../../model/task-definition/volume';
import { listed } from '../listed';
import { defineRule, type Say } from '../rule';

/** A volume is of one kind, and what it says of encryption, access points and directories agrees. */
export const volumeConfiguration = defineRule({
  id: 'volume-configuration',
  title: 'The settings of a volume contradict each other',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'A volume is on the host, made by Docker, of EFS, S3 Files or FSx, or configured at launch: one of these, and one volume of a task at most is configured at launch. Volumes of Docker are provisioned by Autoprovision where their scope is shared, and of the scope task without (API DockerVolumeConfiguration). A volume of EFS that is reached by IAM or by an access point is encrypted in transit, and with an access point, also one of S3 Files, the root directory is that of the access point. ECS refuses a task definition that says otherwise.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
  predicts: [
    'EFS IAM authorization requires TransitEncryption to be enabled.', 'TransitEncryptionPort requires that TransitEncryption is enabled.',
    'When using an EFS access point, the root directory must either be set to "/" or be omitted.', 'Only one volume configuration',
  ],
  facts: [],
  messages: {
    twoKinds: ({ kinds }: { kinds: readonly string[] }) => ({
      says: `The volume has ${listed(kinds)}; a volume is of one kind.`,
      fix: 'Make two volumes of it, or take one of them out.',
      ecsSays: 'Only one volume configuration is allowed for a volume.',
    }),
    twoAtLaunch: () => ({
      says: 'More than one volume of the task is configured at launch.',
      fix: 'Leave ConfiguredAtLaunch to one volume.',
      ecsSays: 'Only one volume can be configured at launch.',
    }),
    notEncrypted: ({ because, ecsSays }: { because: string; ecsSays: string }) => ({
      says: `The volume has ${because}, for which EFS has to be encrypted in transit, and TransitEncryption is not ENABLED.`,
      fix: 'TransitEncryption: ENABLED',
      repair: [{ set: 'ENABLED' }],
      ecsSays,
    }),
    autoprovision: () => ({
      says: 'The Docker volume is one of the task, which ECS always makes, and Autoprovision is true.',
      fix: 'Take Autoprovision out, or set Scope to shared.',
      repair: [{ remove: true }],
    }),
    rootDirectory: ({ directory }: { directory: string }) => ({
      says: `The volume has an access point, which gives the root directory, and RootDirectory ${directory}.`,
      fix: 'Take RootDirectory out, or set it to /.',
      repair: [{ remove: true }],
      ecsSays: 'When using an EFS access point, the root directory must either be set to "/" or be omitted.',
    }),
  },
  check(task, say) {
    const volumes = say.need(task.volumes) ?? [];
    for (const volume of volumes) {
      const found = kinds.filter(kind => ifKnown(inUse(volume.properties.get(kind))) === true);
      if (found.length > 1) say.violated('twoKinds', volume, { kinds: found });
      const docker = volume.properties.get('DockerVolumeConfiguration'), autoprovision = docker.get('Autoprovision').flag();
      if (ifKnown(docker.get('Scope').text()) === 'task' && ifKnown(autoprovision)) say.violated('autoprovision', autoprovision, undefined);
      checkEfs(volume, say);
      const files = volume.properties.get('S3FilesVolumeConfiguration');
      checkRoot(files.get('RootDirectory').text(), files.get('AccessPointArn').text(), say);
    }
    const [, second] = volumes.filter(({ configuredAtLaunch }) => say.need(configuredAtLaunch));
    if (second) say.violated('twoAtLaunch', second, undefined);
  },
});

/** `Host` without a path is left out: it says the same as no kind at all. */
const kinds = ['DockerVolumeConfiguration', 'EFSVolumeConfiguration', 'FSxWindowsFileServerVolumeConfiguration', 'S3FilesVolumeConfiguration', 'ConfiguredAtLaunch', 'Host'];

function checkEfs(volume: Volume, say: Say<(typeof volumeConfiguration)['messages']>): void {
  const efs = volume.properties.get('EFSVolumeConfiguration');
  if (efs.given === 'no') return;
  const encryption = efs.get('TransitEncryption').text(), directory = efs.get('RootDirectory').text();
  const iam = efs.get('AuthorizationConfig', 'IAM').text(), hasAccessPoint = isGiven(efs.get('AuthorizationConfig', 'AccessPointId').text());
  const needs = (isNeeded: boolean, because: string, ecsSays: string): void => {
    if (!isNeeded || isEnabled(encryption)) return;
    if (encryption.state === 'unknown') say.undecided(encryption);
    else say.violated('notEncrypted', encryption, { because, ecsSays });
  };
  needs(isEnabled(iam), 'IAM authorization', 'EFS IAM authorization requires TransitEncryption to be enabled.');
  needs(hasAccessPoint, 'an access point', 'EFS access points require TransitEncryption to be enabled.');
  needs(isGiven(efs.get('TransitEncryptionPort').text()), 'a TransitEncryptionPort', 'TransitEncryptionPort requires that TransitEncryption is enabled.');
  checkRoot(directory, efs.get('AuthorizationConfig', 'AccessPointId').text(), say);
}

/** An access point gives the root directory. */
function checkRoot(directory: Value<string>, accessPoint: Value<string>, say: Say<(typeof volumeConfiguration)['messages']>): void {
  const root = say.need(directory);
  if (root !== undefined && root !== '/' && isGiven(accessPoint)) say.violated('rootDirectory', directory, { directory: root });
}

function isEnabled(value: Value<string>): boolean {
  return ifKnown(value)?.trim().toUpperCase() === 'ENABLED';
}

/** Whether something is given for certain, be it only the reference to a resource that is yet to be made. */
function isGiven(value: Value<string>): boolean {
  return value.state === 'known' || (value.state === 'unknown' && value.is?.kind === 'attribute');
}

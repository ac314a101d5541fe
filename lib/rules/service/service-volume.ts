import { ebsVolumeTypes } from '../../catalog/ebs-volumes';
import { entryOf } from '../../core/entry';
import { sameText, showText } from '../../core/text';
import { ifKnown, withDefault } from '../../core/value';
import { isFargate } from '../../model/service/launch';
import type { Service } from '../../model/service/service';
import { atPath } from '../at-path';
import { defineRule, type Say } from '../rule';

/** A service configures the volume that its task definition leaves to it, and no other, and as EBS makes volumes. */
export const serviceVolume = defineRule({
  id: 'service-volume',
  title: 'The service and its task definition do not agree on a volume',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'A volume of a task definition that is ConfiguredAtLaunch is made by ECS for each task, as VolumeConfigurations of the service says; the two go by one name. ECS refuses a service that configures another volume, and tasks do not start where nobody configures it. Which sizes, iops and throughput there are depends on the type of the volume; Fargate does not have the type standard, and ntfs is for Windows alone.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html',
  predicts: [
    'does not have a matching volume in your Task Definition that is configurable at launch.', 'Volume configuration provided but no matching configuredAtLaunch volume found in task definition.',
    'ECS managed EBS volume configuration was invalid',
  ],
  facts: [ebsVolumeTypes],
  messages: {
    noVolume: ({ name }: { name: string }) => ({
      says: `VolumeConfigurations configures the volume ${name}, and the task definition has none of this name that is configured at launch.`,
      fix: `Add { Name: ${name}, ConfiguredAtLaunch: true } to Volumes of the task definition, or name the one that is there.`,
      ecsSays: `The volume name '${name}' in your request does not have a matching volume in your Task Definition that is configurable at launch.`,
    }),
    notConfigured: ({ name }: { name: string }) => ({
      says: `The volume ${name} of the task definition is configured at launch, and the service does not configure it.`,
      fix: `Give the service VolumeConfigurations with the volume ${name}.`,
      ecsSays: 'Task definition has a volume that is configured at launch, and no volume configuration was provided.',
    }),
    noSize: () => ({
      says: 'The volume has neither a size nor a snapshot.',
      fix: 'Set SizeInGiB.',
      ecsSays: 'ECS managed EBS volume configuration was invalid: you must specify either sizeInGiB or snapshotId.',
    }),
    outOfRange: ({ what, given, type, least, most }: { what: string; given: number; type: string; least: number; most: number }) => ({
      says: `${what} is ${given}; a volume of the type ${type} has ${least} to ${most}.`,
      fix: `Bring ${what} within these bounds, or choose another VolumeType.`,
      ecsSays: 'ECS managed EBS volume configuration was invalid',
    }),
    notOfType: ({ what, type }: { what: string; type: string }) => ({
      says: `A volume of the type ${type} takes no ${what}.`,
      fix: `Take ${what} out, or choose another VolumeType.`,
      ecsSays: 'ECS managed EBS volume configuration was invalid: InvalidParameterCombination',
    }),
    tooMany: ({ what, given, most, because }: { what: string; given: number; most: number; because: string }) => ({
      says: `${what} is ${given}; with ${because} the volume may have ${most}.`,
      fix: `Set ${what} to ${most} or less, or raise the other.`,
      ecsSays: 'ECS managed EBS volume configuration was invalid: InvalidParameterCombination',
    }),
    notOnFargate: ({ type }: { type: string }) => ({
      says: `The volume is of the type ${type}, which Fargate does not have.`,
      fix: 'VolumeType: gp3',
      repair: [{ set: 'gp3' }],
    }),
    otherSystem: ({ format, system }: { format: string; system: string }) => ({
      says: `The volume is formatted as ${format}, and the task runs on ${system}.`,
      fix: system === 'Linux' ? 'FilesystemType: xfs' : 'FilesystemType: ntfs',
    }),
    iopsRequired: ({ type }: { type: string }) => ({
      says: `A volume of the type ${type} needs Iops.`,
      fix: 'Set Iops.',
      ecsSays: 'ECS managed EBS volume configuration was invalid: MissingParameter',
    }),
  },
  check(service, say) {
    const task = say.need(service.taskDefinition), configurations = atPath(service.properties, 'VolumeConfigurations.*', say);
    const names = configurations.map(configuration => configuration.get('Name').text());
    const atLaunch = task && say.need(withDefault(task.volumes, []))?.filter(({ configuredAtLaunch }) => say.need(configuredAtLaunch) !== false);
    for (const [i, name] of names.entries()) {
      if (configurations[i]?.given === 'unknown') say.need(name);
      if (configurations[i]?.given !== 'yes') continue;
      const answers = atLaunch?.map(volume => sameText(volume.name, name));
      if (answers && !answers.includes('yes') && !answers.includes('unknown')) say.violated('noVolume', name, { name: showText(name) }, { related: task ? [task] : [] });
    }
    for (const { name, configuredAtLaunch } of atLaunch ?? []) {
      const isConfigured = names.some(other => sameText(other, name) !== 'no'), given = service.properties.get('VolumeConfigurations');
      if (!isConfigured && ifKnown(configuredAtLaunch) && given.given === 'no' && say.need(service.deploymentController) === 'ECS') say.violated('notConfigured', given, { name: showText(name) }, { related: task ? [task] : [] });
    }
    const runsOn = ifKnown(service.runsOn), isOnFargate = runsOn !== undefined && isFargate(runsOn), system = task && ifKnown(withDefault(task.operatingSystem, isOnFargate ? 'LINUX' : ''));
    for (const configuration of configurations) {
      const volume = configuration.get('ManagedEBSVolume'), type = volume.get('VolumeType').text(), format = volume.get('FilesystemType').text(), formatted = ifKnown(format)?.toLowerCase();
      checkEbs(volume, say);
      if (isOnFargate && ifKnown(type) === 'standard') say.violated('notOnFargate', type, { type: 'standard' });
      if (formatted === undefined || !system) continue;
      const isWindows = system.startsWith('WINDOWS');
      if (isWindows !== (formatted === 'ntfs')) say.violated('otherSystem', format, { format: formatted, system: isWindows ? 'Windows' : 'Linux' }, { related: [task] });
    }
  },
});

function checkEbs(volume: Service['properties'], say: Say<(typeof serviceVolume)['messages']>): void {
  const size = volume.get('SizeInGiB').integer(), iops = volume.get('Iops').integer(), throughput = volume.get('Throughput').integer();
  if (volume.given !== 'yes') return;
  if (size.state === 'absent' && volume.get('SnapshotId').given === 'no') say.violated('noSize', size, undefined);
  const type = say.need(withDefault(volume.get('VolumeType').text(), 'gp3'))?.toLowerCase() ?? '', has = entryOf(ebsVolumeTypes.value, type);
  if (!has) return;
  for (const [what, value, range] of [['SizeInGiB', size, has.sizeGiB], ['Iops', iops, has.iops], ['Throughput', throughput, has.throughput]] as const) {
    const given = say.need(value);
    if (given === undefined) continue;
    if (!range) say.violated('notOfType', value, { what, type });
    else if (given < range.least || given > range.most) say.violated('outOfRange', value, { what, given, type, ...range });
  }
  if (has.iopsRequired && iops.state === 'absent') say.violated('iopsRequired', iops, { type });
  const ratios = [['Iops', iops, has.iopsPerGiB, 'SizeInGiB', ifKnown(size), has.iops?.least], ['Throughput', throughput, has.throughputPerIops, 'Iops', ifKnown(withDefault(iops, has.iops?.least ?? 0)), 0]] as const;
  for (const [what, value, ratio, of, other, least] of ratios) {
    const given = ifKnown(value), most = ratio === undefined || other === undefined ? undefined : Math.max(least ?? 0, ratio * other);
    if (given !== undefined && most !== undefined && given > most) say.violated('tooMany', value, { what, given, most, because: `${of} ${other}` });
  }
}

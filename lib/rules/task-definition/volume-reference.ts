import { sameText, showText } from '../../core/text';
import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** A mount point names a volume of the task definition, and a volume that the service configures is mounted somewhere. */
export const volumeReference = defineRule({
  id: 'volume-reference',
  title: 'The mount points do not match the volumes',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'A container sees a volume where a mount point says so, by the name that the volume has in the same task definition. ECS refuses a mount point whose volume is not there. A volume that is configured at launch costs money for each task, and ECS refuses one that nothing mounts.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html',
  predicts: ["Unknown volume 'name'.", 'Volumes [name] are not referenced by any of the containers'],
  facts: [],
  messages: {
    missing: ({ name, volumes }: { name: string; volumes: readonly string[] }) => ({
      says: `A container mounts the volume ${name}; ${volumes.length === 0 ? 'the task definition has no volumes' : `those of the task definition are ${volumes.join(', ')}`}.`,
      fix: 'Add it to Volumes, or name one that is there.',
      ecsSays: `Unknown volume '${name}'.`,
    }),
    unnamed: () => ({
      says: 'The mount point names no volume.',
      fix: 'Set SourceVolume to the name of a volume of the task definition.',
      ecsSays: "Unknown volume 'null'.",
    }),
    notMounted: ({ name }: { name: string }) => ({
      says: `The volume ${name} is configured at launch, and no container mounts it.`,
      fix: 'Give a container a mount point for it, or take the volume out.',
      ecsSays: `Volumes [${name}] are not referenced by any of the containers`,
    }),
  },
  check(task, say) {
    const containers = say.need(task.containers) ?? [], volumes = say.need(task.volumes) ?? [];
    if (task.volumes.state === 'unknown') return;
    for (const { mountPoints } of containers) {
      for (const { volume } of say.need(mountPoints) ?? []) {
        const answers = volumes.map(({ name }) => sameText(name, volume));
        if (volume.state === 'absent') say.violated('unnamed', volume, undefined);
        else if (answers.includes('unknown') || (volume.state === 'unknown' && volume.mayBeAbsent)) say.need(volume);
        else if (!answers.includes('yes')) say.violated('missing', volume, { name: showText(volume), volumes: volumes.map(({ name }) => showText(name)) });
      }
    }
    const mounted = containers.map(({ mountPoints }) => mountPoints);
    if (task.containers.state !== 'known' || mounted.some(value => value.state === 'unknown')) return;
    for (const { at, name, configuredAtLaunch } of volumes) {
      const isMounted = mounted.some(value => ifKnown(value)?.some(({ volume }) => sameText(volume, name) !== 'no'));
      if (!isMounted && say.need(configuredAtLaunch)) say.violated('notMounted', { at }, { name: showText(name) });
    }
  },
});

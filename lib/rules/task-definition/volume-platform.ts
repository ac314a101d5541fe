import { ifKnown } from '../../core/value';
import { inUse } from '../../model/in-use';
import { defineRule } from '../rule';

/** Shares of FSx for Windows are for Windows, file systems of EFS for Linux, and Docker on Windows has no volume drivers but its own. */
export const volumePlatform = defineRule({
  id: 'volume-platform',
  title: 'The operating system of the task does not mount a volume of this kind',
  severity: 'error',
  phase: 'start',
  subject: 'taskDefinition',
  explanation: 'ECS mounts file systems of EFS in Linux containers alone, shares of FSx for Windows File Server in Windows containers alone, and on Windows no Docker volumes but those of the driver local.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/wfsx-volumes.html',
  predicts: [],
  facts: [],
  messages: {
    linuxOnly: ({ kind, system }: { kind: string; system: string }) => ({
      says: `OperatingSystemFamily is ${system}, and ${kind} is for Linux.`,
      fix: 'Take FSxWindowsFileServerVolumeConfiguration, or a directory of the host.',
    }),
    windowsOnly: ({ kind }: { kind: string }) => ({
      says: `OperatingSystemFamily is LINUX, and ${kind} is for Windows.`,
      fix: 'Take EFSVolumeConfiguration.',
    }),
    localOnly: ({ driver, system }: { driver: string; system: string }) => ({
      says: `OperatingSystemFamily is ${system}, where Docker has the driver local alone; the volume asks for ${driver}.`,
      fix: 'Driver: local',
      repair: [{ set: 'local' }],
    }),
  },
  check({ operatingSystem, volumes }, say) {
    const system = say.need(operatingSystem), isWindows = system?.startsWith('WINDOWS') === true;
    if (system === undefined) return;
    for (const { at, driver, properties } of say.need(volumes) ?? []) {
      const isOf = (kind: string): boolean => ifKnown(inUse(properties.get(kind))) === true, named = ifKnown(driver);
      if (isWindows && isOf('EFSVolumeConfiguration')) say.violated('linuxOnly', { at }, { kind: 'EFSVolumeConfiguration', system });
      if (system === 'LINUX' && isOf('FSxWindowsFileServerVolumeConfiguration')) say.violated('windowsOnly', { at }, { kind: 'FSxWindowsFileServerVolumeConfiguration' });
      if (isWindows && named !== undefined && named !== 'local') say.violated('localOnly', driver, { driver: named, system });
    }
  },
});

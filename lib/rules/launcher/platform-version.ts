import { fargateArmVersion, fargateLargeTasks, fargatePlatformFeatures, fargateSecretKeyVersion, fargateServiceFeatures, fargateWindowsVersion } from '../../catalog/fargate-platform';
import { ifKnown } from '../../core/value';
import { inUse } from '../../model/in-use';
import { isFargate } from '../../model/service/launch';
import { atPath, nameOf } from '../at-path';
import { defineRule } from '../rule';
import { keyIn } from '../task-definition/made-secret';

/** A platform version is Fargate's, and new enough for what its tasks ask for. */
export const platformVersion = defineRule({
  id: 'platform-version',
  title: 'The platform version does not go with the tasks',
  severity: 'error',
  phase: 'create',
  subject: 'launcher',
  explanation: 'PlatformVersion names a version of Fargate in full, as 1.4.0, or says LATEST. ECS refuses it for tasks on container instances, and refuses tasks on Fargate that ask for more than the version has: files of EFS, more ephemeral storage, Service Connect and ECS Exec, for instance, came with 1.4.0. Versions for Linux and for Windows are counted apart.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
  predicts: ['PlatformUnknownException: The specified platform does not exist.', 'The platform version must be null when specifying an EC2 launch type.', 'PlatformTaskDefinitionIncompatibilityException: One or more of the requested capabilities are not supported.'],
  facts: [fargateArmVersion, fargateLargeTasks, fargatePlatformFeatures, fargateSecretKeyVersion, fargateServiceFeatures, fargateWindowsVersion],
  messages: {
    notFargate: ({ version, launchType }: { version: string; launchType: string }) => ({
      says: `The tasks run on the launch type ${launchType}, and PlatformVersion is ${version}.`,
      fix: 'Take PlatformVersion out.',
      repair: [{ remove: true }],
      ecsSays: 'The platform version must be null when specifying an EC2 launch type.',
    }),
    unknown: ({ version }: { version: string }) => ({
      says: `PlatformVersion is ${version}; versions of Fargate have three numbers, as 1.4.0.`,
      fix: 'Set PlatformVersion to LATEST, or take it out.',
      repair: [{ set: 'LATEST' }],
      ecsSays: 'PlatformUnknownException: The specified platform does not exist.',
    }),
    windows: ({ version }: { version: string }) => ({
      says: `PlatformVersion is ${version}, and the tasks run on Windows, for which there is ${fargateWindowsVersion.value}.`,
      fix: 'Set PlatformVersion to LATEST, or take it out.',
      repair: [{ set: 'LATEST' }],
      ecsSays: 'PlatformTaskDefinitionIncompatibilityException: One or more of the requested capabilities are not supported.',
    }),
    tooOld: ({ version, property, since }: { version: string; property: string; since: string }) => ({
      says: `PlatformVersion is ${version}; for ${property} Fargate needs ${since}.`,
      fix: 'Set PlatformVersion to LATEST, or take it out.',
      repair: [{ set: 'LATEST' }],
      ecsSays: 'PlatformTaskDefinitionIncompatibilityException: One or more of the requested capabilities are not supported.',
    }),
  },
  check(launcher, say, model) {
    const { platformVersion: given } = launcher, version = say.need(given);
    if (version === undefined) return;
    const capacity = say.need(launcher.runsOn);
    if (capacity?.kind === 'launchType' && capacity.launchType !== 'FARGATE') return say.violated('notFargate', given, { version, launchType: capacity.launchType });
    if (!isVersion(version) && version !== 'LATEST' && capacity) return say.violated('unknown', given, { version });
    const task = isVersion(version) && capacity && isFargate(capacity) ? say.need(launcher.taskDefinition) : undefined;
    if (!task) return;
    if (ifKnown(task.operatingSystem)?.startsWith('WINDOWS')) {
      if (version !== fargateWindowsVersion.value) say.violated('windows', given, { version }, { related: [task] });
      return;
    }
    const { cpuUnits, since: largeSince } = fargateLargeTasks.value;
    if ((ifKnown(task.cpuUnits) ?? 0) >= cpuUnits && isOlder(version, largeSince)) {
      say.violated('tooOld', given, { version, property: `a Cpu of ${cpuUnits} units or more`, since: largeSince }, { related: [task] });
    }
    if (ifKnown(task.cpuArchitecture) === 'ARM64' && isOlder(version, fargateArmVersion.value)) say.violated('tooOld', given, { version, property: 'the CpuArchitecture ARM64', since: fargateArmVersion.value }, { related: [task] });
    const keyed = (ifKnown(task.containers) ?? []).flatMap(({ secrets }) => secrets).find(({ valueFrom }) => keyIn(valueFrom) !== undefined);
    if (keyed && isOlder(version, fargateSecretKeyVersion.value)) say.violated('tooOld', given, { version, property: `the key of a secret in ${nameOf(keyed.valueFrom)}`, since: fargateSecretKeyVersion.value }, { related: [task] });
    const service = model.services.find(({ stack, id }) => stack === launcher.stack && id === launcher.id);
    for (const [properties, features] of [[task.properties, fargatePlatformFeatures.value], ...(service ? [[service.properties, fargateServiceFeatures.value] as const] : [])] as const) {
      for (const { path, since } of features.filter(feature => isOlder(version, feature.since))) {
        for (const property of atPath(properties, path, say)) {
          if (say.need(inUse(property))) say.violated('tooOld', given, { version, property: nameOf(property.value()), since }, { related: [task] });
        }
      }
    }
  },
});

function isVersion(version: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(version);
}

/** Whether one version of three numbers came before another. */
function isOlder(version: string, than: string): boolean {
  const [a = [], b = []] = [version, than].map(text => text.split('.').map(Number));
  const differs = a.findIndex((number, i) => number !== b[i]);
  return differs >= 0 && (a[differs] ?? 0) < (b[differs] ?? 0);
}

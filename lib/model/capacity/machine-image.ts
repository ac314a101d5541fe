import { ifKnown, known, unknown, type Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import { imageFamilies, type ImageFamily } from '../../catalog/machine-images';

/** An image that AWS publishes, as far as its public parameter's name tells. */
export interface MachineImage {
  readonly family: ImageFamily['family'];
  /** Whether the ECS agent is in it and starts by itself. */
  readonly agent: boolean;
  readonly os: 'linux' | 'windows';
  /** As the attribute `ecs.os-family` has it: `LINUX`, `WINDOWS_SERVER_2019_CORE`. */
  readonly osFamily: string;
  readonly architecture: 'x86_64' | 'arm64';
  /** Whether it brings the driver without which the agent registers no GPU. */
  readonly gpuDriver: boolean;
  /** The least that its volume /dev/xvda has, where that is known. */
  readonly rootGiB: number | undefined;
}

/**
 * What image an id stands for. Known by the public parameter that it is read from, which for one that is written down `existing` may tell; whatever else an id
 * may be stays unknown.
 */
export function machineImage(imageId: Value<string>, existing: (id: string) => Resource | undefined): Value<MachineImage> {
  if (imageId.state === 'absent') return imageId;
  const described = imageId.state === 'known' ? existing(imageId.value)?.properties.get('ImageParameter').text() : undefined;
  const parameter = publicParameter(imageId) ?? (described && ifKnown(described));
  const found = imageFamilies.value.find(({ path, holds = '' }) => parameter?.startsWith(path) && parameter.includes(holds));
  if (parameter !== undefined && found) return known(imageOf(parameter, found), imageId.at);
  return imageId.state === 'known' ? unknown({ kind: 'elsewhere', what: `image ${imageId.value}`, thing: { type: 'image', id: imageId.value } }, imageId.at) : unknown(imageId.why, imageId.at);
}

/** `{{resolve:ssm:/path}}`, a parameter of an SSM type, or `resolve:ssm:/path`, which EC2 itself takes in a launch template. */
function publicParameter(imageId: Value<string>): string | undefined {
  const text = imageId.state === 'known' ? imageId.value : imageId.state === 'unknown' && imageId.is?.kind === 'dynamic' ? imageId.is.reference : '';
  return /^(?:\{\{)?resolve:ssm:([^:}]+)/.exec(text)?.[1];
}

function imageOf(parameter: string, { family, agent, rootGiB }: ImageFamily): MachineImage {
  const windows = /Windows_Server-(\w+)-\w+-(\w+?)-/.exec(parameter);
  return {
    family, agent, rootGiB,
    os: family === 'windows' ? 'windows' : 'linux',
    osFamily: windows ? `WINDOWS_SERVER_${windows[1]}_${windows[2]}`.toUpperCase() : 'LINUX',
    architecture: /arm64|aarch64/.test(parameter) ? 'arm64' : 'x86_64',
    gpuDriver: /gpu|nvidia/.test(parameter),
  };
}

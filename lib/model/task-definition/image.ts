import { registryNames } from '../../catalog/registry-names';
import { partsOf } from '../../core/text';
import { known, unknown, type Value } from '../../core/value';

/** Where an image comes from: a private registry of Amazon ECR, or one on the internet. */
export type Registry = 'ECR' | 'internet';

/** The name by which the image's registry has addresses of both kinds, where the one that is written has IPv4 addresses alone. */
export function dualStackName(image: Value<string>): string | undefined {
  return [...registryNames.value.dualStackNames].find(([name]) => (partsOf(image) ?? []).some(part => typeof part === 'string' && part.includes(name)))?.[1];
}

/** Whether the image's registry on the internet is known to have IPv6 addresses too, by the name that is written. */
export function hasIpv6Addresses(image: Value<string>): boolean {
  const [first = ''] = partsOf(image) ?? [], [, host = ''] = /^([^/]+)\//.exec(typeof first === 'string' ? first : '') ?? [];
  const isHub = (image.state === 'known' || host !== '') && !/[.:]|^localhost$/.test(host);
  return isHub || registryNames.value.haveIpv6.includes(host);
}

/** Whether Docker reads it as the name of an image. */
export function isImageName(text: string): boolean {
  return imageName.test(text);
}

// As in https://github.com/distribution/reference: the registry has a dot, a port or is localhost; a first part without them belongs to the repository.
const registry = '(?:(?:[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::\\d+)?|[A-Za-z0-9-]+:\\d+|localhost)/)?';
const part = '[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*';
const imageName = new RegExp(`^${registry}${part}(?:/${part})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[a-fA-F0-9]{64})?$`);

/** The registry that an image names. A private one of ECR is known by its host; an image that names none comes from Docker Hub. What names no image names no registry. */
export function registryOf(image: Value<string>): Value<Registry> {
  if (image.state === 'absent') return image;
  const parts = partsOf(image) ?? [], [first] = parts;
  if (parts.some(part => typeof part === 'string' && /\.dkr[.-]ecr[.-]/.test(part))) return known('ECR', image.at);
  if (image.state === 'known' && !isImageName(image.value)) return unknown({ kind: 'form', expected: 'the name of an image', found: JSON.stringify(image.value) }, image.at);
  // Behind the first slash or colon the name of the registry is over.
  const isOver = image.state === 'known' || (typeof first === 'string' && /[/:]/.test(first));
  return isOver ? known('internet', image.at) : unknown(image.why, image.at);
}

import { partsOf } from '../../core/text';
import { known, unknown, type Value } from '../../core/value';

/** Where an image comes from: a private registry of Amazon ECR, or one on the internet. */
export type Registry = 'ECR' | 'internet';

/** Whether the image is named by a registry of ECR that has no IPv6 addresses; the one that has is called `dkr-ecr`. */
export function needsIpv4(image: Value<string>): boolean {
  return (partsOf(image) ?? []).some(part => typeof part === 'string' && part.includes('.dkr.ecr.'));
}

/** The registry that an image names. A private one of ECR is known by its host; an image that names none comes from Docker Hub. */
export function registryOf(image: Value<string>): Value<Registry> {
  if (image.state === 'absent') return image;
  const parts = partsOf(image) ?? [], [first] = parts;
  if (parts.some(part => typeof part === 'string' && /\.dkr[.-]ecr[.-]/.test(part))) return known('ECR', image.at);
  // Behind the first slash or colon the name of the registry is over.
  const isOver = image.state === 'known' || (typeof first === 'string' && /[/:]/.test(first));
  return isOver ? known('internet', image.at) : unknown(image.why, image.at);
}

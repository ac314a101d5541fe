import { partsOf } from '../core/text';
import type { Purpose } from '../catalog/needed-permissions';
import type { Value } from '../core/value';
import type { Container } from '../model/task-definition/container';
import { everything } from './arn';
import { noNeeds, type Needs } from './need';
import { whoseOf } from './whose';

/** Containers of AWS's own that call AWS with the task role, recognised by the names of their images. */
const sidecars: readonly { readonly image: RegExp; readonly purpose: Purpose }[] = [
  { image: /(^|\/)aws-xray-daemon(?=[:@]|$)/, purpose: 'traces' },
  { image: /(^|\/)cloudwatch-agent(?=[:@]|$)/, purpose: 'metrics' },
  { image: /(^|\/)aws-appmesh-envoy(?=[:@]|$)/, purpose: 'mesh' },
];

/** What a well-known sidecar asks of the task role: without it the task runs, and the sidecar does nothing. */
export function sidecarNeeds(container: Container): Needs {
  const { image } = container, found = sidecars.find(sidecar => isImage(image, sidecar.image));
  return found ? { needs: [{ purpose: found.purpose, resources: [everything(image.at)], ...whoseOf(container), at: image.at, severity: 'warning' }], open: [] } : noNeeds;
}

function isImage(image: Value<string>, name: RegExp): boolean {
  return (partsOf(image) ?? []).some(part => typeof part === 'string' && name.test(part));
}

import { sidecars, type Sidecar } from '../catalog/sidecars';
import type { Purpose } from '../catalog/needed-permissions';
import { onceFor } from '../core/once-for';
import { partsOf } from '../core/text';
import { ifKnown } from '../core/value';
import type { Container } from '../model/task-definition/container';
import { everything } from './arn';
import type { Needs } from './need';
import { whoseOf } from './whose';

/** What a well-known sidecar asks of the task role: without it the task runs, and the sidecar does nothing. */
export function sidecarNeeds(container: Container): Needs {
  const { at } = container.image, purposes = sidecars.value.filter(sidecar => isImageOf(container, sidecar)).flatMap(sidecar => purposesOf(sidecar, container));
  return { needs: purposes.map(purpose => ({ purpose, resources: [everything(at)], ...whoseOf(container), at, severity: 'warning' })), open: [] };
}

/** Whatever registry it comes from, and whatever its tag is. */
function isImageOf({ image }: Container, sidecar: Sidecar): boolean {
  return (partsOf(image) ?? []).some(part => typeof part === 'string' && formOf(sidecar).test(part));
}

const formOf = onceFor(({ image }: Sidecar) => new RegExp(`(^|/)${image}(?=[:@]|$)`));

function purposesOf({ purposes, byConfiguration = {} }: Sidecar, { properties }: Container): readonly Purpose[] {
  const words = (ifKnown(properties.get('Command').texts()) ?? []).flatMap(word => ifKnown(word) ?? []);
  return [...purposes, ...Object.entries(byConfiguration).flatMap(([file, others]) => (words.some(word => word.endsWith(`/${file}`)) ? others : []))];
}

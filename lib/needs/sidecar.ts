import { partsOf } from '../core/text';
import type { Container } from '../model/container';
import { everything } from './arn';
import { noNeeds, type Needs } from './need';
import { whoseOf } from './whose';

/** What the daemon of X-Ray, recognised by its image, asks of the task role: without it the task runs, and no trace arrives. */
export function traceNeeds(container: Container): Needs {
  const { image } = container, parts = partsOf(image) ?? [];
  if (!parts.some(part => typeof part === 'string' && /(^|\/)aws-xray-daemon(?=[:@]|$)/.test(part))) return noNeeds;
  return { needs: [{ purpose: 'traces', resources: [everything(image.at)], ...whoseOf(container), at: image.at, severity: 'warning' }], open: [] };
}

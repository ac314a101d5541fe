import { showText } from '../core/text';
import type { Container } from '../model/task-definition/container';

/** A container, as a message names it. */
export function whoseOf({ name }: Container): { readonly whose: string } {
  return { whose: `container ${showText(name)}` };
}

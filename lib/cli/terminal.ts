import { inColour, withoutColour } from '../report/text/paint';
import type { TextOptions } from '../report/text/text';
import type { Option } from './arguments';

export const noColor: Option = { name: 'no-color', help: 'no colours; nor are there any in pipes, in files and with NO_COLOR' };

/** How text is to look on stdout. Lines longer than 100 columns are hard to read on any screen. */
export function terminalLook(colours: boolean): Required<Pick<TextOptions, 'width' | 'paint'>> {
  const { isTTY, columns } = process.stdout as { readonly isTTY?: boolean; readonly columns?: number };
  const { NO_COLOR = '', FORCE_COLOR = '', TERM } = process.env;
  const wanted = FORCE_COLOR === '' ? isTTY === true && TERM !== 'dumb' : FORCE_COLOR !== '0';
  return {
    width: Math.max(40, Math.min(columns ?? 80, 100)),
    paint: colours && NO_COLOR === '' && wanted ? inColour : withoutColour,
  };
}

/** What a piece of text is, for it to be shown so. */
export type Style = 'error' | 'warning' | 'advice' | 'good' | 'strong' | 'faint';

/** Shows a text in a style. */
export type Paint = (style: Style, text: string) => string;

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  error: [31, 39], warning: [33, 39], advice: [36, 39], good: [32, 39], strong: [1, 22], faint: [2, 22],
};

/** For a terminal, by ANSI escape sequences. */
export const inColour: Paint = (style, text) => `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m`;

/** For files, pipes and terminals without colours. */
export const withoutColour: Paint = (_, text) => text;

/** Breaks a text into lines of at most `width` characters, between words; a longer word has a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A text that comes from a template, safe to print: control characters, which could move the cursor or recolour the screen, are spelled out. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same for a text of several lines. */
export function harmlessLines(text: string): string {
  return text.split('\n').map(harmless).join('\n');
}

/** Rows as columns with two spaces between them, each as wide as its widest cell. The last cell takes what is left of the width, on further lines where that is too little. */
export function columns(rows: readonly (readonly string[])[], width = Infinity): readonly string[] {
  const widths = (rows[0] ?? []).slice(0, -1).map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0)));
  const margin = widths.reduce((sum, cell) => sum + cell + 2, 0);
  return rows.flatMap(row => wrap(row.at(-1) ?? '', Math.max(width - margin, 20)).map((text, i) =>
    [...widths.map((cell, j) => (i === 0 ? row[j] ?? '' : '').padEnd(cell)), text].join('  ').trimEnd()));
}

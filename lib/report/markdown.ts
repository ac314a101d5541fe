/** A text that comes from a template as Markdown shows it, on one line: nothing in it is markup, and nobody is mentioned. */
export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&').replaceAll('@', '@<!-- -->');
}

/** A text as code, within a cell of a table too. */
export function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1), space = fence.length > 1 ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|')}${space}${fence}`;
}

/** A table. Its cells are Markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');
}

import { wrap } from '../report/text/layout';
import type { Paint } from '../report/text/paint';

/** Shows Markdown in a terminal, as far as the pages of rules use it. */
export function showMarkdown(markdown: string, width: number, paint: Paint): string {
  let code = false;
  return markdown.split('\n').flatMap(line => {
    if (line.startsWith('```')) {
      code = !code;
      return [];
    }
    return code ? [`    ${line}`] : showLine(line, width, paint);
  }).join('\n');
}

function showLine(line: string, width: number, paint: Paint): readonly string[] {
  const [, mark = '', text = ''] = /^(#+ |> |- )?(.*?) *$/.exec(line) ?? [];
  if (mark.startsWith('#')) return [paint('strong', mark === '## ' ? text.toUpperCase() : inline(text))];
  const indent = mark === '' ? '' : '  ';
  return wrap(inline(text), width - indent.length).map((part, i) => `${i === 0 && mark === '- ' ? '- ' : indent}${coloured(part, paint)}`);
}

/** Without the marks of Markdown; a link to the web keeps its address. */
function inline(text: string): string {
  return text.replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_, label: string, target: string) => (target.includes('://') ? `${label} (${target})` : label)).replaceAll('`', '');
}

function coloured(text: string, paint: Paint): string {
  return text.replace(/\*\*(\w+)\*\*/g, (_, word: string) => paint(word === 'error' || word === 'warning' || word === 'advice' ? word : 'strong', word));
}

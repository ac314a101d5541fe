import { isCollection, isScalar, parseDocument, visit, type Document } from 'yaml';

/** Faulty collections and texts that are indented before the parser's word is taken: a template has few. */
const mostRepairs = 100;

/**
 * Parses YAML as CloudFormation does, for which indentation means nothing between brackets and between quotes: what stands there may begin further
 * left than what it belongs to. The parser goes by the standard; where it stumbles over such lines, they are indented. Gives the text that was parsed
 * in the end too: its lines are those of the template, and its columns wherever nothing was indented.
 */
export function parseIndented(text: string, repairs = 0): { readonly document: Document.Parsed; readonly text: string } {
  // The failsafe schema leaves every scalar a text: what it means is for us to say, as CloudFormation's YAML is not the parser's.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error', uniqueKeys: false });
  const [error] = document.errors, start = error && /^(Flow|Missing closing)/.test(error.message) ? brokenOff(document, error.pos[0]) : undefined;
  const indented = start === undefined || repairs >= mostRepairs ? text : indentFrom(text, start);
  return indented === text ? { document, text } : parseIndented(indented, repairs + 1);
}

/** Where the outermost collection in brackets, or the quoted text, begins that the parser broke off at an offset. */
function brokenOff(document: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node(_, node) {
      const [start = 0, end = 0] = node.range ?? [];
      const isFlow = (isCollection(node) && node.flow === true) || (isScalar(node) && node.type?.startsWith('QUOTE') === true);
      if (isFlow && start <= offset && offset <= end) found = start;
      return found === undefined ? undefined : visit.BREAK;
    },
  });
  return found;
}

/** Indents all lines between the bracket or quote at `start` and the one that closes it. */
function indentFrom(text: string, start: number): string {
  const end = closedAt(text, start), indent = ' '.repeat(start - text.lastIndexOf('\n', start) + 1);
  return text.slice(0, start) + text.slice(start, end).replace(/\n(?=[^\r\n])/g, `\n${indent}`) + text.slice(end);
}

/** Brackets, quoted texts and comments, of which nothing within counts. */
const marks = /[[{]|[\]}]|(?<=^|[\s[{,:])(?:'(?:[^']|'')*'|"(?:[^"\\]|\\[^])*")|\s#.*/g;

function closedAt(text: string, start: number): number {
  let depth = 0;
  for (const { 0: mark, index } of text.slice(start).matchAll(marks)) {
    depth += '[{'.includes(mark) ? 1 : ']}'.includes(mark) ? -1 : 0;
    if (depth === 0) return start + index + mark.length;
  }
  return start;
}

import { isCollection, isScalar, parseDocument, visit, type Document } from 'yaml';

/**
 * How often what is indented is parsed again before the parser's word is taken, how many faulty collections and texts are indented each time, and of how many
 * faults nothing is tried at all: a template has few.
 */
const mostPasses = 10, mostRepairs = 100, mostFaults = 10_000;

/**
 * Parses YAML as CloudFormation does, for which indentation means nothing between brackets and between quotes: what stands there may begin further
 * left than what it belongs to. The parser goes by the standard; where it stumbles over such lines, they are indented. Gives the text that was parsed
 * in the end too: its lines are those of the template, and its columns wherever nothing was indented.
 */
export function parseIndented(text: string, pass = 1): { readonly document: Document.Parsed; readonly text: string } {
  // The failsafe schema leaves every scalar a text: what it means is for us to say, as CloudFormation's YAML is not the parser's.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error', uniqueKeys: false });
  const isWorthIt = pass < mostPasses && document.errors.length <= mostFaults;
  const starts = isWorthIt ? brokenOff(document).slice(0, mostRepairs) : [], indented = starts.reduceRight(indentFrom, text);
  return indented === text ? { document, text } : parseIndented(indented, pass + 1);
}

/** Where the outermost collections in brackets, and the quoted texts, begin that the parser broke off. */
function brokenOff(document: Document.Parsed): readonly number[] {
  const offsets = document.errors.filter(({ message }) => /^(Flow|Missing closing)/.test(message)).map(({ pos }) => pos[0]).sort((a, b) => a - b), starts: number[] = [];
  if (offsets.length > 0) {
    visit(document, {
      Node(_, node) {
        const [start = 0, end = 0] = node.range ?? [];
        const isFlow = (isCollection(node) && node.flow === true) || (isScalar(node) && node.type?.startsWith('QUOTE') === true);
        while ((offsets[0] ?? Infinity) < start) offsets.shift();
        if (!isFlow || (offsets[0] ?? Infinity) > end) return undefined;
        starts.push(start);
        return visit.SKIP;
      },
    });
  }
  return starts;
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

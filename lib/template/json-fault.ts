/** A text, a number or word, or a mark, with the blanks before it. */
const token = /[ \t\r\n]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/y;

/** What is wrong with a text that is not JSON, as the part of a sentence, and where. Node says it in other words in every version. */
export function findJsonFault(text: string): { readonly offset: number; readonly says: string } {
  const open: ('{' | '[')[] = [];
  let expected: 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' = 'value';
  for (let at = 0; ;) {
    token.lastIndex = at;
    const [whole = '', string, word, mark] = token.exec(text) ?? [];
    const offset = at + (/^[ \t\r\n]*/.exec(whole || text.slice(at))?.[0].length ?? 0), around = open.at(-1);
    if (expected === 'comma' && !around) return { offset, says: 'something stands behind its end' };
    const closes = around !== undefined && mark === (around === '{' ? '}' : ']') && ['comma', 'first key', 'first value'].includes(expected);
    if (closes) {
      open.pop();
      expected = 'comma';
    } else if (expected.endsWith('value') && (string ?? word) !== undefined) expected = 'comma';
    else if (expected.endsWith('value') && (mark === '{' || mark === '[')) {
      open.push(mark);
      expected = mark === '{' ? 'first key' : 'first value';
    } else if (expected.endsWith('key') && string !== undefined) expected = 'colon';
    else if (expected === 'colon' && mark === ':') expected = 'value';
    else if (expected === 'comma' && mark === ',') expected = around === '{' ? 'key' : 'value';
    else return { offset, says: `${wanted(expected, around)} is expected where ${found(text, offset)}` };
    at += whole.length;
  }
}

function wanted(expected: string, around: '{' | '[' | undefined): string {
  switch (expected) {
    case 'colon': return 'a colon';
    case 'comma': return `a comma or ${around === '{' ? '}' : ']'}`;
    case 'key': case 'first key': return `a key in double quotes${expected === 'key' ? '' : ' or }'}`;
    default: return `a value${expected === 'value' ? '' : ' or ]'}`;
  }
}

function found(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 200), first = rest[0];
  if (first === undefined) return 'the file ends';
  if (first === '"' && !/^"(?:[^"\\\u0000-\u001f]|\\.)*"/.test(rest)) return 'a text begins that does not end on its line';
  if (/^\/[/*]/.test(rest)) return 'a comment stands, which JSON does not have';
  return `${JSON.stringify(/^(?:"(?:[^"\\]|\\.)*"|[\w.-]+)/.exec(rest)?.[0].slice(0, 30) ?? first)} stands`;
}

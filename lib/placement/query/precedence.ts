/** Whether `and` and `or` stand side by side without parentheses, of which the guide does not say which binds closer. */
export function mixesAndOr(query: string): boolean {
  let rest = query.replace(/'[^']*'|"[^"]*"/g, 'text'), inner = innermost.exec(rest);
  for (; inner; inner = innermost.exec(rest)) {
    if (mixes(inner[1] ?? '')) return true;
    rest = rest.replace(inner[0], ' ');
  }
  return mixes(rest);
}

const innermost = /\(([^()]*)\)/;

function mixes(text: string): boolean {
  return /\|\||\bor\b/i.test(text) && /&&|\band\b/i.test(text);
}

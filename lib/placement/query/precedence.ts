import type { Expression } from './expression';

/** Whether `and` and `or` stand side by side without parentheses, of which the guide does not say which binds closer. */
export function mixesAndOr(expression: Expression): boolean {
  switch (expression.kind) {
    case 'and': return expression.terms.some(mixesAndOr);
    case 'or': return expression.terms.some(term => mixesAndOr(term) || (term.kind === 'and' && !term.inParentheses));
    case 'not': return mixesAndOr(expression.term);
    default: return false;
  }
}

import { evaluate } from '../../support/evaluate';

const open = 'because condition Perhaps is open: parameter Open has no value here and no default';

test.each([
  ['!If [Always, a, b]', '"a"'],
  ['!If [Never, a, b]', '"b"'],
  ['!If [Never, a, !Ref AWS::NoValue]', 'absent'],
  ['!If [Perhaps, a, b]', `\${?} ${open}`],
  ['!If [Perhaps, a, a]', '"a"'],
  ["!If [Perhaps, 512, '512']", '512'],
  ['!If [Perhaps, !Ref Role, !Ref Role]', '${Role} because what Role will be called is known only once Role is created'],
  ['!If [Perhaps, !Ref AWS::NoValue, !Ref AWS::NoValue]', 'absent'],
  ['!If [Perhaps, a, !Ref AWS::NoValue]', `\${?} or absent ${open}`],
  ['!If [Perhaps, !If [Perhaps, a, !Ref AWS::NoValue], b]', `\${?} or absent ${open}`],
  ['!If [Perhaps, [a, !Ref Role], [!Ref Role, b]]', `\${?} with \${Role} ${open}`],
  ['[a, !If [Always, b, c], !If [Never, d, !Ref AWS::NoValue]]', '["a", "b", absent]'],
  ['{ a: !If [Always, { b: !If [Never, c, d] }, e] }', '{ a: { b: "d" } }'],
  ['!If [Nowhere, a, b]', '${?} because condition Nowhere is in none of the templates given here'],
  ['!If [Always, a]', '${?} because Fn::If cannot be computed as it stands'],
  ['!If [[Always], a, b]', '${?} because Fn::If cannot be computed as it stands'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression)).toBe(expected);
});

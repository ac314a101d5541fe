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
  ['!If [Perhaps, [a, b], [a, c]]', `["a", \${?} ${open}]`],
  ['!If [Perhaps, [a, b], [b, a]]', `\${?} with a and b ${open}`],
  ['!If [Perhaps, [{ a: 1, b: 2 }], [{ a: 1, b: 3 }]]', `[{ a: 1, b: \${?} ${open} }]`],
  ['!If [Perhaps, { a: 1, b: 2 }, { a: 1, c: { d: e } }]', `{ a: 1, b: \${?} or absent ${open}, c: \${?} or absent ${open} }`],
  ['!If [Perhaps, { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }]', `{ a: { b: 1, c: \${?} ${open} } }`],
  ['!If [Perhaps, { a: 1 }, !Ref AWS::NoValue]', `\${?} or absent ${open}`],
  ['!If [Perhaps, one.ecr/app:blue, one.ecr/app:beige]', `one.ecr/app:\${?} ${open}`],
  ['!If [Perhaps, blue-app:1, beige-app:1]', `\${?}-app:1 ${open}`],
  ['!If [Perhaps, a-a, a-a-a]', `a-\${?} ${open}`],
  ['[a, !If [Always, b, c], !If [Never, d, !Ref AWS::NoValue]]', '["a", "b", absent]'],
  ['{ a: !If [Always, { b: !If [Never, c, d] }, e] }', '{ a: { b: "d" } }'],
  ['!If [Nowhere, a, b]', '${?} because condition Nowhere is in none of the templates given here'],
  ['!If [Always, a]', '${?} because Fn::If cannot be computed as it stands'],
  ['!If [[Always], a, b]', '${?} because Fn::If cannot be computed as it stands'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression)).toBe(expected);
});

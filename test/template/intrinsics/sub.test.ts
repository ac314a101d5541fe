import { evaluate } from '../../support/evaluate';

test.each([
  ["!Sub 'web-${Stage}-${Size}'", '"web-test-512"'],
  ["!Sub '${Bucket.Arn}/*'", '"arn:aws:s3:::files-test/*"'],
  ["!Sub ['${Stage}-${other}', { Stage: mine, other: !Ref Stage }]", '"mine-test"'],
  ["!Sub ['web-${Stage}']", '"web-test"'],
  ["!Sub '$${Stage} ${!Stage} ${} $Stage { }'", '"$test ${Stage} ${} $Stage { }"'],
  ["!Sub '${Role}-${Stage}'", '${Role}-test because what Role will be called is known only once Role is created'],
  ["!Sub '${Open}'", '${Open} because parameter Open has no value here and no default'],
  ["!Sub ['${x}', { x: !If [Always, a, b] }]", '"a"'],
  ["!Sub 'a-{{resolve:ssm:/x}}'", 'a-${?} because {{resolve:ssm:/x}} is read when the stack is deployed'],
  ["!Sub '{{resolve:ssm:/${Stage}/x:1}}'", '${?} because {{resolve:ssm:/test/x:1}} is read when the stack is deployed'],
  ["!Sub '${Nowhere}'", '${?} because a parameter or resource Nowhere is in none of the templates given here'],
  ["!Sub '${Ports}'", '${?} because a text is expected where a list stands'],
  ["!Sub '${AWS::NoValue}'", '${?} because Fn::Sub cannot be computed as it stands'],
  ['!Sub [!Ref Stage, {}]', '${?} because Fn::Sub cannot be computed as it stands'],
  ['!Sub [a, b]', '${?} because Fn::Sub cannot be computed as it stands'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression, { region: 'eu-west-1' })).toBe(expected);
});

test('texts that double and double again come to an end', () => {
  const expression = Array.from({ length: 60 }).reduce<string>(inner => `!Sub ['\${x}\${x}', { x: ${inner} }]`, 'abc');
  expect(evaluate(expression)).toContain('because a shorter text is expected where a very long one stands');
  expect(evaluate(expression.replace('abc', '!Ref Open'))).toContain('because a shorter text is expected where a very long one stands');
});

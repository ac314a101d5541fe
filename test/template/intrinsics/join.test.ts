import { evaluate } from '../../support/evaluate';

test.each([
  ["!Join ['-', [a, !Ref Stage, 3, true]]", '"a-test-3-true"'],
  ["!Join [',', !Ref Ports]", '"80,443"'],
  ["!Join [',', []]", '""'],
  ["!Join [',', [a, !Ref AWS::NoValue, b]]", '"a,b"'],
  ["!Join [!Ref Stage, [a, b]]", '"atestb"'],
  ["!Join ['/', [service, !Ref Role, !Ref Open]]", 'service/${Role}/${Open} because parameter Open has no value here and no default'],
  ["!Join ['', ['{{resolve:secretsmanager:', !Ref Role, ':SecretString:x::}}']]", '${?} because {{resolve:secretsmanager:${Role}:SecretString:x::}} is read when the stack is deployed'],
  ["!Join ['', ['{{resolve:', !Ref Open]]", '{{resolve:${Open} because parameter Open has no value here and no default'],
  ["!Join [',', [a, !If [Perhaps, b, !Ref AWS::NoValue]]]", '${?} because condition Perhaps is open: parameter Open has no value here and no default'],
  ["!Join [',', !Ref OpenSubnets]", '${?} because parameter OpenSubnets has no value here and no default'],
  ["!Join [',', [a, [b]]]", 'a,${?} because a text is expected where a list stands'],
  ["!Join [',', a]", '${?} because a list is expected where "a" stands'],
  ["!Join [',']", '${?} because Fn::Join cannot be computed as it stands'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression)).toBe(expected);
});

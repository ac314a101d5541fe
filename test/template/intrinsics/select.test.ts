import { evaluate } from '../../support/evaluate';

test.each([
  ['!Select [1, [a, b]]', '"b"'],
  ["!Select ['0', !Ref Ports]", '"80"'],
  ['!Select [1, [a, !Ref AWS::NoValue, c]]', '"c"'],
  ['!Select [0, [{ Name: web }]]', '{ Name: "web" }'],
  ['!Select [0, [!If [Perhaps, b, !Ref AWS::NoValue], c]]', '${?} because condition Perhaps is open: parameter Open has no value here and no default'],
  ['!Select [0, [a, !If [Perhaps, b, !Ref AWS::NoValue]]]', '"a"'],
  ["!Select [1, !GetAZs '']", '${zone 1} because which zones a region has differs by account'],
  ['!Select [0, !Ref OpenSubnets]', '${OpenSubnets[0]} because parameter OpenSubnets has no value here and no default'],
  ['!Select [!Ref Open, [a]]', '${?} because parameter Open has no value here and no default'],
  ['!Select [2, [a, b]]', '${?} because Fn::Select cannot be computed as it stands'],
  ['!Select [-1, [a, b]]', '${?} because Fn::Select cannot be computed as it stands'],
  ['!Select [a, [a, b]]', '${?} because a whole number is expected where "a" stands'],
  ['!Select [0, a]', '${?} because a list is expected where "a" stands'],
  ['!Select [0]', '${?} because Fn::Select cannot be computed as it stands'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression)).toBe(expected);
});

import { evaluate } from '../../support/evaluate';

const open = 'because parameter Open has no value here and no default';

test.each([
  ['{ a: 1, b: [x, 2.5, true], c: {}, d: [] }', { a: 1, b: ['x', 2.5, true], c: {}, d: [] }],
  ['{ stage: !Ref Stage, size: !Ref Size, ports: !Ref Ports }', { stage: 'test', size: '512', ports: ['80', '443'] }],
  ['[!Ref Stage, !Ref AWS::NoValue, !If [Never, a, !Ref AWS::NoValue]]', ['test']],
  ['{ a: !Ref AWS::NoValue, b: null }', {}],
  ["{ a: !Sub 'say \"${Stage}\"' }", { a: 'say "test"' }],
  ["{ inner: { 'Fn::ToJsonString': { a: 1 } } }", { inner: '{"a":1}' }],
  ["!If [Always, [a], [b]]", ['a']],
])('of %s is its JSON', (given, expected) => {
  expect(evaluate(`'Fn::ToJsonString': ${given}`)).toBe(JSON.stringify(JSON.stringify(expected)));
});

test.each([
  ['{ a: !Ref Role, b: 2 }', '{"a":"${Role}","b":2} because what Role will be called is known only once Role is created'],
  ["{ a: !Sub '\"${AWS::Region}\"' }", '{"a":"\\"${AWS::Region}\\""} because the region is not given'],
  ['{ a: !Ref Open }', `{"a":\${Open}} ${open}`],
  ['{ a: !Ref OpenSubnets }', '{"a":${OpenSubnets}} because parameter OpenSubnets has no value here and no default'],
  ['{ a: "{{resolve:ssm:/x}}" }', '{"a":"${?}"} because {{resolve:ssm:/x}} is read when the stack is deployed'],
  ['{ a: !If [Perhaps, 1, !Ref AWS::NoValue] }', '${?} because condition Perhaps is open: parameter Open has no value here and no default'],
  ['!If [Perhaps, { a: 1 }, [a]]', '${?} because condition Perhaps is open: parameter Open has no value here and no default'],
  ['!Ref Open', `\${?} ${open}`],
  ['!Ref Stage', '${?} because Fn::ToJsonString cannot be computed as it stands'],
  ['!Ref AWS::NoValue', '${?} because Fn::ToJsonString cannot be computed as it stands'],
  ['text', '${?} because Fn::ToJsonString cannot be computed as it stands'],
])('of %s is %s', (given, expected) => {
  expect(evaluate(`'Fn::ToJsonString': ${given}`)).toBe(expected);
});

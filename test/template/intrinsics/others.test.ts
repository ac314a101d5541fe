import { evaluate } from '../../support/evaluate';

test.each([
  ["!Base64 'echo'", '"echo"'],
  ["!Base64 { 'Fn::Sub': 'echo ${Role}' }", 'echo ${Role} because what Role will be called is known only once Role is created'],
  ['!Cidr [10.0.0.0/16, 3, 8]', '["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]'],
  ["!Select [1, !Cidr [192.168.128.0/20, '2', '4']]", '"192.168.128.16/28"'],
  ['!Cidr [10.0.0.0/24, 3, 8]', '${?} because Fn::Cidr cannot be computed as it stands'],
  ["!Cidr ['2001:db8::/56', 1, 64]", '${?} because Fn::Cidr cannot be computed as it stands'],
  ['!Cidr [!Ref Open, 3, 8]', '${?} because parameter Open has no value here and no default'],
  ['!Cidr [10.0.0.0/24, 3]', '${?} because Fn::Cidr cannot be computed as it stands'],
  ['!Length [a, b, !Ref AWS::NoValue]', '2'],
  ['!Length [a, !If [Perhaps, b, !Ref AWS::NoValue]]', '${?} because condition Perhaps is open: parameter Open has no value here and no default'],
  ['!Length { Ref: Ports }', '2'],
  ['!Length { Ref: OpenSubnets }', '${?} because parameter OpenSubnets has no value here and no default'],
  ['!Unheard [of]', '${?} because Fn::Unheard cannot be computed as it stands'],
  ["'{{resolve:ssm:/x}}'", '${?} because {{resolve:ssm:/x}} is read when the stack is deployed'],
  ["'{{ jinja }}'", '"{{ jinja }}"'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression)).toBe(expected);
});

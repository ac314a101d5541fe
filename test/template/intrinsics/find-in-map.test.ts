import { evaluate } from '../../support/evaluate';

test.each([
  ['!FindInMap [Sizes, !Ref Stage, Memory]', '512'],
  ['!FindInMap [Sizes, test, Ports]', '[80, 443]'],
  ['!FindInMap [Images, us-east-1, x86]', '"ami-3"'],
  ['!FindInMap [Images, !Ref AWS::Region, arm64]', '"ami-1"'],
  ['!FindInMap [Images, !Ref AWS::Region, x86]', 'ami-${?} because the region is not given'],
  ['!FindInMap [Images, us-east-1, !Ref Open]', 'ami-${?} because parameter Open has no value here and no default'],
  ["!FindInMap [Images, !Sub 'eu-${Open}', x86]", '"ami-2"'],
  ['!FindInMap [!Ref Open, a, b]', '${?} because parameter Open has no value here and no default'],
  ['!FindInMap [Images, eu-north-1, x86]', '${?} because Mappings.Images.eu-north-1.x86 is in none of the templates given here'],
  ['!FindInMap [Nowhere, a, b]', '${?} because Mappings.Nowhere.a.b is in none of the templates given here'],
  ['!FindInMap [Images, eu-north-1, x86, { DefaultValue: ami-0 }]', '"ami-0"'],
  ['!FindInMap [Images, us-east-1, x86, { DefaultValue: ami-0 }]', '"ami-3"'],
  ['!FindInMap [Images, !Ref AWS::Region, arm64, { DefaultValue: ami-0 }]', 'ami-${?} because the region is not given'],
  ['!FindInMap [Images, us-east-1]', '${?} because Fn::FindInMap cannot be computed as it stands'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression)).toBe(expected);
});

test('with a region the row is known', () => {
  expect(evaluate('!FindInMap [Images, !Ref AWS::Region, x86]', { region: 'eu-west-1' })).toBe('"ami-2"');
});

import { evaluate } from '../../support/evaluate';

test.each([
  ["!Split [',', 'a,b,,c']", '["a", "b", "", "c"]'],
  ["!Split [',', '']", '[""]'],
  ["!Split [!Sub '-', !Ref Bucket]", '["files", "test"]'],
  ["!Split [':', !GetAtt Role.Arn]", '["arn", "aws", "iam", "", ${AWS::AccountId} because the account is not given, role/${Role} because what Role will be called is known only once Role is created]'],
  ["!Split [',', !Sub '${Role},b']", '[${Role} because what Role will be called is known only once Role is created, "b"]'],
  ["!Split [',', !Sub \"${AWS::AccountId},x\"]", '[${AWS::AccountId} because the account is not given, "x"]'],
  ["!Split ['/', !Sub '${Role}/b']", '${?} because what Role will be called is known only once Role is created'],
  ["!Split [',', !Sub '${Open},b']", '${?} because parameter Open has no value here and no default'],
  ["!Split [',', !Ref Open]", '${Open} because parameter Open has no value here and no default'],
  ["!Split ['', a]", '${?} because Fn::Split cannot be computed as it stands'],
  ["!Split [',', [a]]", '${?} because a text is expected where a list stands'],
  ["!Split [',']", '${?} because Fn::Split cannot be computed as it stands'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression, { region: 'eu-west-1' })).toBe(expected);
});

test('an unknown region has hyphens but no colons', () => {
  expect(evaluate("!Split [':', !Sub 'a:${AWS::Region}']")).toBe('["a", ${AWS::Region} because the region is not given]');
  expect(evaluate("!Split ['-', !Sub 'a-${AWS::Region}']")).toBe('${?} because the region is not given');
});

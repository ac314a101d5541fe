import { evaluate } from '../../support/evaluate';

test.each([
  ['!GetAtt Bucket.Arn', '"arn:aws:s3:::files-test"'],
  ['!GetAtt [Bucket, Arn]', '"arn:aws:s3:::files-test"'],
  ['!GetAtt [Bucket, !Sub "Arn"]', '"arn:aws:s3:::files-test"'],
  ['!GetAtt Bucket.DomainName', '${Bucket.DomainName} because Bucket.DomainName is known only once Bucket is created'],
  ['!GetAtt Role.Arn', 'arn:aws:iam::${AWS::AccountId}:role/${Role} because Role.Arn is known only once Role is created'],
  ['!GetAtt Nested.Outputs.Vpc', '${Nested.Outputs.Vpc} because the template of the nested stack Nested is in none of the templates given here'],
  ['!GetAtt Nowhere.Arn', '${?} because a resource Nowhere is in none of the templates given here'],
  ['!GetAtt Absent.Arn', '${?} because a resource Absent whose condition holds is in none of the templates given here'],
  ['!GetAtt [Bucket, !Ref Open]', '${?} because parameter Open has no value here and no default'],
  ['!GetAtt Bucket', '${?} because Fn::GetAtt cannot be computed as it stands'],
  ['!GetAtt [Bucket]', '${?} because Fn::GetAtt cannot be computed as it stands'],
  ['!GetAtt { Bucket: Arn }', '${?} because Fn::GetAtt cannot be computed as it stands'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression, { region: 'eu-west-1' })).toBe(expected);
});

import { evaluate } from '../../support/evaluate';

test.each([
  ['!Ref Stage', '"test"'],
  ['!Ref Size', '"512"'],
  ['!Ref Ports', '["80", "443"]'],
  ['!Ref NoPorts', '[]'],
  ['!Ref AWS::NoValue', 'absent'],
  ['!Ref Bucket', '"files-test"'],
  ['!Ref Open', '${Open} because parameter Open has no value here and no default'],
  ['!Ref OpenSubnets', '${OpenSubnets} because parameter OpenSubnets has no value here and no default'],
  ['!Ref Image', '${?} because {{resolve:ssm:/ami/latest}} is read when the stack is deployed'],
  ['!Ref Role', '${Role} because what Role will be called is known only once Role is created'],
  ['!Ref Nowhere', '${?} because a parameter or resource Nowhere is in none of the templates given here'],
  ['!Ref Absent', '${?} because a resource Absent whose condition holds is in none of the templates given here'],
  ['!Ref __proto__', '${?} because a parameter or resource __proto__ is in none of the templates given here'],
  ['!Ref AWS::Region', '${AWS::Region} because the region is not given'],
  ['!Ref AWS::StackName', '${AWS::StackName} because what the stack stack is called is decided when it is deployed'],
  ['!Ref AWS::StackId', '${AWS::StackId} because AWS::StackId is known only when the stack is deployed'],
  ['!Ref AWS::Nonsense', '${?} because Ref cannot be computed as it stands'],
  ['!Ref [a, b]', '${?} because a text is expected where a list stands'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression)).toBe(expected);
});

test.each([
  ['eu-west-1', '["eu-west-1", "aws", "amazonaws.com"]'],
  ['cn-north-1', '["cn-north-1", "aws-cn", "amazonaws.com.cn"]'],
  ['us-gov-west-1', '["us-gov-west-1", "aws-us-gov", "amazonaws.com"]'],
  ['us-isob-east-1', '["us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov"]'],
])('in %s the pseudo parameters are %s', (region, expected) => {
  expect(evaluate('[!Ref AWS::Region, !Ref AWS::Partition, !Ref AWS::URLSuffix]', { region })).toBe(expected);
});

test('what is given for a stack is known: its account, its name, its parameters', () => {
  const settings = { account: '123456789012', deployedName: 'shop', parameters: new Map([['Open', 'a'], ['Ports', '1,2'], ['Image', '/mine']]) };
  expect(evaluate('[!Ref AWS::AccountId, !Ref AWS::StackName, !Ref Open, !Ref Ports]', settings)).toBe('["123456789012", "shop", "a", ["1", "2"]]');
  expect(evaluate('!Ref Image', settings)).toBe('${?} because {{resolve:ssm:/mine}} is read when the stack is deployed');
});

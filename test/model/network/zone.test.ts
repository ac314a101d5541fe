import { sameZone } from '../../../lib/model/network/zone';

test.each([
  ['us-east-1a', 'us-east-1a', 'yes'],
  ['us-east-1a', 'us-east-1b', 'no'],
  ['zone 0', 'zone 1', 'no'],
  ['us-east-1 0', 'us-east-1 1', 'no'],
  ['us-east-1 0', 'us-east-1a', 'unknown'],
  ['zone 0', 'us-east-1 0', 'unknown'],
  ['${AWS::Region}a', '${AWS::Region}a', 'yes'],
  ['${AWS::Region}a', '${AWS::Region}b', 'no'],
  ['${AWS::Region}a', 'zone 0', 'unknown'],
  ['${AWS::Region}a', 'us-east-1b', 'unknown'],
  ['parameter stack Zone', 'parameter stack Zone', 'yes'],
  ['parameter stack Zone', 'parameter stack Other', 'unknown'],
])('whether %s is %s: %s', (a, b, expected) => {
  expect(sameZone(a, b)).toBe(expected);
});

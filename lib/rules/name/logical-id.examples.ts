import type { Examples } from '../example';

export const logicalIdExamples: Examples = {
  rule: 'logical-id',
  bad: [
    { name: 'a hyphen', over: 'fargateService', template: '{ Resources: { Alarm-Topic: { Type: AWS::SNS::Topic } } }', expects: [{ at: 'Alarm-Topic.Properties', message: 'form' }] },
  ],
  good: [{ name: 'letters and numbers', over: 'fargateService', template: '{ Resources: { AlarmTopic2: { Type: AWS::SNS::Topic } } }' }],
};

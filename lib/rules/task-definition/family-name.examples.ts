import type { Examples } from '../example';

export const familyNameExamples: Examples = {
  rule: 'family-name',
  bad: [
    {
      name: 'a name with a dot and a slash',
      over: 'fargateService',
      template: '{ Resources: { Task: { Properties: { Family: shop/web.v2 } } } }',
      expects: [{ at: 'Task.Properties.Family', message: 'form' }],
    },
  ],
  good: [
    { name: 'letters, numbers, hyphens and underscores', over: 'fargateService', template: '{ Resources: { Task: { Properties: { Family: Shop_web-2 } } } }' },
  ],
  unknown: [
    {
      name: 'a name from a parameter without a default',
      over: 'fargateService',
      template: '{ Parameters: { Family: { Type: String } }, Resources: { Task: { Properties: { Family: !Ref Family } } } }',
      expects: [{ at: 'Task.Properties.Family' }],
    },
  ],
  defaulted: [
    { name: 'no name, for which CloudFormation makes one', over: 'fargateService', template: '' },
  ],
};

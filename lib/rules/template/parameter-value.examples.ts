import type { Examples } from '../example';

/** Passes parameters to a nested stack. */
const passing = (parameters: string): string => `
        Parameters:
          Stage: { Type: String, Default: prod }
        Resources:
          Child:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: child.yaml
              Parameters: ${parameters}
      `;

const nested = `
        Parameters:
          Size: { Type: String, AllowedValues: [small, large] }
          Count: { Type: Number, Default: 2, MinValue: 1 }
        Resources:
          Queue: { Type: AWS::SQS::Queue }
      `;

export const parameterValueExamples: Examples = {
  rule: 'parameter-value',
  bad: [
    { name: 'a nested stack that is passed what its template does not allow', over: 'nothing', template: passing('{ Size: !Ref Stage }'), nested, expects: [{ at: 'Size.Parameters.Stage.Default', message: 'offence' }] },
    { name: 'a count below the least that is taken', over: 'nothing', template: passing('{ Size: small, Count: 0 }'), nested, expects: [{ at: 'Child.Properties.Parameters.Count', message: 'offence' }] },
    { name: 'a nested stack that is not passed what has no default', over: 'nothing', template: passing('{ Count: 2 }'), nested, expects: [{ at: 'Child.Properties.Parameters', message: 'missing' }] },
    { name: 'a nested stack that is passed what its template does not declare', over: 'nothing', template: passing('{ Size: small, Colour: red }'), nested, expects: [{ at: 'Child.Properties.Parameters', message: 'undeclared' }] },
  ],
  good: [
    { name: 'what the template takes', over: 'nothing', template: passing("{ Size: small, Count: '4' }"), nested },
    {
      name: 'a default that the template itself does not take',
      because: 'So a template asks for a value, without which nobody can deploy it: the parameter is as one without a default.',
      over: 'nothing',
      template: `
        Parameters:
          Licence: { Type: String, Default: '', AllowedValues: [I agree] }
        Resources:
          Queue: { Type: AWS::SQS::Queue }
      `,
    },
    {
      name: 'patterns that mean something to Java alone, and one for what is stored',
      over: 'nothing',
      template: passing('{ Stage: PROD, Image: /shop/image }'),
      nested: `
        Parameters:
          Stage: { Type: String, AllowedPattern: '(?i)prod' }
          Image: { Type: 'AWS::SSM::Parameter::Value<String>', AllowedPattern: '/[a-z/]+' }
        Resources:
          Queue: { Type: AWS::SQS::Queue }
      `,
    },
  ],
};

import type { Examples } from '../example';

export const templateAssertionExamples: Examples = {
  rule: 'template-assertion',
  bad: [
    {
      name: 'a nested stack that is passed one task for production',
      over: 'nothing',
      template: `
        Resources:
          Child:
            Type: AWS::CloudFormation::Stack
            Properties: { TemplateURL: child.yaml, Parameters: { Stage: prod, Count: 1 } }
      `,
      nested: `
        Parameters:
          Stage: { Type: String, Default: test }
          Count: { Type: Number, Default: 1 }
        Rules:
          Production:
            RuleCondition: !Equals [!Ref Stage, prod]
            Assertions:
              - Assert: !Not [!Equals [!Ref Count, 1]]
                AssertDescription: Production runs two tasks or more
        Resources:
          Queue: { Type: AWS::SQS::Queue }
      `,
      expects: [{ at: 'Production.Assertions.0', message: 'fails' }],
    },
  ],
  good: [
    {
      name: 'assertions that hold, and one whose condition does not',
      over: 'fargateService',
      template: `
        Parameters:
          Stage: { Type: String, Default: test }
          Zones: { Type: CommaDelimitedList, Default: 'eu-west-1a, eu-west-1b' }
        Rules:
          Known:
            Assertions:
              - Assert: { Fn::Contains: [[test, prod], !Ref Stage] }
              - Assert: { Fn::EachMemberIn: [!Ref Zones, [eu-west-1a, eu-west-1b]] }
              - Assert: !Not [{ Fn::EachMemberEquals: [!Ref Zones, eu-west-1a] }]
          Production:
            RuleCondition: !Equals [!Ref Stage, prod]
            Assertions:
              - Assert: !Equals [!Ref Stage, nothing]
      `,
    },
    {
      name: 'the assertion that the CDK adds',
      over: 'fargateService',
      template: `
        Parameters:
          BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /cdk-bootstrap/hnb659fds/version }
        Rules:
          CheckBootstrapVersion:
            Assertions:
              - Assert: !Not [{ Fn::Contains: [['1', '2', '3', '4', '5'], !Ref BootstrapVersion] }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a consent that somebody is to give',
      because: 'No default meets the assertion: the template asks for a value.',
      over: 'fargateService',
      template: `
        Parameters:
          Licence: { Type: String, Default: '' }
        Rules:
          Consent:
            Assertions:
              - Assert: !Equals [!Ref Licence, I agree]
      `,
      expects: [{ at: 'Consent.Parameters.Licence' }],
    },
    {
      name: 'an assertion about a parameter without a value, and one about what it names',
      over: 'fargateService',
      template: `
        Parameters:
          Stage: { Type: String }
          Vpc: { Type: 'AWS::EC2::VPC::Id', Default: vpc-12345678 }
        Rules:
          Known:
            Assertions:
              - Assert: { Fn::Contains: [[test, prod], !Ref Stage] }
              - Assert: !Equals [{ Fn::ValueOf: [Vpc, Tags.Department] }, IT]
      `,
      expects: [{ at: 'Known.Assertions.0.Assert' }, { at: 'Known.Assertions.1.Assert' }],
    },
  ],
};

import type { Examples } from '../example';

const rule = (what: string) => `
        Resources:
          Rule:
            Type: AWS::ElasticLoadBalancingV2::ListenerRule
            Properties: { ListenerArn: !Ref Listener, Actions: [{ Type: forward, TargetGroupArn: !Ref Targets }], ${what} }
      `;

export const listenerRuleExamples: Examples = {
  rule: 'listener-rule',
  bad: [
    {
      name: 'a priority beyond all others',
      over: 'loadBalancedService',
      template: rule("Priority: 99999, Conditions: [{ Field: path-pattern, Values: ['/*'] }]"),
      expects: [{ at: 'Rule.Properties.Priority', message: 'priority' }],
    },
    {
      name: 'six paths in one rule',
      over: 'loadBalancedService',
      template: rule("Priority: 1, Conditions: [{ Field: path-pattern, Values: ['/a', '/b', '/c', '/d', '/e', '/f'] }]"),
      expects: [{ at: 'Rule.Properties.Conditions', message: 'tooManyValues' }],
    },
    {
      name: 'a path in a condition on the name of the website',
      over: 'loadBalancedService',
      template: rule("Priority: 1, Conditions: [{ Field: host-header, PathPatternConfig: { Values: ['/*'] } }]"),
      expects: [{ at: 'Rule.Properties.Conditions.0', message: 'noValues' }],
    },
    {
      name: 'two conditions on paths',
      over: 'loadBalancedService',
      template: rule("Priority: 1, Conditions: [{ Field: path-pattern, Values: ['/a'] }, { Field: path-pattern, Values: ['/b'] }]"),
      expects: [{ at: 'Rule.Properties.Conditions.1', message: 'twice' }],
    },
    {
      name: 'a method in small letters',
      over: 'loadBalancedService',
      template: rule('Priority: 1, Conditions: [{ Field: http-request-method, HttpRequestMethodConfig: { Values: [get] } }]'),
      expects: [{ at: 'Rule.Properties.Conditions.0.HttpRequestMethodConfig.Values.0', message: 'method' }],
    },
    {
      name: 'an address without its prefix length',
      over: 'loadBalancedService',
      template: rule('Priority: 1, Conditions: [{ Field: source-ip, SourceIpConfig: { Values: [203.0.113.7] } }]'),
      expects: [{ at: 'Rule.Properties.Conditions.0.SourceIpConfig.Values.0', message: 'addresses' }],
    },
  ],
  good: [{ name: 'a rule for a path', over: 'loadBalancedService', template: rule("Priority: 1, Conditions: [{ Field: path-pattern, Values: ['/*'] }]") }],
  unknown: [
    {
      name: 'a priority from a parameter without a default',
      over: 'loadBalancedService',
      template: `
        Parameters: { Priority: { Type: Number } }${rule("Priority: !Ref Priority, Conditions: [{ Field: path-pattern, Values: ['/*'] }]")}`,
      expects: [{ at: 'Rule.Properties.Priority' }],
    },
    {
      name: 'a sixth path that a condition may take away',
      over: 'loadBalancedService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { IsTest: !Equals [!Ref Stage, test] }${rule("Priority: 1, Conditions: [{ Field: path-pattern, Values: ['/a', '/b', '/c', '/d', '/e', !If [IsTest, '/f', !Ref AWS::NoValue]] }]")}`,
      expects: [{ at: 'Rule.Properties.Conditions.0.Values.5' }],
    },
  ],
};

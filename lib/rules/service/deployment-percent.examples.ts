import type { Examples } from '../example';

const percents = (minimum: string, maximum: string) =>
  `{ Resources: { Service: { Properties: { DeploymentConfiguration: { MinimumHealthyPercent: ${minimum}, MaximumPercent: ${maximum} } } } } }`;
const at = (property: string) => `Service.Properties.DeploymentConfiguration.${property}`;

export const deploymentPercentExamples: Examples = {
  rule: 'deployment-percent',
  bad: [
    { name: '100 and 100', over: 'fargateService', template: percents('100', '100'), expects: [{ at: at('MaximumPercent'), message: 'both' }] },
    { name: 'more than all healthy', over: 'fargateService', template: percents('150', '200'), expects: [{ at: at('MinimumHealthyPercent'), message: 'minimum' }] },
    { name: 'fewer than all at most', over: 'fargateService', template: percents('0', '50'), expects: [{ at: at('MaximumPercent'), message: 'maximum' }] },
  ],
  good: [
    { name: '50 and 100', over: 'fargateService', template: percents('50', '100') },
    { name: '100 and 200', over: 'fargateService', template: percents('100', '200') },
  ],
  unknown: [
    {
      name: 'a maximum from a parameter without a default', over: 'fargateService',
      template: percents('100', '!Ref Most').replace('{ Resources', '{ Parameters: { Most: { Type: Number } }, Resources'), expects: [{ at: at('MaximumPercent') }],
    },
  ],
  defaulted: [
    { name: 'none, for which ECS takes 100 and 200', over: 'fargateService', template: '' },
  ],
};

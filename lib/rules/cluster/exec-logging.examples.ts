import type { Examples } from '../example';

const withExec = (exec: string) => `{ Resources: { Cluster: { Properties: { Configuration: { ExecuteCommandConfiguration: { ${exec} } } } } } }`;
const at = (property: string) => `Cluster.Properties.Configuration.ExecuteCommandConfiguration.${property}`;

export const execLoggingExamples: Examples = {
  rule: 'exec-logging',
  bad: [
    { name: 'elsewhere, without saying where', over: 'fargateService', template: withExec('Logging: OVERRIDE'), expects: [{ at: at('LogConfiguration'), message: 'noTarget' }] },
    {
      name: 'a log group beside the default',
      over: 'fargateService',
      template: withExec('Logging: DEFAULT, LogConfiguration: { CloudWatchLogGroupName: /exec }'),
      expects: [{ at: at('Logging'), message: 'notOverridden' }],
    },
  ],
  good: [
    { name: 'to a log group', over: 'fargateService', template: withExec('Logging: OVERRIDE, LogConfiguration: { CloudWatchLogGroupName: /exec }') },
    { name: 'not at all', over: 'fargateService', template: withExec('Logging: NONE') },
  ],
  unknown: [
    {
      name: 'from a parameter without a default', over: 'fargateService',
      template: `{ Parameters: { Logging: { Type: String } }, ${withExec('Logging: !Ref Logging, LogConfiguration: { CloudWatchLogGroupName: /exec }').slice(1)}`, expects: [{ at: at('Logging') }],
    },
  ],
};

import type { Examples } from '../example';

const withOptions = (options: string, before = '') => `
  ${before}
  Resources:
    Task:
      Properties:
        ContainerDefinitions:
          - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256, LogConfiguration: { LogDriver: awslogs, Options: { ${options} } } }
`;
const at = (option = '') => `Task.Properties.ContainerDefinitions.0.LogConfiguration.Options${option}`;

export const logOptionsExamples: Examples = {
  rule: 'log-options',
  bad: [
    {
      name: 'a mode that Docker does not know',
      over: 'ec2Service',
      template: withOptions('awslogs-group: /shop, awslogs-region: !Ref AWS::Region, mode: nonblocking'),
      expects: [{ at: at('.mode'), message: 'mode' }],
    },
    {
      name: 'a buffer for a driver that waits',
      over: 'ec2Service',
      template: withOptions('awslogs-group: /shop, awslogs-region: !Ref AWS::Region, mode: blocking, max-buffer-size: 25m'),
      expects: [{ at: at('.max-buffer-size'), message: 'buffer' }],
    },
    {
      name: 'no region',
      over: 'ec2Service',
      template: withOptions('awslogs-group: /shop'),
      expects: [{ at: at(), message: 'leftOut' }],
    },
    {
      name: 'no prefix on Fargate',
      over: 'fargateService',
      template: withOptions('awslogs-group: /shop, awslogs-region: !Ref AWS::Region'),
      expects: [{ at: at(), message: 'leftOut' }],
    },
    {
      name: 'an option of another driver',
      over: 'fargateService',
      template: withOptions('awslogs-group: /shop, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web, log_key: log'),
      expects: [{ at: at('.log_key'), message: 'notTaken' }],
    },
    {
      name: 'the group not to be made, said in so many words',
      over: 'fargateService',
      template: withOptions("awslogs-group: /shop, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web, awslogs-create-group: 'false'"),
      expects: [{ at: at('.awslogs-create-group'), message: 'createGroup' }],
    },
    {
      name: 'Splunk without a token',
      over: 'fargateService',
      template: withOptions('splunk-url: https://splunk.example.com:8088').replace('awslogs', 'splunk'),
      expects: [{ at: at(), message: 'leftOut' }],
    },
    {
      name: 'two ways to begin a message',
      over: 'ec2Service',
      template: withOptions("awslogs-group: /shop, awslogs-region: !Ref AWS::Region, awslogs-datetime-format: '%Y', awslogs-multiline-pattern: '^INFO'"),
      expects: [{ at: at(), message: 'twoPatterns' }],
    },
  ],
  good: [
    {
      name: 'group, region and prefix',
      over: 'fargateService',
      template: withOptions('awslogs-group: /shop, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web, mode: non-blocking, max-buffer-size: 25m'),
    },
    { name: 'no prefix on container instances', over: 'ec2Service', template: withOptions("awslogs-group: /shop, awslogs-region: eu-west-1") },
  ],
  unknown: [
    {
      name: 'whether to make the group, from a parameter without a default',
      over: 'ec2Service',
      template: withOptions('awslogs-group: /shop, awslogs-region: eu-west-1, awslogs-create-group: !Ref Create', 'Parameters: { Create: { Type: String } }'),
      expects: [{ at: at('.awslogs-create-group') }],
    },
    {
      name: 'a token from a secret that a condition names',
      over: 'ec2Service',
      template: `
        Parameters: { Token: { Type: String } }
        Conditions: { HasToken: !Not [!Equals [!Ref Token, '']] }
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  Memory: 256
                  LogConfiguration:
                    LogDriver: splunk
                    Options: { splunk-url: 'https://splunk.example.com' }
                    SecretOptions: [{ Name: !If [HasToken, splunk-token, splunk-index], ValueFrom: !Ref Token }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.LogConfiguration.SecretOptions.0.Name' }],
    },
  ],
};

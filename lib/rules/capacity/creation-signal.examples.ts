import type { Examples } from '../example';

const group = (script = '') => `
  Resources:
    Group: { CreationPolicy: { ResourceSignal: { Count: 2, Timeout: PT15M } } }
    LaunchTemplate:
      Properties:
        LaunchTemplateData:
          UserData:
            Fn::Base64: !Sub |
              #!/bin/bash
              echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
              ${script}
`;

export const creationSignalExamples: Examples = {
  rule: 'creation-signal',
  bad: [{ name: 'user data that joins the cluster, and says nothing', over: 'ec2Service', template: group(), expects: [{ at: 'Group.CreationPolicy.ResourceSignal.Count', message: 'none' }] }],
  good: [
    { name: 'user data that signals', over: 'ec2Service', template: group('/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Group --region ${AWS::Region}') },
    { name: 'a script from elsewhere, which may', over: 'ec2Service', template: group('curl -s https://example.com/prepare.sh | bash') },
    {
      name: 'a command that Systems Manager runs on the instances', over: 'ec2Service',
      template: `${group()}
    Signal:
      Type: AWS::SSM::Association
      Properties: { Name: AWS-RunShellScript, Targets: [{ Key: 'tag:Group', Values: [web] }], Parameters: { commands: [/opt/aws/bin/cfn-signal --stack shop --resource Group] } }
`,
    },
    { name: 'no policy', over: 'ec2Service', template: '' },
  ],
};

import type { Examples } from '../example';

const withUserData = (userData: string) => `{ Resources: { LaunchTemplate: { Properties: { LaunchTemplateData: { UserData: ${userData} } } } } }`;
const at = 'LaunchTemplate.Properties.LaunchTemplateData.UserData', script = '"#!/bin/bash\\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\\n"';

export const userDataExamples: Examples = {
  rule: 'user-data',
  bad: [
    { name: 'a script that nothing encodes', over: 'ec2Service', template: withUserData(`!Sub ${script}`), expects: [{ at, message: 'plain' }] },
    {
      name: 'a script that is too long',
      over: 'ec2Service',
      template: withUserData(`{ 'Fn::Base64': !Sub ${script.replace('\\necho', `\\n# ${'-'.repeat(16_384)}\\necho`)} }`),
      expects: [{ at, message: 'tooLong' }],
    },
  ],
  good: [
    { name: 'a script that Fn::Base64 encodes', over: 'ec2Service', template: withUserData(`{ 'Fn::Base64': !Sub ${script} }`) },
    {
      name: 'user data that is encoded already',
      over: 'ec2Service',
      template: `
        Resources:
          Cluster: { Properties: { ClusterName: shop } }
          LaunchTemplate: { Properties: { LaunchTemplateData: { UserData: IyEvYmluL2Jhc2gKZWNobyBFQ1NfQ0xVU1RFUj1zaG9wID4+IC9ldGMvZWNzL2Vjcy5jb25maWcK } } }
      `,
    },
    {
      name: 'user data that is encoded already, and too long only in Base64',
      over: 'ec2Service',
      // A script of 15,018 bytes.
      template: `{ Resources: { Cluster: { Properties: { ClusterName: shop } }, LaunchTemplate: { Properties: { LaunchTemplateData: { UserData: IyEvYmluL2Jhc2gKZWNobyBFQ1NfQ0xVU1RFUj1zaG9wID4+IC9ldGMvZWNzL2Vjcy5jb25maWcK${'IyAgIyAg'.repeat(2_495)} } } } } }`,
    },
  ],
};

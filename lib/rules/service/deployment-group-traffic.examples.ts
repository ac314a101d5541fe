import type { Examples } from '../example';
import { both, deployed, route } from './example-deployment-group';

const at = (property: string) => `DeploymentGroup.Properties.LoadBalancerInfo.TargetGroupPairInfoList.0.${property}`;

export const deploymentGroupTrafficExamples: Examples = {
  rule: 'deployment-group-traffic',
  bad: [
    {
      name: 'one target group',
      over: 'loadBalancedService',
      template: deployed(`TargetGroups: [{ Name: !GetAtt Targets.TargetGroupName }], ${route}`),
      expects: [{ at: at('TargetGroups'), message: 'notAPair' }],
    },
    { name: 'no listener', over: 'loadBalancedService', template: deployed(both), expects: [{ at: at('ProdTrafficRoute'), message: 'noListener' }] },
    {
      name: 'a pair without the target group of the service',
      over: 'loadBalancedService',
      template: deployed(`TargetGroups: [{ Name: !GetAtt Third.TargetGroupName }, { Name: !GetAtt Green.TargetGroupName }], ${route}`),
      expects: [{ at: at('TargetGroups'), message: 'otherGroup' }],
    },
    {
      name: 'the same target group twice',
      over: 'loadBalancedService',
      template: deployed(`${both.replaceAll('Green', 'Targets')}, ${route}`),
      expects: [{ at: at('TargetGroups'), message: 'sameGroup' }],
    },
    {
      name: 'a second target group of instances',
      over: 'loadBalancedService',
      template: deployed(`${both}, ${route}`).replace('HTTP, TargetType: ip', 'HTTP'),
      expects: [{ at: 'Green.Properties.TargetType', message: 'otherType' }],
    },
    {
      name: 'a listener that forwards to the other target group',
      over: 'loadBalancedService',
      template: deployed(`${both}, ${route}`, `
          Listener: { Properties: { DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Green }] } }
          Tests:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties: { LoadBalancerArn: !Ref LoadBalancer, Port: 8080, Protocol: HTTP, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Targets }] }`),
      expects: [{ at: 'Listener.Properties', message: 'notBehind' }],
    },
  ],
  good: [{ name: 'the target group of the service and another', over: 'loadBalancedService', template: deployed(`${both}, ${route}`) }],
  unknown: [
    {
      name: 'target groups of which another stack says how many there are',
      over: 'loadBalancedService',
      template: deployed(`TargetGroups: !Split [',', !ImportValue pair], ${route}`),
      expects: [{ at: at('TargetGroups.Fn::Split.1') }],
    },
  ],
};

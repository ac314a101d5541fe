import type { Examples } from '../example';

const deployed = (pair: string, listener = '') => `
        Resources:
          Service: { Properties: { DeploymentController: { Type: CODE_DEPLOY } } }
          Green: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: HTTP, TargetType: ip } }
          Third: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: HTTP, TargetType: ip } }
          DeployRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement: [{ Effect: Allow, Principal: { Service: codedeploy.amazonaws.com }, Action: sts:AssumeRole }]
              ManagedPolicyArns: [arn:aws:iam::aws:policy/AWSCodeDeployRoleForECS]
          Application: { Type: AWS::CodeDeploy::Application, Properties: { ComputePlatform: ECS } }
          DeploymentGroup:
            Type: AWS::CodeDeploy::DeploymentGroup
            Properties:
              ApplicationName: !Ref Application
              ServiceRoleArn: !GetAtt DeployRole.Arn
              DeploymentStyle: { DeploymentType: BLUE_GREEN, DeploymentOption: WITH_TRAFFIC_CONTROL }
              ECSServices: [{ ClusterName: !Ref Cluster, ServiceName: !GetAtt Service.Name }]
              LoadBalancerInfo: { TargetGroupPairInfoList: [{ ${pair} }] }${listener}
      `;
const route = 'ProdTrafficRoute: { ListenerArns: [!Ref Listener] }';
const both = 'TargetGroups: [{ Name: !GetAtt Targets.TargetGroupName }, { Name: !GetAtt Green.TargetGroupName }]';
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

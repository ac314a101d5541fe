/** A deployment group of CodeDeploy for the load balanced service, with what it needs. `more` goes on where its properties end. */
export function deployed(pair: string, more = ''): string {
  return `
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
              BlueGreenDeploymentConfiguration:
                DeploymentReadyOption: { ActionOnTimeout: CONTINUE_DEPLOYMENT }
                TerminateBlueInstancesOnDeploymentSuccess: { Action: TERMINATE, TerminationWaitTimeInMinutes: 5 }
              ECSServices: [{ ClusterName: !Ref Cluster, ServiceName: !GetAtt Service.Name }]
              LoadBalancerInfo: { TargetGroupPairInfoList: [{ ${pair} }] }${more}
      `;
}

export const route = 'ProdTrafficRoute: { ListenerArns: [!Ref Listener] }';
export const both = 'TargetGroups: [{ Name: !GetAtt Targets.TargetGroupName }, { Name: !GetAtt Green.TargetGroupName }]';

import type { Examples } from '../example';

const lattice = (type: string, entry: string, port: string, parameters = '') => `${parameters}
        Resources:
          LatticeRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement: [{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }]
              ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForVpcLattice]
          LatticeTargets: { Type: AWS::VpcLattice::TargetGroup, Properties: { Type: ${type}, Config: { Port: 80, Protocol: HTTP, VpcIdentifier: !Ref Vpc } } }
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, PortMappings: [{ ContainerPort: 80${port} }] }] } }
          Service: { Properties: { VpcLatticeConfigurations: [{ ${entry} }] } }
      `;
const whole = 'RoleArn: !GetAtt LatticeRole.Arn, TargetGroupArn: !GetAtt LatticeTargets.Arn, PortName: http';

export const vpcLatticeExamples: Examples = {
  rule: 'vpc-lattice',
  bad: [
    {
      name: 'a port that no port mapping names',
      over: 'fargateService',
      template: lattice('IP', whole, ''),
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.PortMappings.0', message: 'unnamedPort' }],
    },
    {
      name: 'a target group of instances',
      over: 'fargateService',
      template: lattice('INSTANCE', whole, ', Name: http'),
      expects: [{ at: 'LatticeTargets.Properties.Type', message: 'targetType' }],
    },
  ],
  good: [{ name: 'a named port, and a target group of addresses', over: 'fargateService', template: lattice('IP', whole, ', Name: http') }],
  unknown: [
    {
      name: 'a port name from a parameter without a default',
      over: 'fargateService',
      template: lattice('IP', whole.replace('PortName: http', 'PortName: !Ref PortName'), ', Name: http', `
        Parameters: { PortName: { Type: String } }`),
      expects: [{ at: 'Service.Properties.VpcLatticeConfigurations.0.PortName' }],
    },
  ],
};

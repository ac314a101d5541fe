import { fact } from './fact';

/** Where a resource takes the ARN of a role, and where its name: paths by resource type, and what is said to the other one. */
export const arnsAndNames = fact<Readonly<Record<string, readonly ReferencesTaken[]>>>({
  id: 'arns-and-names',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    read: '2026-11-22',
    says: 'The properties of each resource type. Names of IAM hold letters, numbers and +=,.@_- and no colon (API AddRoleToInstanceProfile). Roles of a task definition and of a legacy load balancer may be given by either.',
  },
  value: {
    'AWS::CodeDeploy::DeploymentGroup': [{ path: 'ServiceRoleArn', takes: 'ARN' }],
    'AWS::CodePipeline::Pipeline': [{ path: 'RoleArn', takes: 'ARN' }],
    'AWS::ECS::CapacityProvider': [{ path: 'ManagedInstancesProvider.InfrastructureRoleArn', takes: 'ARN' }],
    'AWS::ECS::Service': [
      { path: 'DeploymentConfiguration.LifecycleHooks.*.RoleArn', takes: 'ARN' },
      { path: 'LoadBalancers.*.AdvancedConfiguration.RoleArn', takes: 'ARN' },
      { path: 'ServiceConnectConfiguration.Services.*.Tls.RoleArn', takes: 'ARN' },
      { path: 'VolumeConfigurations.*.ManagedEBSVolume.RoleArn', takes: 'ARN' },
      { path: 'VpcLatticeConfigurations.*.RoleArn', takes: 'ARN' },
    ],
    'AWS::Events::Rule': [{ path: 'Targets.*.RoleArn', takes: 'ARN', otherwise: 'Parameter RoleArn is not valid. Reason: Provided Arn is not in correct format.' }],
    'AWS::IAM::InstanceProfile': [{ path: 'Roles.*', takes: 'name', otherwise: 'The specified value for roleName is invalid.' }],
    'AWS::IAM::ManagedPolicy': [{ path: 'Roles.*', takes: 'name', otherwise: 'The specified value for roleName is invalid.' }],
    'AWS::IAM::Policy': [{ path: 'Roles.*', takes: 'name', otherwise: 'The specified value for roleName is invalid.' }],
    'AWS::IAM::RolePolicy': [{ path: 'RoleName', takes: 'name', otherwise: 'The specified value for roleName is invalid.' }],
    'AWS::Lambda::Function': [{ path: 'Role', takes: 'ARN', otherwise: "at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern" }],
    'AWS::Scheduler::Schedule': [{ path: 'Target.RoleArn', takes: 'ARN' }],
    'AWS::StepFunctions::StateMachine': [{ path: 'RoleArn', takes: 'ARN', otherwise: 'Invalid Role Arn' }],
  },
});

/** What one property takes. */
export interface ReferencesTaken {
  /** From the properties of the resource, with `*` for each item of a list. */
  readonly path: string;
  readonly takes: 'ARN' | 'name';
  /** What AWS says to the other one. */
  readonly otherwise?: string;
}

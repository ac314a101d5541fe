import { neededPermissions } from '../../catalog/needed-permissions';
import { managedPolicies } from '../../catalog/managed-policies';
import { defineRule } from '../rule';
import { lacksOf, lackWords, type Lack } from './lacks';

/** ECS makes volumes, launches Managed Instances and moves targets with an infrastructure role. */
export const infrastructureRolePermissions = defineRule({
  id: 'infrastructure-role-permissions',
  title: 'The infrastructure role may not do what ECS does with it',
  severity: 'error',
  phase: 'start',
  subject: 'roleAtWork',
  explanation: 'Volumes of EBS, Managed Instances, deployments that move targets and their hooks, certificates of Service Connect, targets of VPC Lattice and what is around an Express service are managed by ECS with a role that the service or the capacity provider names. For each but the hooks there is a managed policy. ' +
    'The one for Managed Instances passes only instance roles of which the name begins with ecsInstanceRole.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
  predicts: ['is not authorized to perform'],
  facts: [neededPermissions, managedPolicies],
  messages: {
    volume: (lack: Lack) => lackWords(lack, 'ECS makes a volume of EBS for each task with that', 'ECS was unable to create the EBS volume: … is not authorized to perform: ec2:CreateVolume'),
    instances: (lack: Lack) => ({
      ...lackWords(lack, 'ECS launches Managed Instances with that', 'is not authorized to perform: ec2:CreateFleet'),
      phase: 'place',
    }),
    pass: (lack: Lack) => ({
      ...lackWords(lack, 'ECS hands that role to the Managed Instances it launches', 'is not authorized to perform: iam:PassRole'),
      phase: 'place',
    }),
    key: (lack: Lack) => lackWords(lack, 'the volumes of EBS are encrypted with that key', 'ECS was unable to create the EBS volume: … is not authorized to perform: kms:GenerateDataKeyWithoutPlaintext'),
    targets: (lack: Lack) => lackWords(lack, 'ECS moves targets between target groups with that', 'is not authorized to perform: elasticloadbalancing:RegisterTargets'),
    certificate: (lack: Lack) => lackWords(lack, 'Service Connect has its certificates issued with that', 'is not authorized to perform: acm-pca:IssueCertificate'),
    gateway: (lack: Lack) => ({ ...lackWords(lack, 'ECS makes what is around an Express service with that', 'is not authorized to perform: elasticloadbalancing:CreateTargetGroup'), phase: 'create' }),
    lattice: (lack: Lack) => lackWords(lack, 'ECS registers tasks with VPC Lattice with that', 'is not authorized to perform: vpc-lattice:RegisterTargets'),
    legacy: (lack: Lack) => lackWords(lack, 'the service names that role to register its tasks with the load balancer, for which ECS has a service-linked role where none is named', 'is not authorized to perform: elasticloadbalancing:RegisterTargets'),
    hook: (lack: Lack) => ({ ...lackWords(lack, 'ECS calls the hook of a deployment with that', 'is not authorized to perform: lambda:InvokeFunction'), phase: 'deploy' }),
  },
  check(subject, say, { order }) {
    for (const { message, at, data, related } of lacksOf(subject, 'infrastructure', messages, say, order)) say.violated(message, { at }, data, { related });
  },
});

const messages = {
  createVolume: 'volume', tagVolume: 'volume', attachVolume: 'volume', describeVolumes: 'volume', deleteVolume: 'volume', volumeKey: 'key',
  launchTemplate: 'instances', launchInstances: 'instances', runInstances: 'instances', tagInstances: 'instances', describeInstances: 'instances', passRole: 'pass',
  describeTargets: 'targets', registerTargets: 'targets', moveListener: 'targets', moveRule: 'targets', invokeHook: 'hook',
  gatewayTargets: 'gateway', gatewayRule: 'gateway', gatewayLoadBalancer: 'gateway', gatewaySecurityGroup: 'gateway', gatewayCertificate: 'gateway', gatewayScaling: 'gateway', gatewayDescribe: 'gateway',
  certificate: 'certificate', latticeTargets: 'lattice', legacyTargets: 'legacy', classicTargets: 'legacy',
} as const;

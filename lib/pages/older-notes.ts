import { strategyLength } from '../catalog/capacity-provider-limits';
import { clusterQuotas } from '../catalog/cluster-quotas';
import { ebsVolumeTypes } from '../catalog/ebs-volumes';
import { ec2TaskCpuUnits } from '../catalog/ec2-task-size';
import { ephemeralStorageGiB } from '../catalog/ephemeral-storage';
import type { Fact } from '../catalog/fact';
import { fargateParameters } from '../catalog/fargate-parameters';
import { fargatePlatformFeatures, fargateServiceFeatures } from '../catalog/fargate-platform';
import { fargateTaskSizes } from '../catalog/fargate-task-sizes';
import { allInstanceTypes, instanceTypes } from '../catalog/instance-types';
import type { Limit } from '../catalog/property-demand';
import { serviceLimits, serviceValues } from '../catalog/service-limits';
import { page } from './rule-page';

/** What older notes say of ECS, what holds now, and where that is from: facts, or a page of AWS's with the day on which it was read. */
interface OlderNote {
  readonly older: string;
  readonly now: string;
  readonly from: Fact<unknown> | { readonly url: string; readonly read: string };
}

/** For people with older notes in hand, in Markdown. Figures come from the facts, so that they cannot differ from what is checked. */
export function olderNotesPage(): string {
  return page(
    '# What older notes say of ECS, and what holds now',
    'Much that is written about Amazon ECS was true once. Here is what changed, as far as a template shows it, and what did not change although many expect it to. The last column says where it is from: a [fact](facts.md) that Drydock checks by, or a page of AWS\'s with the day on which it was read.',
    '## What changed', table(changed),
    '## What still holds', table(unchanged),
  );
}

function table(notes: readonly OlderNote[]): string {
  return ['| older notes | now | from |', '| --- | --- | --- |', ...notes.map(({ older, now, from }) => `| ${older} | ${now} | ${sourceOf(from)} |`)].join('\n');
}

function sourceOf(from: OlderNote['from']): string {
  return 'id' in from ? `[${from.id}](facts.md#${from.id})` : `[${from.url.replace(/^.*\/|\.html$/g, '')}](${from.url}), ${from.read}`;
}

const guide = (name: string) => ({ url: `https://docs.aws.amazon.com/AmazonECS/latest/developerguide/${name}.html`, read: '2026-11-20' });
const api = (name: string) => ({ url: `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${name}.html`, read: '2026-11-20' });

const sizes = fargateTaskSizes.value, largest = sizes.at(-1);
const { least, most } = ephemeralStorageGiB.value, types = allInstanceTypes();

function mostOf(limits: readonly Limit[], path: string): number | undefined {
  return limits.find(limit => limit.path === path)?.most;
}

/** What stands in a list of parameters for a path that ends so. */
function taken(end: string): string {
  return (fargateParameters.value.find(({ path }) => path.endsWith(end))?.takes ?? []).join(', ');
}

function since(path: string): string {
  return [...fargatePlatformFeatures.value, ...fargateServiceFeatures.value].find(feature => feature.path === path)?.since ?? '';
}

const changed: readonly OlderNote[] = [
  { older: 'Load balancers and service registries can be given at creation alone.', now: 'A service of the deployment controller ECS may get other ones, or none, by an update.', from: guide('update-service-parameters') },
  { older: 'A service has one target group.', now: `Up to ${mostOf(serviceLimits.value, 'LoadBalancers')}. With more than one ECS uses its service-linked role: Role is refused.`, from: serviceLimits },
  { older: 'Fargate has no EFS.', now: `It has, from platform version ${since('Volumes.*.EFSVolumeConfiguration')} on, which is LATEST.`, from: fargatePlatformFeatures },
  { older: 'Tasks have no EBS volumes of their own.', now: `ECS makes one for each task as VolumeConfigurations of the service says: ${Object.keys(ebsVolumeTypes.value).join(', ')}.`, from: ebsVolumeTypes },
  { older: 'A Fargate task has 10 GB for its layers and 4 GB for volumes, or 20 GB.', now: `20 GiB for both without a word. EphemeralStorage makes it ${least} to ${most} GiB; 20 written down is refused.`, from: ephemeralStorageGiB },
  { older: 'Fargate ends at 4 vCPU and 30 GB, or at 16 vCPU and 120 GB.', now: `At ${(largest?.cpuUnits ?? 0) / 1024} vCPU, with ${(largest?.memoryMiB ?? []).map(mib => mib / 1024).join(', ')} GB.`, from: fargateTaskSizes },
  { older: 'Fargate logs by awslogs alone.', now: `By ${taken('.LogDriver')}.`, from: fargateParameters },
  { older: 'Fargate runs Linux alone.', now: `And Windows: ${taken('.OperatingSystemFamily').replace('LINUX, ', '')}, from ${(sizes.find(size => size.windows)?.cpuUnits ?? 0) / 1024} vCPU on. ARM64 is for Linux.`, from: fargateParameters },
  { older: 'Nobody can get into a container on Fargate.', now: `ECS Exec can: EnableExecuteCommand, and a task role that may talk to Systems Manager, from platform version ${since('EnableExecuteCommand')} on.`, from: fargateServiceFeatures },
  { older: 'A cluster, and a strategy, has up to six capacity providers.', now: `Up to ${strategyLength.value}.`, from: strategyLength },
  { older: 'Changing CapacityProviderStrategy replaces the service.', now: 'ECS updates the service; moving between Auto Scaling groups and Fargate is among what it takes.', from: guide('update-service-parameters') },
  { older: 'A task on EC2 asks for 10 vCPU at most.', now: `For ${ec2TaskCpuUnits.value.most / 1024}.`, from: ec2TaskCpuUnits },
  { older: 'An instance has as many awsvpc tasks as network interfaces, less one.', now: `By default, still. With the account setting awsvpcTrunking ${types.filter(type => type.trunkedTasks > 0).length} of the ${types.length} types in the table take more.`, from: instanceTypes },
  { older: 'The group of a capacity provider needs NewInstancesProtectedFromScaleIn before managed termination protection.', now: 'ECS sets it itself, since 2024.', from: guide('managed-termination-protection') },
  { older: 'Spot instances need ECS_ENABLE_SPOT_INSTANCE_DRAINING.', now: 'Managed draining of the capacity provider, which the guide has on by default, does it too.', from: guide('managed-instance-draining') },
  { older: 'A cluster has up to 100, or 300, tasks that wait for capacity.', now: 'Up to 500.', from: { url: 'https://docs.aws.amazon.com/general/latest/gr/ecs-service.html', read: '2026-11-20' } },
  { older: 'A service has up to 1000 tasks.', now: `Up to ${clusterQuotas.value.tasksPerService}; 1000 where Cloud Map or Service Connect registers them.`, from: clusterQuotas },
  { older: 'Blue/green needs CodeDeploy and a load balancer.', now: `ECS does it itself: Strategy is ${(serviceValues.value.find(({ path }) => path.endsWith('.Strategy'))?.takes ?? []).join(', ')}. Without a load balancer it replaces the tasks and moves no traffic.`, from: serviceValues },
  { older: 'The deployment controller of a service is for ever.', now: 'It may be changed, from CODE_DEPLOY to ECS among others.', from: guide('update-service-parameters') },
  { older: 'The circuit breaker waits for at least 10 failed tasks.', now: 'For half of the desired count, at least 3 and at most 200, unless ThresholdConfiguration says otherwise.', from: guide('deployment-circuit-breaker') },
  { older: 'Tasks that fail to start are delayed by up to 15 minutes.', now: 'By up to 27.', from: guide('service-throttle-logic') },
  { older: 'HealthCheckGracePeriodSeconds is for load balancers.', now: 'It holds back the health checks of containers too, and needs no load balancer.', from: api('CreateService') },
  { older: 'Tasks stay in the zone in which they were started.', now: 'ECS evens them out: AvailabilityZoneRebalancing is ENABLED for new services that can have it, since September 2025.', from: guide('service-rebalancing') },
  { older: 'A log driver that cannot write blocks the container.', now: 'Only with mode blocking. The default is non-blocking since 25 June 2025, unless the account says otherwise.', from: api('LogConfiguration') },
  { older: 'The role AWSServiceRoleForECS has to be made by hand.', now: 'ECS makes it with the first cluster of an account. A capacity provider that comes before the first cluster is refused for want of it.', from: guide('using-service-linked-roles') },
  {
    older: 'CloudFormation creates a task definition with properties in other letters, and only warns.', now: 'It holds properties against the schemas when a stack is created or updated, and refuses, since November 2025.',
    from: { url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html', read: '2026-11-22' },
  },
  { older: 'On a managed cluster somebody looks after EC2 instances, or there is Fargate.', now: 'Or ECS looks after them: capacity providers of Managed Instances, with network mode awsvpc or host.', from: guide('ManagedInstances') },
];

const unchanged: readonly OlderNote[] = [
  { older: 'Fargate has no GPUs.', now: 'It has none: GPU in ResourceRequirements is refused.', from: fargateParameters },
  { older: 'Fargate has no privileged containers, host volumes and placement constraints.', now: 'It takes none of them, in service and task definition.', from: fargateParameters },
  { older: 'Daemons do not run on Fargate.', now: 'They do not, and take no capacity provider strategy either.', from: api('CreateService') },
  { older: 'HEALTHCHECK of an image counts.', now: 'It never did: ECS watches HealthCheck of the container definition alone.', from: api('HealthCheck') },
  { older: 'A task on EC2 in awsvpc mode has a public address.', now: 'It never has one; AssignPublicIp is for Fargate.', from: guide('task-networking-awsvpc') },
  { older: 'AmazonECSTaskExecutionRolePolicy is enough.', now: 'For images and log streams. It holds neither logs:CreateLogGroup nor secrets, parameters, environment files and keys.', from: { url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html', read: '2026-11-20' } },
];

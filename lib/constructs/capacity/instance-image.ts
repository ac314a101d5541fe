import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';

/** Operating systems of container instances, of which AWS publishes images with the ECS agent. */
export type InstanceSystem =
  | 'amazon-linux-2023' | 'bottlerocket'
  | 'windows-2019-core' | 'windows-2019-full' | 'windows-2022-core' | 'windows-2022-full' | 'windows-2025-core' | 'windows-2025-full';

/** What is told to the agent on an instance, in the words of its operating system. */
export interface AgentSettings {
  /** MiB that tasks may not have. */
  readonly reservedMemory?: number;
  /** Whether tasks are moved away when EC2 takes back a Spot instance. */
  readonly drainsSpot: boolean;
  /** Whether the agent waits until the instance leaves the warm pool. */
  readonly isInWarmPool: boolean;
}

/** The image, and user data to begin with. */
export interface InstanceImage {
  readonly image: ec2.IMachineImage;
  readonly userData: ec2.UserData;
  /** How the L2 tells the agent its cluster. On Windows it is not to: what it says leaves out the roles of tasks. */
  readonly type?: ecs.MachineImageType;
  /** Where the disk is that holds images and what containers write. */
  readonly dataDevice: string;
}

/** The current image of a system for the processor and the accelerators of the instance types, looked up by CloudFormation at each deployment. */
export function imageFor(system: InstanceSystem, architecture: ec2.InstanceArchitecture, types: readonly ec2.InstanceType[]): InstanceImage {
  const isArm = architecture === ec2.InstanceArchitecture.ARM_64, hasGpu = types.length > 0 && types.every(type => /^(p\d|g\d|gr\d)/.test(type.toString()));
  switch (system) {
    case 'amazon-linux-2023': return { image: ecs.EcsOptimizedImage.amazonLinux2023(hardwareOf(isArm, hasGpu, types)), userData: ec2.UserData.forLinux(), type: ecs.MachineImageType.AMAZON_LINUX_2, dataDevice: '/dev/xvda' };
    case 'bottlerocket': {
      const variant = hasGpu ? ecs.BottlerocketEcsVariant.AWS_ECS_2_NVIDIA : ecs.BottlerocketEcsVariant.AWS_ECS_2;
      return { image: new ecs.BottleRocketImage({ variant, architecture }), userData: ec2.UserData.custom(''), type: ecs.MachineImageType.BOTTLEROCKET, dataDevice: '/dev/xvdb' };
    }
    default: return { image: windows(system), userData: ec2.UserData.forWindows(), dataDevice: '/dev/sda1' };
  }
}

/** Tells the agent, after the L2 has told it the cluster. */
export function configureAgent({ userData, type }: InstanceImage, cluster: string, { reservedMemory, drainsSpot, isInWarmPool }: AgentSettings): void {
  if (type === ecs.MachineImageType.BOTTLEROCKET) {
    if (reservedMemory !== undefined) userData.addCommands(`reserved-memory = ${reservedMemory}`);
    if (drainsSpot) userData.addCommands('enable-spot-instance-draining = true');
    return;
  }
  const settings = Object.entries({
    ECS_RESERVED_MEMORY: reservedMemory, ECS_ENABLE_SPOT_INSTANCE_DRAINING: drainsSpot ? true : undefined, ECS_WARM_POOLS_CHECK: isInWarmPool ? true : undefined,
  }).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`] as const]));
  if (type !== undefined) return settings.forEach(([name, value]) => { userData.addCommands(`echo ${name}=${value} >> /etc/ecs/ecs.config`); });
  // The agent reads its settings when it starts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_IAM_roles.html, task-windows-networking.html.
  for (const [name, value] of [...settings, ['ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE', 'true']]) userData.addCommands(`[Environment]::SetEnvironmentVariable("${name}", "${value}", "Machine")`);
  userData.addCommands('Import-Module ECSTools', `Initialize-ECSAgent -Cluster '${cluster}' -EnableTaskIAMRole -EnableTaskENI -LoggingDrivers '["json-file","awslogs"]'`);
}

/** The L2 knows the images with a desktop, and not those without. */
function windows(system: string): ec2.IMachineImage {
  const [, version = '', edition = ''] = system.split('-'), name = `Windows_Server-${version}-English-${edition === 'core' ? 'Core' : 'Full'}-ECS_Optimized`;
  return ec2.MachineImage.fromSsmParameter(`/aws/service/ami-windows-latest/${name}/image_id`, { os: ec2.OperatingSystemType.WINDOWS });
}

function hardwareOf(isArm: boolean, hasGpu: boolean, types: readonly ec2.InstanceType[]): ecs.AmiHardwareType {
  if (isArm) return ecs.AmiHardwareType.ARM;
  if (hasGpu) return ecs.AmiHardwareType.GPU;
  return types.length > 0 && types.every(type => /^(inf|trn)\d/.test(type.toString())) ? ecs.AmiHardwareType.NEURON : ecs.AmiHardwareType.STANDARD;
}

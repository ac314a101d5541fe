import type { Duration } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** What few containers need: all that a container of the L2 takes and `ContainerOptions` does not say in other words. It is passed on as it is. */
export interface ContainerDetails {
  /**
   * The user that it runs as.
   * @default - what the image says
   */
  readonly user?: string;
  /**
   * Where it runs.
   * @default - what the image says
   */
  readonly workingDirectory?: string;
  /**
   * Whether it may not write to its own root file system.
   * @default false
   */
  readonly readonlyRootFilesystem?: boolean;
  /**
   * GPUs of the instance that it gets. Container instances only.
   * @default - none
   */
  readonly gpuCount?: number;
  /**
   * Limits of the operating system.
   * @default - those of Docker
   */
  readonly ulimits?: ecs.Ulimit[];
  /**
   * Capabilities, devices, shared memory, swap, and an init process.
   * @default - none
   */
  readonly linuxParameters?: ecs.LinuxParameters;
  /**
   * Parameters of the kernel.
   * @default - none
   */
  readonly systemControls?: ecs.SystemControl[];
  /**
   * Labels of Docker.
   * @default - none
   */
  readonly dockerLabels?: { [key: string]: string };
  /**
   * Whether it has all rights on the instance. Container instances only.
   * @default false
   */
  readonly privileged?: boolean;
  /**
   * Profiles of SELinux and AppArmor, and the like. Container instances only.
   * @default - none
   */
  readonly dockerSecurityOptions?: string[];
  /**
   * Credential specs for Active Directory.
   * @default - none
   */
  readonly credentialSpecs?: ecs.CredentialSpec[];
  /**
   * Whether it has no network.
   * @default false
   */
  readonly disableNetworking?: boolean;
  /**
   * Domains in which names are searched.
   * @default - none
   */
  readonly dnsSearchDomains?: string[];
  /**
   * Servers that are asked for names.
   * @default - those of the VPC
   */
  readonly dnsServers?: string[];
  /**
   * Names and their addresses, for its hosts file.
   * @default - none
   */
  readonly extraHosts?: { [name: string]: string };
  /**
   * The name that it has for itself.
   * @default - one that Docker makes up
   */
  readonly hostname?: string;
  /**
   * Whether it keeps its input open.
   * @default false
   */
  readonly interactive?: boolean;
  /**
   * Whether it has a terminal.
   * @default false
   */
  readonly pseudoTerminal?: boolean;
  /**
   * How long it may take to come as far as containers wait for that depend on it.
   * @default - three minutes on Fargate, none elsewhere
   */
  readonly startTimeout?: Duration;
  /**
   * Whether ECS looks up the tag of the image once for each deployment, so that all its tasks run the same.
   * @default - as ECS has it, which is that it does
   */
  readonly versionConsistency?: ecs.VersionConsistency;
  /**
   * Devices of Elastic Inference. They are not offered any more.
   * @default - none
   */
  readonly inferenceAcceleratorResources?: string[];
}

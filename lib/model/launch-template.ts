import type { Value } from '../core/value';
import type { Property } from '../template/property';
import type { AgentConfig } from './agent-config';
import type { Named } from './noun';
import type { Role } from './role';

/** `AWS::EC2::LaunchTemplate`, or the `AWS::AutoScaling::LaunchConfiguration` that came before it. */
export interface LaunchTemplate extends Named {
  readonly instanceType: Value<string>;
  readonly imageId: Value<string>;
  readonly agentConfig: AgentConfig;
  /** The role of the instance profile. */
  readonly instanceRole: Value<Role>;
  /** By reference. */
  readonly securityGroups: Value<readonly Value<string>[]>;
  /** As given; without it the subnet decides. */
  readonly associatePublicIp: Value<boolean>;
  /** `LaunchTemplateData`, or the properties of a launch configuration. */
  readonly properties: Property;
}

import type { Cluster } from './cluster';
import type { CreationOrder } from './creation-order';
import type { Role } from './role';
import type { Service } from './service';
import type { TaskDefinition } from './task-definition';

/** What the templates of a deployment describe, linked once and read by everyone. Lists are in the templates' order. */
export interface Model {
  /** Which resources CloudFormation creates before which. */
  readonly order: CreationOrder;
  readonly clusters: readonly Cluster[];
  readonly roles: readonly Role[];
  readonly services: readonly Service[];
  readonly taskDefinitions: readonly TaskDefinition[];
}

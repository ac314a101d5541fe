import type { Origin } from '../core/origin';
import type { Value } from '../core/value';
import type { Reference } from './dependencies';
import type { Property } from './property';
import type { Raw } from './raw';

/** A resource of a template whose condition holds or may hold. */
export interface Resource {
  readonly stack: string;
  /** The logical id. */
  readonly id: string;
  /** As `AWS::ECS::Service`. */
  readonly type: string;
  /** Where its properties stand. */
  readonly at: Origin;
  /** Known to be true, or unknown where a condition decides that is not known. */
  readonly exists: Value<boolean>;
  readonly properties: Property;
  /** What `Ref` gives of it. */
  readonly ref: Property;
  /** What `Fn::GetAtt` gives of it. */
  readonly attribute: (name: string) => Property;
  /** The logical ids that `DependsOn`, the properties and the metadata refer to: CloudFormation finishes them before it begins with this one. */
  readonly dependencies: () => ReadonlySet<string>;
  /** What `DependsOn`, the properties and the metadata refer to for certain, but for parameters. */
  readonly references: () => readonly ResolvedReference[];
  readonly environment: Environment;
  /** What CloudFormation waits for before the resource counts as created. */
  readonly creationPolicy: () => Property;
  readonly metadata: Raw;
  /** Where the resource stands in the CDK's construct tree, as `Shop/Web/Service`: as the template says, or what was written down beside it. */
  readonly constructPath: () => string | undefined;
  /** `AWS::CloudFormation::Init` of its metadata: what `cfn-init` does on an instance. */
  readonly init: Property;
}

/** A reference, and the resource that is meant. */
export interface ResolvedReference extends Reference {
  /** Undefined where the template has neither parameter nor resource of that name, or creates none. */
  readonly type: string | undefined;
}

/** Where a stack is deployed, as its pseudo parameters say. */
export interface Environment {
  readonly partition: Value<string>;
  readonly region: Value<string>;
  readonly account: Value<string>;
}

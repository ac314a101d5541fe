import data from './data/resource-properties.json';
import { fact } from './fact';

/** The properties of resource types as CloudFormation has them. */
export interface ResourceProperties {
  /** The shape of the properties of each resource type. */
  readonly types: Readonly<Record<string, string>>;
  /** What `Fn::GetAtt` gives of a resource type. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** The properties of each shape with their forms: a plain one, a shape by name, a list `[form]` or a map `{form}`; required ones begin with `!`. */
  readonly shapes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What CloudFormation takes under `Properties` of the resources that stand around services of ECS. */
export const resourceProperties = fact<ResourceProperties>({
  id: 'resource-properties',
  standing: 'documented',
  source: {
    url: 'https://www.npmjs.com/package/aws-cdk-lib/v/2.276.0',
    read: '2026-11-21',
    says: 'The classes Cfn… of aws-cdk-lib, which AWS makes from the schemas of its resource types: names and forms of all properties, which are required, and the attributes that Fn::GetAtt gives.',
  },
  value: data,
});

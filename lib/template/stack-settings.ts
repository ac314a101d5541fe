/** What the user or the assembly says of a stack beside its template. */
export interface StackSettings {
  /** Unique within the deployment. */
  readonly name: string;
  /** What CloudFormation calls it, where that is decided already. */
  readonly deployedName?: string;
  readonly region?: string;
  readonly account?: string;
  /** Where a nested stack hangs: the parent's name and the logical id of the `AWS::CloudFormation::Stack`. */
  readonly nestedIn?: { readonly stack: string; readonly resource: string };
  /** Values for the template's parameters, as they would be typed. */
  readonly parameters?: ReadonlyMap<string, string>;
  /** The CDK construct that made a resource, where it is written down beside the template; looked up when it is asked. */
  readonly constructPath?: (logicalId: string) => string | undefined;
}

/** What is in no template and can be said beside them: what other stacks export, what `{{resolve:…}}` gives, the zones of a region, settings of the account. */
export type GivenKind = 'import' | 'reference' | 'zones' | 'accountSetting';

/** Why a value is not known before the deployment. `finding/explain-unknown.ts` turns it into words and into the input that would settle it. */
export type UnknownReason =
  /**
   * No value is given, and there is no default, or (`refused`) one that the template itself does not take: somebody is to give another.
   * `type`: as declared; `passedBy`: the resource of the stack around that would pass one.
   */
  | { readonly kind: 'parameter'; readonly stack: string; readonly name: string; readonly type: string; readonly passedBy?: string; readonly refused?: true }
  | { readonly kind: 'pseudo'; readonly name: string; readonly stack: string } // AWS::Region, AWS::AccountId …
  /** CloudFormation learns it on creation. `isName`: it is a name that CloudFormation makes up, as it does where the template gives none. */
  | { readonly kind: 'created'; readonly stack: string; readonly resource: string; readonly attribute: string; readonly isName?: boolean }
  | { readonly kind: 'import'; readonly name: string } // exported by a stack that was not given
  | { readonly kind: 'dynamic'; readonly reference: string } // {{resolve:…}}, read at deployment
  | { readonly kind: 'zones'; readonly region: string } // the zones of a region differ by account; region: empty where it is not known
  /** A thing that is in none of the templates. `id`: what it is called where it exists, with `type` as what. */
  | { readonly kind: 'elsewhere'; readonly what: string; readonly thing?: { readonly type: string; readonly id: string } }
  | { readonly kind: 'accountSetting'; readonly name: string }
  | { readonly kind: 'transform'; readonly what: string } // a macro or AWS::Include makes it, and may make it of what is here
  | { readonly kind: 'condition'; readonly name: string; readonly because: UnknownReason }
  | { readonly kind: 'function'; readonly name: string; readonly because?: UnknownReason } // a function that cannot be computed
  | { readonly kind: 'request'; readonly key: string } // a condition key or a policy variable of IAM
  | { readonly kind: 'form'; readonly expected: string; readonly found: string } // another kind of value stands there
  | { readonly kind: 'letters'; readonly expected: string; readonly found: string } // a property is there under its name in other letters, which CloudFormation may take or not
  | { readonly kind: 'fact'; readonly what: string } // the catalog has no row for it
  | { readonly kind: 'chance'; readonly what: string } // AWS may decide either way
  | { readonly kind: 'circular'; readonly what: string };

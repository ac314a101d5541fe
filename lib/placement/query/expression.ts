/** A cluster query: which container instances a `memberOf` constraint admits. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Expression[]; readonly inParentheses?: true }
  | { readonly kind: 'not'; readonly term: Expression }
  | { readonly kind: 'exists'; readonly subject: Subject }
  | { readonly kind: 'compare'; readonly subject: Subject; readonly operator: Operator; readonly values: readonly string[] };

/** What of an instance a query can ask for. */
export type Subject = { readonly kind: 'attribute'; readonly name: string } | { readonly kind: Exclude<SubjectKind, 'attribute'> };

export type SubjectKind = 'agentConnected' | 'agentVersion' | 'attribute' | 'ec2InstanceId' | 'registeredAt' | 'runningTasksCount' | 'task:group';

export type Operator = '==' | '!=' | '>' | '>=' | '<' | '<=' | 'in' | '!in' | '=~' | '!~';

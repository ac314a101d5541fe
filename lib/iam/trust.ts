import { known } from '../core/value';
import { lets } from './authorize';
import type { Decision } from './decide';
import type { PolicyDocument } from './policy';
import { requestFor, type Caller, type RequestContext } from './request';

/** Whether a trust policy lets somebody assume the role. `context` says on whose behalf a service of AWS's comes: `aws:SourceAccount`, `aws:SourceArn`. */
export function trusts(document: PolicyDocument, caller: Caller, context?: RequestContext): Decision {
  return lets([document], requestFor('sts:AssumeRole', known('*', { stack: '', path: [] }), caller, context));
}

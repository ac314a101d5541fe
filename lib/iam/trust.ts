import { known } from '../core/value';
import { lets } from './authorize';
import { aService } from './caller';
import type { Decision } from './decide';
import type { PolicyDocument } from './policy';
import type { RequestContext } from './request';

/** Whether a trust policy lets a service of AWS's assume the role. `context` says on whose behalf it comes: `aws:SourceAccount`, `aws:SourceArn`. */
export function trusts(document: PolicyDocument, name: string, context: RequestContext = new Map()): Decision {
  return lets([document], { action: 'sts:AssumeRole', resource: known('*', { stack: '', path: [] }), context, caller: aService(name) });
}

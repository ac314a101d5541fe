import { startsWith } from '../core/text';
import { mapValue, type Value } from '../core/value';
import { anybody } from './caller';
import { isAmong, type Patterns } from './pattern';
import type { PolicyDocument, Statement } from './policy';
import { requestFor } from './request';

/** A statement that allows nearly what is asked, and where it differs. */
export interface Near {
  readonly statement: Statement;
  readonly differs: 'action' | 'resource' | 'condition';
}

/** Of the statements that somebody can edit, the one that comes closest to allowing it: for the action on another resource first, then for a like action on this resource. */
export function nearestStatement(policies: readonly PolicyDocument[], action: string, resource: Value<string>): Near | undefined {
  const allowing = policies.flatMap(({ statements }) => statements).filter(({ effect, awsManaged }) => effect === 'Allow' && awsManaged === undefined);
  const request = requestFor(action, resource, anybody);
  const withAction = allowing.filter(({ actions }) => !actions.except && isAmong(request.action, actions).answer === 'yes');
  const [near] = withAction;
  if (near) {
    const conditional = withAction.find(({ resources }) => isAmong(request.resource, resources).answer === 'yes');
    return conditional ? { statement: conditional, differs: 'condition' } : { statement: near, differs: 'resource' };
  }
  const alike = allowing.find(({ actions, resources }) => isOfService(actions, action) && isAmong(request.resource, resources).answer === 'yes');
  return alike && { statement: alike, differs: 'action' };
}

/** Whether a statement is about actions of the same service. */
function isOfService({ given, except }: Patterns, action: string): boolean {
  const [service = ''] = action.toLowerCase().split(':');
  return !except && given.some(text => startsWith(mapValue(text, written => written.toLowerCase()), `${service}:`) === 'yes');
}

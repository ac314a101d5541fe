import { partsOf } from '../core/text';
import { isAmong, type Request } from './decide';
import { anyPartition, type Patterns, type PolicyDocument, type Statement } from './policy';

/** A statement that allows nearly what is asked, and where it differs. */
export interface Near {
  readonly statement: Statement;
  readonly differs: 'action' | 'resource' | 'condition';
}

/** Of the statements that somebody can edit, the one that comes closest to allowing it: for the action on another resource first, then for a like action on this resource. */
export function nearestStatement(policies: readonly PolicyDocument[], { action, resource }: Pick<Request, 'action' | 'resource'>): Near | undefined {
  const allowing = policies.flatMap(({ statements }) => statements).filter(({ effect, awsManaged }) => effect === 'Allow' && awsManaged === undefined);
  const text = anyPartition(partsOf(resource) ?? []);
  const withAction = allowing.filter(({ actions }) => !actions.except && isAmong([action.toLowerCase()], actions).answer === 'yes');
  const [near] = withAction;
  if (near) {
    const conditional = withAction.find(({ resources }) => isAmong(text, resources).answer === 'yes');
    return conditional ? { statement: conditional, differs: 'condition' } : { statement: near, differs: 'resource' };
  }
  const alike = allowing.find(({ actions, resources }) => isOfService(actions, action) && isAmong(text, resources).answer === 'yes');
  return alike && { statement: alike, differs: 'action' };
}

/** Whether a statement is about actions of the same service. */
function isOfService({ any, except }: Patterns, action: string): boolean {
  const [service = ''] = action.toLowerCase().split(':');
  return !except && any.some(([first]) => typeof first === 'string' && first.startsWith(`${service}:`));
}

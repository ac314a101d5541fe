import type { Launcher } from '../model/launch';
import { everything } from './arn';
import { allNeeds, noNeeds, type Needs } from './need';

/**
 * What ECS Exec asks of the task role where it is enabled: the agent in the container speaks to Systems Manager with it. Tasks of a schedule come
 * and go without a service that is asked for a shell.
 */
export function execNeeds(launchers: readonly Launcher[]): Needs {
  return allNeeds(launchers.map(({ type, execEnabled }) => {
    if (execEnabled.state === 'unknown') return { needs: [], open: [execEnabled] };
    if (execEnabled.state === 'absent' || !execEnabled.value) return noNeeds;
    const { at } = execEnabled;
    return { needs: [{ purpose: 'exec', resources: [everything(at)], at, severity: type === 'AWS::ECS::Service' ? 'error' : 'warning' }], open: [] };
  }));
}

import { ifKnown } from '../core/value';
import { secretOf } from '../model/task-definition/secret';
import type { TaskDefinition } from '../model/task-definition/task-definition';
import { everything } from './arn';
import { allNeeds, noNeeds, type Needs, type TaskContext } from './need';
import { storedNeeds } from './secret';

/** What volumes of FSx for Windows ask of the execution role: to find the file system, and to log in to it with what a secret or a parameter holds. */
export function windowsShareNeeds({ volumes }: TaskDefinition, context: TaskContext): Needs {
  return allNeeds((ifKnown(volumes) ?? []).map(({ properties }) => {
    const share = properties.get('FSxWindowsFileServerVolumeConfiguration'), { at } = share;
    if (share.given !== 'yes') return noNeeds;
    const credentials = secretOf(share.get('AuthorizationConfig', 'CredentialsParameter').text());
    return allNeeds([{ needs: [{ purpose: 'windowsShare', resources: [everything(at)], at, severity: 'warning' }], open: [] }, storedNeeds(credentials, context, { at })]);
  }));
}

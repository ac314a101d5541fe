import { absent, ifKnown, thenValue, unknownsIn, type Value } from '../core/value';
import type { Container } from '../model/task-definition/container';
import { sameName } from '../model/noun';
import { anId, join } from './arn';
import { noNeeds, type Need, type Needs, type TaskContext } from './need';
import { whoseOf } from './whose';

/** What the log driver `awslogs` asks of CloudWatch Logs. */
export function logNeeds(container: Container, context: TaskContext): Needs {
  const { logDriver: driver, logOptions: options } = container, { environment, fargate } = context;
  if (driver.state === 'absent' || (driver.state === 'known' && driver.value !== 'awslogs')) return noNeeds;
  const option = (name: string): Value<string> => thenValue(options, map => map.get(name) ?? absent(options.at));
  const group = option('awslogs-group'), given = option('awslogs-region');
  const open = unknownsIn(driver, options, group);
  if (driver.state === 'unknown' || options.state === 'unknown' || group.state === 'absent') return { needs: [], open };
  const { at } = group;
  const region = given.state === 'absent' ? environment.region : given;
  const groupArn = join(at, 'arn:', environment.partition, ':logs:', region, ':', environment.account, ':log-group:', group);
  const stream = join(at, groupArn, ':log-stream:', anId('the log stream', at));
  // Docker opens the stream before the container starts, or where it is not to block, as ECS has it by default, meanwhile.
  const severity = fargate === 'yes' || ifKnown(option('mode')) === 'blocking' ? 'error' : 'warning';
  const shared = { at, ...whoseOf(container) };
  const creates: readonly Need[] = mustCreate(group, option('awslogs-create-group'), context)
    ? [{ purpose: 'logGroup', resources: [groupArn, join(at, groupArn, ':log-stream:')], severity, ...shared }] : [];
  return {
    needs: [
      ...creates,
      { purpose: 'logStream', resources: [stream], severity, ...shared },
      // The container starts all the same; what it writes is lost.
      { purpose: 'logEvents', resources: [stream], severity: 'warning', ...shared },
    ],
    open: [],
  };
}

/** The driver creates the group when it is told to and there is none. One that the templates create is there before. */
export function mustCreate(group: Value<string>, create: Value<string>, { logGroups }: TaskContext): boolean {
  return create.state === 'known' && create.value.toLowerCase() === 'true' && !logGroups.some(({ name }) => sameName(name, group) !== 'no');
}

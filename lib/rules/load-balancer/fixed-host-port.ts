import { reservedPorts } from '../../catalog/container-agent';
import { anyAnswer, type Answer } from '../../core/identity';
import { ifKnown, type Value } from '../../core/value';
import type { Container } from '../../model/task-definition/container';
import type { Model } from '../../model/model';

/** Whether something may listen on a fixed port of container instances: a container of any task, or what the agent keeps ports free for. */
export function isFixedHostPort(port: number, { taskDefinitions }: Model): Answer {
  if (Object.values(reservedPorts.value).some(ports => ports.includes(port))) return 'yes';
  return anyAnswer(taskDefinitions.map(({ containers }) => anyOf(containers, ({ portMappings }: Container) =>
    anyOf(portMappings, ({ hostPort }) => (hostPort.state === 'unknown' ? 'unknown' : ifKnown(hostPort) === port ? 'yes' : 'no')))));
}

function anyOf<T>(list: Value<readonly T[]>, answer: (item: T) => Answer): Answer {
  return list.state === 'unknown' ? 'unknown' : anyAnswer((ifKnown(list) ?? []).map(answer));
}

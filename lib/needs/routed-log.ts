import type { Purpose } from '../catalog/needed-permissions';
import { absent, thenValue, type Value } from '../core/value';
import type { Container } from '../model/task-definition/container';
import { arn, something } from './arn';
import { noNeeds, type Needs, type TaskContext } from './need';
import { whoseOf } from './whose';

/** Where FireLens sends logs with the task role: by the name of the plugin of Fluent Bit, the option that names the destination, and its ARN. */
const destinations: Readonly<Record<string, { readonly purpose: Purpose; readonly option: string; readonly arn: readonly [service: string, prefix: string] }>> = {
  cloudwatch: { purpose: 'routedLog', option: 'log_group_name', arn: ['logs', 'log-group:'] },
  cloudwatch_logs: { purpose: 'routedLog', option: 'log_group_name', arn: ['logs', 'log-group:'] },
  firehose: { purpose: 'routedRecords', option: 'delivery_stream', arn: ['firehose', 'deliverystream/'] },
  kinesis: { purpose: 'routedStream', option: 'stream', arn: ['kinesis', 'stream/'] },
  kinesis_firehose: { purpose: 'routedRecords', option: 'delivery_stream', arn: ['firehose', 'deliverystream/'] },
  kinesis_streams: { purpose: 'routedStream', option: 'stream', arn: ['kinesis', 'stream/'] },
};

/** What a log router asks of the task role for the logs of a container: without it the container runs, and its logs are lost. */
export function routedLogNeeds(container: Container, { environment }: TaskContext): Needs {
  const { logDriver: driver, logOptions: options } = container;
  if (driver.state !== 'known' || driver.value !== 'awsfirelens' || options.state === 'absent') return noNeeds;
  const option = (name: string): Value<string> => thenValue(options, map => [...map].find(([key]) => key.toLowerCase() === name)?.[1] ?? absent(options.at));
  const name = option('name');
  if (name.state === 'unknown') return { needs: [], open: [name] };
  const destination = name.state === 'known' && Object.hasOwn(destinations, name.value) ? destinations[name.value] : undefined;
  if (!destination) return noNeeds;
  const given = option(destination.option), region = option('region'), [service, prefix] = destination.arn;
  // A name may hold variables that Fluent Bit fills in, as $(ecs_task_id).
  const target = given.state === 'unknown' || (given.state === 'known' && !given.value.includes('$')) ? given : something('the destination', given.at);
  const here = region.state === 'absent' ? environment : { ...environment, region };
  const resource = arn(here, service, prefix, target, ...(service === 'logs' ? [':log-stream:', something('the log stream', given.at)] : []));
  return { needs: [{ purpose: destination.purpose, resources: [resource], ...whoseOf(container), at: name.at, severity: 'warning' }], open: [] };
}

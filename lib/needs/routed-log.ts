import type { Purpose } from '../catalog/needed-permissions';
import { absent, orElse, thenValue, type Known, type Unknown, type Value } from '../core/value';
import type { Container } from '../model/task-definition/container';
import type { Environment } from '../template/resource';
import { anId, arn, join, something } from './arn';
import { mustCreate } from './log';
import { noNeeds, type Need, type Needs, type TaskContext } from './need';
import { whoseOf } from './whose';

/** Where FireLens sends logs with the task role: the options of the plugin that name the destination. */
interface Destination {
  readonly purpose: Purpose;
  readonly options: readonly string[];
}

const logGroup: Destination = { purpose: 'routedLog', options: ['log_group_name'] };
const deliveryStream: Destination = { purpose: 'routedRecords', options: ['delivery_stream', 'delivery_stream_name'] };
const stream: Destination = { purpose: 'routedStream', options: ['stream', 'stream_name'] };
const bucket: Destination = { purpose: 'routedFile', options: ['bucket', 's3_bucket'] };

/** By the name of the plugin, of Fluent Bit or of Fluentd. */
const destinations: ReadonlyMap<string, Destination> = new Map([
  ['cloudwatch', logGroup], ['cloudwatch_logs', logGroup], ['firehose', deliveryStream], ['kinesis', stream], ['kinesis_firehose', deliveryStream], ['kinesis_streams', stream], ['s3', bucket],
]);

/** What a log router asks of the task role for the logs of a container: without it the container runs, and its logs are lost. */
export function routedLogNeeds(container: Container, context: TaskContext): Needs {
  const { environment } = context, { logDriver: driver, logOptions: options } = container;
  if (driver.state !== 'known' || driver.value !== 'awsfirelens' || options.state === 'absent') return noNeeds;
  const option = (name: string): Value<string> => thenValue(options, map => [...map].find(([key]) => key.toLowerCase() === name)?.[1] ?? absent(options.at));
  const name = orElse(option('name'), option('@type'));
  if (name.state === 'unknown') return { needs: [], open: [name] };
  const destination = name.state === 'known' ? destinations.get(name.value) : undefined;
  if (!destination) return noNeeds;
  const given = destination.options.map(option).find(({ state }) => state !== 'absent') ?? absent(name.at), region = option('region');
  // A name may hold variables that Fluent Bit fills in, as $(ecs_task_id).
  const target = given.state === 'unknown' || (given.state === 'known' && !given.value.includes('$')) ? given : something('the destination', given.at);
  const need = (purpose: Purpose, resource: Value<string>): Need => ({ purpose, resources: [resource], ...whoseOf(container), at: name.at, severity: 'warning' });
  const resource = destinationArn(destination.purpose, target, region.state === 'absent' ? environment : { ...environment, region });
  if (destination !== logGroup) return { needs: [need(destination.purpose, resource)], open: [] };
  const creates = orElse(option('auto_create_group'), option('auto_create_stream'));
  return {
    needs: [
      need('routedLog', join(given.at, resource, ':log-stream:', anId('the log stream', given.at))),
      ...(mustCreate(target, creates, context) ? [need('routedGroup', resource)] : []),
    ],
    open: [],
  };
}

function destinationArn(purpose: Purpose, target: Known<string> | Unknown, environment: Environment): Value<string> {
  switch (purpose) {
    case 'routedRecords': return arn(environment, 'firehose', 'deliverystream/', target);
    case 'routedStream': return arn(environment, 'kinesis', 'stream/', target);
    case 'routedFile': return join(target.at, 'arn:', environment.partition, ':s3:::', target, '/', something('the object', target.at));
    default: return arn(environment, 'logs', 'log-group:', target);
  }
}

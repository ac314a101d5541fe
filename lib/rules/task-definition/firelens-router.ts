import { firelensConfigFile } from '../../catalog/firelens';
import { ifKnown } from '../../core/value';
import type { Container } from '../../model/task-definition/container';
import { defineRule, type Say } from '../rule';

/** Logs that go through FireLens need a container that routes them, and a router needs logs. */
export const firelensRouter = defineRule({
  id: 'firelens-router',
  title: 'FireLens cannot route the logs of the task',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'A container whose log driver is awsfirelens hands its logs to the container of the same task that has a FirelensConfiguration. ECS refuses to register a task definition that has one without the other, or two routers. A configuration file is in S3 or in the image, and the agent has to be told where.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
  predicts: [
    'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.',
    'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.',
  ],
  facts: [firelensConfigFile],
  messages: {
    noRouter: () => ({
      says: 'The container logs through awsfirelens, and no container of the task routes logs.',
      fix: 'Give the container that routes them FirelensConfiguration: { Type: fluentbit }.',
      ecsSays: 'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.',
    }),
    noLogs: () => ({
      says: 'The container routes logs, and no container of the task logs through awsfirelens.',
      fix: 'Set LogDriver of the containers whose logs it should route to awsfirelens, or take FirelensConfiguration out.',
      repair: [{ remove: true }],
      ecsSays: 'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.',
    }),
    configFileType: ({ given }: { given: string }) => ({
      says: `config-file-type is ${given}; the configuration file is in ${firelensConfigFile.value.types.join(' or ')}.`,
      fix: `Set config-file-type to ${firelensConfigFile.value.types.join(' or ')}.`,
      phase: 'start',
    }),
    noConfigFile: ({ type }: { type: string }) => ({
      says: `config-file-type is ${type}, and config-file-value does not say which file.`,
      fix: `Set config-file-value to ${type === 's3' ? 'the ARN of the object' : 'the path in the image'}.`,
      ecsSays: 'option config-file-type is specified but config-file-value is not specified',
      phase: 'start',
    }),
    twoRouters: () => ({
      says: 'Two containers of the task have a FirelensConfiguration, and a task has one log router.',
      fix: 'Leave FirelensConfiguration to one of them.',
    }),
  },
  check(task, say) {
    const containers = say.need(task.containers) ?? [];
    const senders = containers.filter(({ logDriver }) => ifKnown(logDriver) === 'awsfirelens'), routers = containers.filter(({ routesLogs }) => ifKnown(routesLogs) === true);
    const [sender] = senders, [router, second] = routers;
    for (const { properties } of routers) checkConfigFile(properties.get('FirelensConfiguration', 'Options'), say);
    if (second) say.violated('twoRouters', second.routesLogs, undefined);
    if (sender && !router) {
      if (containers.every(({ routesLogs }) => routesLogs.state === 'known')) say.violated('noRouter', sender.logDriver, undefined);
      else containers.forEach(({ routesLogs }) => say.need(routesLogs));
    }
    if (router && !sender) {
      if (containers.every(({ logDriver }) => logDriver.state !== 'unknown')) say.violated('noLogs', router.routesLogs, undefined);
      else containers.forEach(({ logDriver }) => say.need(logDriver));
    }
  },
});

function checkConfigFile(options: Container['properties'], say: Say<(typeof firelensRouter)['messages']>): void {
  const given = options.get('config-file-type').text(), type = say.need(given);
  if (type === undefined) return;
  if (!firelensConfigFile.value.types.includes(type)) say.violated('configFileType', given, { given: type });
  else if (options.get('config-file-value').given === 'no') say.violated('noConfigFile', options, { type });
}

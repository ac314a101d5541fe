import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** Logs that go through FireLens need a container that routes them, and a router needs logs. */
export const firelensRouter = defineRule({
  id: 'firelens-router',
  title: 'FireLens has a router without logs, or logs without a router',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'A container whose log driver is awsfirelens hands its logs to the container of the same task that has a FirelensConfiguration. ECS refuses to register a task definition that has one without the other, or two routers.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
  predicts: [
    'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.',
    'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.',
  ],
  facts: [],
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
    twoRouters: () => ({
      says: 'Two containers of the task have a FirelensConfiguration, and a task has one log router.',
      fix: 'Leave FirelensConfiguration to one of them.',
    }),
  },
  check(task, say) {
    const containers = say.need(task.containers) ?? [];
    const senders = containers.filter(({ logDriver }) => ifKnown(logDriver) === 'awsfirelens'), routers = containers.filter(({ routesLogs }) => ifKnown(routesLogs) === true);
    const [sender] = senders, [router, second] = routers;
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

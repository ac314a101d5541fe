import { sameText, showText, textKey } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import { defineRule } from '../rule';

/** What refers to a container names one of the same task. */
export const containerReference = defineRule({
  id: 'container-reference',
  title: 'The task has no container of this name',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'Dependencies, links, volumes of another container and the App Mesh proxy name a container of the same task definition. ECS refuses to register a task definition that names one it does not have. Schedules, pipes and state machines name the containers for which they give another command or other variables, and start no task where one of them is not there.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  predicts: ["Cannot depend on container + 'name' because it does not exist", "Invalid 'volumesFrom' setting. Unknown container:", "Invalid 'links' setting", 'Proxy container [name] does not exist.', 'is not a container in the TaskDefinition'],
  facts: [],
  messages: {
    missing: ({ name, containers, ecsSays }: Missing) => ({
      says: `No container of the task is called ${name}; its containers are ${containers}.`,
      fix: 'Name one of these, or add the container.',
      ecsSays,
    }),
    notOverridden: ({ name, containers, ecsSays }: Missing) => ({
      says: `What starts the task says something for the container ${name}; those of the task definition are ${containers}.`,
      fix: 'Name one of these.',
      ecsSays,
      phase: 'schedule',
    }),
  },
  check(task, say, { startedTasks }) {
    const containers = say.need(task.containers);
    if (!containers) return;
    const names = containers.map(container => container.name), keys = new Set(names.map(textKey));
    const look = (given: Value<string>, ecsSays: (name: string) => string, message: 'missing' | 'notOverridden' = 'missing'): void => {
      const key = textKey(given);
      if (given.state === 'absent' || (key !== undefined && keys.has(key))) return;
      const answers = names.map(name => sameText(name, given));
      const name = showText(given), open = [given, ...names].find(value => value.state === 'unknown');
      if (!answers.includes('unknown')) say.violated(message, given, { name, containers: names.slice(0, 20).map(showText).join(', ') + (names.length > 20 ? ' …' : ''), ecsSays: ecsSays(name) });
      else if (open) say.undecided(open);
    };
    look(task.proxyContainer, name => `Proxy container [${name}] does not exist.`);
    for (const container of containers) {
      for (const { container: name } of say.need(container.dependencies) ?? []) look(name, missing => `Cannot depend on container + '${missing}' because it does not exist`);
      for (const link of say.need(container.links) ?? []) look(link, missing => `Invalid 'links' setting. Unknown container: '${missing}'`);
      for (const name of say.need(container.volumesFrom) ?? []) look(name, missing => `Invalid 'volumesFrom' setting. Unknown container: '${missing}'`);
    }
    for (const { exists, overriddenContainers } of startedTasks.filter(({ taskDefinition }) => ifKnown(taskDefinition) === task)) {
      if (say.need(exists)) overriddenContainers.forEach(name => { look(name, missing => `Override for container named ${missing} is not a container in the TaskDefinition.`, 'notOverridden'); });
    }
  },
});

interface Missing {
  readonly name: string;
  readonly containers: string;
  readonly ecsSays: string;
}

import { sameText, showText } from '../../core/text';
import { nameForm } from '../../catalog/names';
import { defineRule } from '../rule';

/** Each container of a task has a name of its own, by which everything else refers to it. */
export const containerName = defineRule({
  id: 'container-name',
  title: 'A container has no name of its own',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'Load balancers, dependencies, links and overrides refer to a container by its name. ECS refuses a task definition in which two containers have the same, or one holds more than letters, numbers, hyphens and underscores.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  predicts: ['Container names must be unique within a task definition', 'Container.name contains invalid characters.'],
  facts: [nameForm],
  messages: {
    twice: ({ name }: { name: string }) => ({
      says: `Two containers of the task are called ${name}.`,
      fix: 'Give one of them another Name.',
      ecsSays: 'Container names must be unique within a task definition',
    }),
    form: ({ name }: { name: string }) => ({
      says: `The container is called ${JSON.stringify(name)}; ECS takes up to 255 letters, numbers, hyphens and underscores.`,
      fix: 'Give it a Name of these characters.',
      ecsSays: 'Container.name contains invalid characters.',
    }),
  },
  check(task, say) {
    const containers = say.need(task.containers) ?? [];
    containers.forEach(({ name }, i) => {
      if (name.state === 'known' && !new RegExp(nameForm.value).test(name.value)) say.violated('form', name, { name: name.value });
      if (containers.slice(0, i).some(earlier => sameText(earlier.name, name) === 'yes')) say.violated('twice', name, { name: showText(name) });
    });
  },
});

import { circlesIn } from '../../core/circles';
import { groupBy } from '../../core/group-by';
import { showText, textKey } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import type { Container } from '../../model/task-definition/container';
import { defineRule } from '../rule';

/** What a container waits for has to be able to happen: no circle, no health without a check, no end of a container that has to live. */
export const containerDependency = defineRule({
  id: 'container-dependency',
  title: 'A container waits for what cannot happen',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'A container may wait until another has started, has become healthy or has ended. It becomes healthy only by a health check in the task definition; one in the image does not count. An essential container that ends takes the task with it, so that nothing can wait for its end. ECS refuses both, and circles of containers that wait for each other.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  predicts: [
    'A dependency container with HEALTHY condition must have health check configured',
    'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container',
    'Container links should not have a cycle',
  ],
  facts: [],
  messages: {
    noHealthCheck: ({ name, other }: { name: string; other: string }) => ({
      says: `The container ${name} waits until ${other} is healthy, and ${other} has no health check.`,
      fix: `Give ${other} a HealthCheck, or wait for START.`,
      ecsSays: 'A dependency container with HEALTHY condition must have health check configured',
    }),
    essential: ({ name, other, condition }: { name: string; other: string; condition: string }) => ({
      says: `The container ${name} waits for ${condition} of ${other}, which is essential: the task ends with it.`,
      fix: `Set Essential of ${other} to false.`,
      ecsSays: 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container',
    }),
    circle: ({ names }: { names: readonly string[] }) => ({
      says: names.length === 1 ? `The container ${names.join()} waits for itself.` : `The containers ${names.join(', ')} wait for each other in a circle.`,
      fix: 'Take one of the dependencies or links out.',
      ecsSays: 'Container links should not have a cycle',
    }),
  },
  check(task, say) {
    const containers = say.need(task.containers) ?? [];
    const byName = groupBy(containers, container => textKey(container.name)), find = (name: Value<string>): Container | undefined => byName.get(textKey(name) ?? '')?.[0];
    for (const container of containers) {
      const name = showText(container.name), dependencies = ifKnown(container.dependencies) ?? [];
      for (const { at, container: otherName, condition: given } of dependencies) {
        const other = find(otherName), condition = say.need(given);
        if (!other || condition === undefined) continue;
        const data = { name, other: showText(other.name), condition };
        if (condition === 'HEALTHY' && say.need(other.hasHealthCheck) === false) say.violated('noHealthCheck', { at }, data);
        if (['COMPLETE', 'SUCCESS'].includes(condition) && say.need(other.essential)) say.violated('essential', { at }, data);
      }
    }
    const waitsFor = new Map(containers.map(container => [container, [...(ifKnown(container.dependencies) ?? []).map(dependency => dependency.container), ...(ifKnown(container.links) ?? [])].flatMap(name => find(name) ?? [])]));
    for (const circle of circlesIn(waitsFor)) say.violated('circle', circle[0] ?? task, { names: circle.map(each => showText(each.name)) });
  },
});

import type { Container } from '../model/task-definition/container';
import { guardOf } from '../model/guarded-resource';
import { everything } from './arn';
import { imageRepository } from './image-repository';
import { noNeeds, type Needs, type TaskContext } from './need';
import { whoseOf } from './whose';

/** What a pull of the image asks for where it comes from a private registry of Amazon ECR, or may. */
export function imageNeeds(container: Container, { environment, guarded }: TaskContext): Needs {
  const repository = imageRepository(container, environment), { at } = container.image;
  if (repository.state === 'absent') return noNeeds;
  const guard = guardOf(repository, guarded), inDoubt = container.registry.state === 'unknown' ? { inDoubt: container.registry } : {};
  const shared = { ...inDoubt, ...whoseOf(container), at, severity: 'error' } as const;
  return {
    needs: [
      { purpose: 'registryLogin', resources: [everything(at)], ...shared },
      { purpose: 'imagePull', resources: [repository], ...(guard ? { guard } : {}), ...shared },
    ],
    open: [],
  };
}

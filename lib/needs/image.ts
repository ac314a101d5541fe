import type { Container } from '../model/container';
import { guardOf } from '../model/guarded-resource';
import { everything } from './arn';
import { imageRepository } from './image-repository';
import { noNeeds, type Needs, type TaskContext } from './need';
import { whoseOf } from './whose';

/** What a pull of the image asks for where it comes from a private registry of Amazon ECR. */
export function imageNeeds(container: Container, { environment, guarded }: TaskContext): Needs {
  const repository = imageRepository(container, environment), { at } = container.image;
  if (repository.state === 'absent') return noNeeds;
  if (container.registry.state === 'unknown') return { needs: [], open: [container.registry] };
  const guard = guardOf(repository, guarded), shared = { ...whoseOf(container), at, severity: 'error' } as const;
  return {
    needs: [
      { purpose: 'registryLogin', resources: [everything(at)], ...shared },
      { purpose: 'imagePull', resources: [repository], ...(guard ? { guard } : {}), ...shared },
    ],
    open: [],
  };
}

import { globOf, matchGlob } from '../core/glob';
import { partsOf, sameText, textOf } from '../core/text';
import { ifKnown, type TextPart, type Value } from '../core/value';
import { componentsOf } from '../iam/arn';
import type { Container } from '../model/task-definition/container';
import { guardOf } from '../model/guarded-resource';
import { cut, everything } from './arn';
import { imageRepository } from './image-repository';
import { noNeeds, type Needs, type TaskContext } from './need';
import { whoseOf } from './whose';

/** What a pull of the image asks for where it comes from a private registry of Amazon ECR, or may. */
export function imageNeeds(container: Container, context: TaskContext): Needs {
  const { environment, guarded } = context, repository = imageRepository(container, environment), { at } = container.image;
  if (repository.state === 'absent') return noNeeds;
  const guard = guardOf(repository, guarded), inDoubt = container.registry.state === 'unknown' ? { inDoubt: container.registry } : {};
  const shared = { ...inDoubt, ...whoseOf(container), at, severity: 'error' } as const;
  return {
    needs: [
      { purpose: 'registryLogin', resources: [everything(at)], ...shared },
      { purpose: 'imagePull', resources: [repository], ...(guard ? { guard } : {}), ...shared },
      // Whoever pulled it before has brought it in for everybody.
      ...(isCached(repository, context) ? [{ purpose: 'upstreamImage', resources: [repository], ...registryGuard(repository, context), ...shared, severity: 'warning' } as const] : []),
    ],
    open: [],
  };
}

/** Whether a rule of the templates brings the image in from another registry. */
function isCached(repository: Value<string>, { pullThroughRules }: TaskContext): boolean {
  const [, name] = cut(partsOf(repository) ?? [], ':repository/') ?? [];
  return name !== undefined && pullThroughRules.some(({ prefix }) =>
    ifKnown(prefix) === 'ROOT' || matchGlob([...(partsOf(prefix) ?? []), ...globOf(['/*'])], name) === 'yes');
}

/** The policy of the registry as a whole, which is one of an account in a region, may allow it as well. */
function registryGuard(repository: Value<string>, { guarded }: TaskContext): Pick<Needs['needs'][number], 'guard'> {
  const [, , , region = [], account = []] = componentsOf(partsOf(repository) ?? []);
  const isOf = (part: readonly TextPart[], place: Value<string>): boolean => sameText(textOf(part, repository.at), place) !== 'no';
  const guard = guarded.find(({ type, environment }) => type === 'AWS::ECR::RegistryPolicy' && isOf(region, environment.region) && isOf(account, environment.account));
  return guard ? { guard } : {};
}

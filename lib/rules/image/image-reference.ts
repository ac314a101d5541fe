import { partsOf, showText, startsWith } from '../../core/text';
import { ifKnown } from '../../core/value';
import { ownerOf } from '../../finding/finding';
import { isImageName } from '../../model/task-definition/image';
import { defineRule } from '../rule';

/** A container is made from an image, whose reference Docker has to be able to read. */
export const imageReference = defineRule({
  id: 'image-reference',
  title: 'The image is not named as Docker names images',
  severity: 'error',
  phase: 'register',
  subject: 'container',
  explanation: 'An image is named registry/repository:tag or registry/repository@sha256:digest, where the registry may be left out. The repository is in small letters, there is no https:// before it and no space in it. ECS refuses an empty name and foreign characters when it registers the task definition; the rest fails when the image is pulled. Ref of a repository of ECR is its name alone, which Docker looks for in Docker Hub; what Docker reads is RepositoryUri.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  predicts: ['Container.image should not be null or empty.', 'Container.image contains invalid characters.', 'CannotPullContainerError: invalid reference format', 'pull access denied'],
  facts: [],
  messages: {
    empty: () => ({
      says: 'The name of the image is empty.',
      fix: 'Name an image.',
      ecsSays: 'Container.image should not be null or empty.',
    }),
    characters: ({ image, isUnfilled }: { image: string; isUnfilled: boolean }) => ({
      says: `The image is ${JSON.stringify(image)}; its name may hold letters, numbers, and - _ : . / @ #.`,
      fix: isUnfilled ? 'Put it under Fn::Sub, which alone fills in what stands in ${…}.' : 'Take the other characters out, spaces at the ends too.',
      ecsSays: 'Container.image contains invalid characters.',
    }),
    form: ({ image }: { image: string }) => ({
      says: `The image is ${image}; Docker reads registry/repository:tag or registry/repository@sha256:digest, the repository in small letters.`,
      fix: 'Write the name of the image in this form.',
      ecsSays: 'CannotPullContainerError: invalid reference format',
      phase: 'start',
    }),
    repository: ({ repository }: { repository: string }) => ({
      says: `The image begins with the name of ${repository} alone, for which Docker asks Docker Hub.`,
      fix: `Image: !Sub '\${${repository}.RepositoryUri}:TAG'`,
      ecsSays: 'CannotPullContainerError: pull access denied, repository does not exist or may require authorization',
      phase: 'start',
    }),
  },
  check({ container: { image } }, say, { resources }) {
    const [head] = partsOf(image) ?? [], is = typeof head === 'object' ? head.is : undefined;
    const source = is?.kind === 'attribute' && is.attribute === 'Ref' ? ownerOf(is, resources) : undefined;
    if (source?.type === 'AWS::ECR::Repository') return say.violated('repository', image, { repository: source.id }, { related: [source] });
    const given = ifKnown(image), known = (partsOf(image) ?? []).filter(part => typeof part === 'string');
    if (given === '') say.violated('empty', image, undefined);
    else if (known.some(part => !characters.test(part))) say.violated('characters', image, { image: showText(image), isUnfilled: known.some(part => part.includes('${')) });
    else if ((given !== undefined && !isImageName(given)) || startsWith(image, 'arn:') === 'yes') say.violated('form', image, { image: showText(image) });
    else if (known.length === 0) say.need(image);
  },
});

const characters = /^[A-Za-z0-9\-_:./@#]+$/;

import { imageFamilies } from '../../catalog/machine-images';
import { instanceType, instanceTypes } from '../../catalog/instance-types';
import { defineRule } from '../rule';

/** An instance starts only from an image of its own processor architecture. */
export const imageArchitecture = defineRule({
  id: 'image-architecture',
  title: 'The image is of another processor architecture than the instance type',
  severity: 'error',
  phase: 'create',
  subject: 'instanceGroup',
  explanation: 'Graviton instances start from arm64 images, all others from x86_64 images. The public parameters of AWS name both: the path of an arm64 image has arm64 in it.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-optimized_AMI.html',
  predicts: ['does not match the architecture'],
  facts: [imageFamilies, instanceTypes],
  messages: {
    differs: ({ type, ofType, ofImage }: { type: string; ofType: string; ofImage: string }) => ({
      says: `The instance type ${type} is ${ofType}, and the image is ${ofImage}.`,
      fix: `Take the image's ${ofType} variant, or an instance type that is ${ofImage}.`,
      ecsSays: `The architecture '${ofType}' of the specified instance type does not match the architecture '${ofImage}' of the specified AMI.`,
    }),
  },
  check({ autoScalingGroup }, say) {
    for (const choice of say.need(autoScalingGroup.choices) ?? []) {
      const template = say.need(choice.launchTemplate), [name, ...others] = say.need(choice.instanceTypes) ?? [];
      // Where EC2 chooses the type, it chooses one of the image's architecture.
      const image = template && say.need(template.image), type = name === undefined || others.length > 0 ? undefined : instanceType(name);
      if (!image || !type || image.architecture === type.architecture) continue;
      return say.violated('differs', template.imageId, { type: type.name, ofType: type.architecture, ofImage: image.architecture }, { related: [autoScalingGroup, template] });
    }
  },
});

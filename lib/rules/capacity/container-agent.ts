import { imageFamilies } from '../../catalog/machine-images';
import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';
import { usersOf } from './users';

/** An instance joins a cluster by the ECS agent that runs on it. */
export const containerAgent = defineRule({
  id: 'container-agent',
  title: 'The instances have no ECS agent',
  severity: 'error',
  phase: 'place',
  subject: 'instanceGroup',
  explanation: 'The ECS agent is in the ECS-optimized images and in those of Bottlerocket for ECS. Other images of AWS, among them plain Amazon Linux, have none: unless user data installs it, /etc/ecs/ecs.config is a file that nobody reads, and the instances never join the cluster.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-install.html',
  predicts: ['No Container Instances were found in your cluster'],
  facts: [imageFamilies],
  messages: {
    missing: ({ group }: { group: string }) => ({
      says: `The image of ${group} is one of AWS's without the ECS agent, and user data does not install it.`,
      fix: 'Take an ECS-optimized image, as /aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id, or install and start ecs-init in the user data.',
      ecsSays: 'was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.',
    }),
  },
  check(group, say, model) {
    const { autoScalingGroup } = group, template = say.need(autoScalingGroup.launchTemplate);
    const image = template && say.need(template.image);
    const services = usersOf(group, model), cluster = ifKnown(group.cluster);
    if (!image || image.agent || template.agentConfig.installsAgent || services.length === 0) return;
    say.violated('missing', template.imageId, { group: autoScalingGroup.id }, { related: [autoScalingGroup, template, ...(cluster ? [cluster] : []), ...services] });
  },
});

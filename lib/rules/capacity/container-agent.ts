import { imageFamilies } from '../../catalog/machine-images';
import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';
import { usersOf } from './users';

/** An instance joins a cluster by the ECS agent that runs on it. */
export const containerAgent = defineRule({
  id: 'container-agent',
  title: 'No ECS agent comes up on the instances',
  severity: 'error',
  phase: 'place',
  subject: 'instanceGroup',
  explanation: 'The ECS agent is in the ECS-optimized images and in those of Bottlerocket for ECS. Other images of AWS, among them plain Amazon Linux, have none: unless user data installs it, /etc/ecs/ecs.config is a file that nobody reads, and the instances never join the cluster. On Amazon Linux the agent starts once user data has run: user data that starts it itself and waits for that waits for ever. On Windows it starts when user data in PowerShell calls Initialize-ECSAgent.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-install.html',
  predicts: ['No Container Instances were found in your cluster'],
  facts: [imageFamilies],
  messages: {
    missing: ({ group }: { group: string }) => ({
      says: `The image of ${group} is one of AWS's without the ECS agent, and user data does not install it.`,
      fix: 'Take an ECS-optimized image, as /aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id, or install and start ecs-init in the user data.',
      ecsSays: 'was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.',
    }),
    passedOver: ({ group }: { group: string }) => ({
      says: `The image of ${group} is one of Windows, which does not run the user data: that begins as a script for Linux.`,
      fix: 'Write Initialize-ECSAgent -Cluster CLUSTER between <powershell> and </powershell>.',
      ecsSays: 'was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.',
    }),
    awaited: ({ group }: { group: string }) => ({
      says: `The user data of ${group} starts the ECS agent and waits for it, and the agent waits for the user data to end.`,
      fix: 'Take systemctl start ecs out: the ECS-optimized images start the agent themselves. Or add --no-block.',
      ecsSays: 'was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.',
    }),
  },
  check(group, say, model) {
    const { autoScalingGroup } = group, template = say.need(autoScalingGroup.launchTemplate);
    const image = template && say.need(template.image);
    const services = usersOf(group, model), cluster = ifKnown(group.cluster);
    if (!image || services.length === 0) return;
    const about = { related: [autoScalingGroup, template, ...(cluster ? [cluster] : []), ...services] }, data = { group: autoScalingGroup.id };
    if (image.family === 'amazonLinux' && template.agentConfig.awaitsAgent) say.violated('awaited', template.properties.get('UserData'), data, about);
    else if (image.family === 'windows' && image.agent && template.agentConfig.passedOver) say.violated('passedOver', template.properties.get('UserData'), data, about);
    else if (!image.agent && !template.agentConfig.installsAgent) say.violated('missing', template.imageId, data, about);
  },
});

import { neededPermissions } from '../../catalog/needed-permissions';
import { managedPolicies } from '../../catalog/managed-policies';
import { listed } from '../listed';
import { defineRule } from '../rule';
import { lacksOf, lackWords, type Lack } from './lacks';

/** The ECS agent registers its instance, and for tasks without an execution role pulls images, with the role of the instance. */
export const instanceRolePermissions = defineRule({
  id: 'instance-role-permissions',
  title: 'The container instance role may not do what the ECS agent does',
  severity: 'error',
  phase: 'place',
  subject: 'roleAtWork',
  explanation: 'The agent on a container instance registers the instance with its cluster and asks for tasks with the role of the instance profile. Without these permissions the instance runs and the cluster stays empty. For tasks without an execution role it also pulls images and writes logs with that role.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
  predicts: ['No Container Instances were found in your cluster', 'is not authorized to perform: ecs:RegisterContainerInstance', 'CannotPullContainerError'],
  facts: [neededPermissions, managedPolicies],
  messages: {
    agent: (lack: Lack) => lackWords(lack, 'the agent needs that to register its instance, to ask for tasks and to tell how they are and what they use', 'No Container Instances were found in your cluster.'),
    image: (lack: Lack) => ({
      ...lackWords(lack, `the task definition has no execution role, so the agent needs that to pull the image of ${listed(lack.whose)}`, 'CannotPullContainerError: no basic auth credentials'),
      phase: 'start',
    }),
    log: (lack: Lack) => ({
      ...lackWords(lack, `the task definition has no execution role, so the log driver of ${listed(lack.whose)} needs that`, 'failed to create Cloudwatch log stream: AccessDeniedException'),
      phase: 'start',
    }),
  },
  check(subject, say, { order }) {
    for (const { message, at, data, related } of lacksOf(subject, 'instance', messages, say, order)) say.violated(message, { at }, data, { related });
  },
});

const messages = {
  pollEndpoint: 'agent', registration: 'agent', poll: 'agent', taskState: 'agent', telemetry: 'agent', registryLogin: 'image', imagePull: 'image', logStream: 'log', logEvents: 'log', logGroup: 'log',
} as const;

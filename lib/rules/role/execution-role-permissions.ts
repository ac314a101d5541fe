import { neededPermissions } from '../../catalog/needed-permissions';
import { managedPolicies } from '../../catalog/managed-policies';
import { listed } from '../listed';
import { defineRule } from '../rule';
import { lacksOf, lackWords, type Lack } from './lacks';

/** ECS pulls images, opens log streams and fetches secrets and files with the execution role. */
export const executionRolePermissions = defineRule({
  id: 'execution-role-permissions',
  title: 'The execution role may not do what the task needs to start',
  severity: 'error',
  phase: 'start',
  subject: 'roleAtWork',
  explanation: 'Before a container starts, ECS pulls its image, opens its log stream and fetches its secrets and environment files, all with the execution role of the task definition. What the role may not do keeps the task from starting; ' +
    'ECS starts another in its place, and again. The managed policy AmazonECSTaskExecutionRolePolicy covers images and log streams, but neither the creation of log groups nor secrets, keys and files. ' +
    'What is of another account, and keys of AWS KMS, have to let the role in by policies of their own as well: where only these lack it, the finding stands at the resource.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  predicts: ['CannotPullContainerError', 'ResourceInitializationError', 'is not authorized to perform', 'AccessDeniedException'],
  facts: [neededPermissions, managedPolicies],
  messages: {
    image: (lack: Lack) => lackWords(lack, `ECS needs that to pull the image of ${of(lack)}`,
      lack.keeper === undefined ? 'ResourceInitializationError: unable to pull secrets or registry auth: … is not authorized to perform: ecr:GetAuthorizationToken'
        : 'CannotPullContainerError: … is not authorized to perform: ecr:BatchGetImage … because no resource-based policy allows the ecr:BatchGetImage action'),
    log: (lack: Lack) => lackWords(lack, `the log driver of ${of(lack)} needs that to write to CloudWatch Logs`,
      'CannotStartContainerError: failed to initialize logging driver: failed to create Cloudwatch log stream: AccessDeniedException'),
    secret: (lack: Lack) => lackWords(lack, `ECS needs that to fetch the secrets of ${of(lack)}`,
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: AccessDeniedException'),
    parameter: (lack: Lack) => lackWords(lack, `ECS needs that to fetch the parameters of ${of(lack)}`,
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: AccessDeniedException'),
    key: (lack: Lack) => lackWords(lack, `what ${of(lack)} takes is encrypted with that key`,
      'ResourceInitializationError: unable to pull secrets or registry auth: … Access to KMS is not allowed'),
    upstream: (lack: Lack) => lackWords(lack, `the first pull of the image of ${of(lack)} brings it through the cache with that`,
      'CannotPullContainerError: … is not authorized to perform: ecr:BatchImportUpstreamImage'),
    share: (lack: Lack) => lackWords(lack, 'ECS finds the file system of a volume of FSx for Windows with that', 'is not authorized to perform: fsx:DescribeFileSystems'),
    file: (lack: Lack) => lackWords(lack, `ECS needs that to download the files of ${of(lack)}`,
      'ResourceInitializationError: failed to download env files: AccessDenied'),
  },
  check(subject, say, { order }) {
    for (const { message, at, data, related } of lacksOf(subject, 'execution', messages, say, order)) say.violated(message, { at }, data, { related });
  },
});

const messages = {
  registryLogin: 'image', imagePull: 'image', logStream: 'log', logEvents: 'log', logGroup: 'log',
  secret: 'secret', parameter: 'parameter', decrypt: 'key', file: 'file', bucketLocation: 'file', upstreamImage: 'upstream', windowsShare: 'share',
} as const;

function of({ whose }: Lack): string {
  return listed(whose);
}

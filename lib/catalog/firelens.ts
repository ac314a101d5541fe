import { fact } from './fact';

/** Where the configuration file of a log router may be. */
export const firelensConfigFile = fact({
  id: 'firelens-config-file',
  standing: 'observed',
  source: {
    url: 'https://github.com/aws/amazon-ecs-agent/blob/04f30181a3ae4265ddfa481fe40c8724170e4665/agent/taskresource/firelens/firelens_unix.go',
    read: '2026-11-22',
    says: 'Of config-file-type the agent takes s3 and file, and with it demands config-file-value; else the task does not start.',
  },
  value: { types: ['s3', 'file'] },
});

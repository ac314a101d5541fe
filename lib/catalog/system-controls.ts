import { fact } from './fact';

/** The kernel parameters that a container may set: a regular expression. */
export const systemControls = fact({
  id: 'system-controls',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html',
    read: '2026-11-20',
    says: 'Valid IPC namespace values by name and those that begin with fs.mqueue.; valid network namespace values begin with net.',
  },
  value: '^(net\\..+|fs\\.mqueue\\..+|kernel\\.(msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced))$',
});
